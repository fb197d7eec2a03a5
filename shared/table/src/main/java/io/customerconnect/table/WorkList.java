package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tickets of all accounts, for the support desk: the open ones, of which the longest waiting comes
 * first, and the closed ones, of which the latest does (P33).
 */
public final class WorkList {
  /** Before and behind every sort key, which begins with a time. */
  private static final String FIRST = " ";

  private static final String LAST = "~";

  private final Table table;

  public WorkList(Table table) {
    this.table = table;
  }

  /** How many tickets are looked at for a page of those that few may fit. */
  private static final int MAX_READ = 250;

  /** In which state tickets are wanted. */
  public sealed interface Wanted {
    /** Open ones, for which this side has to act. */
    record WaitingFor(Actor.Role side) implements Wanted {}

    /** Nobody has to act any more. */
    record Closed() implements Wanted {}
  }

  /** By whom the wanted tickets are seen to. */
  public sealed interface Assignment {
    boolean fits(Ticket ticket);

    /** Whoever sees to it. */
    record Any() implements Assignment {
      @Override
      public boolean fits(Ticket ticket) {
        return true;
      }
    }

    /** Nobody sees to it yet. */
    record Nobody() implements Assignment {
      @Override
      public boolean fits(Ticket ticket) {
        return ticket.assignee().isEmpty();
      }
    }

    /** This one sees to it. */
    record To(UserId user) implements Assignment {
      @Override
      public boolean fits(Ticket ticket) {
        return ticket.assignee().equals(Optional.of(user));
      }
    }
  }

  /**
   * Which tickets are wanted.
   *
   * @param legalEntity the customer that they are about; empty for all
   */
  public record Filter(Wanted wanted, Optional<LegalEntityId> legalEntity, Assignment assignment)
      implements Predicate<Ticket> {
    private boolean isForAll() {
      return legalEntity.isEmpty() && assignment instanceof Assignment.Any;
    }

    private List<String> partitions() {
      return switch (wanted) {
        case Wanted.WaitingFor(Actor.Role side) -> Keys.workPartitions(side);
        case Wanted.Closed _ -> Keys.closedPartitions();
      };
    }

    @Override
    public boolean test(Ticket ticket) {
      return assignment.fits(ticket)
          && (legalEntity.isEmpty() || legalEntity.equals(ticket.subject().customer()));
    }
  }

  /**
   * A page of the list; one query for each of the index's partitions. Of the tickets that are
   * looked at the filter may leave fewer than the limit, or none: there are more as long as there
   * is a next page.
   *
   * @param limit the most tickets of a page
   */
  public Page<Ticket> page(Filter filter, Optional<Cursor> from, int limit) {
    Page<Map<String, AttributeValue>> read =
        table.merged(
            Table.Place.WORK,
            filter.partitions(),
            FIRST,
            LAST,
            from,
            filter.isForAll() ? limit : MAX_READ);
    List<Map<String, AttributeValue>> fitting =
        read.items().stream().filter(item -> filter.test(TicketItems.readTicket(item))).toList();
    List<Map<String, AttributeValue>> page = fitting.subList(0, Math.min(limit, fitting.size()));
    return new Page<>(
        page.stream().map(TicketItems::readTicket).toList(),
        page.size() < fitting.size()
            ? Optional.of(new Cursor(new ItemReader(page.getLast()).string(Keys.WORK_SK)))
            : read.next());
  }

  /**
   * How many tickets wait for a side.
   *
   * @param since when the one that waits longest began to wait; empty when none does
   */
  public record Waiting(int tickets, Optional<Instant> since) {}

  /** How many tickets wait for a side, and since when; queries that count, and read no ticket. */
  public Waiting waiting(Actor.Role waitingFor) {
    int tickets = table.count(Table.Place.WORK, Keys.workPartitions(waitingFor), FIRST, LAST);
    Optional<Instant> since = Optional.empty();
    for (Ticket ticket :
        page(
                new Filter(
                    new Wanted.WaitingFor(waitingFor), Optional.empty(), new Assignment.Any()),
                Optional.empty(),
                1)
            .items()) {
      if (ticket.status() instanceof TicketStatus.Open(NextStep step)) {
        since = Optional.of(step.since());
      }
    }
    return new Waiting(tickets, since);
  }
}
