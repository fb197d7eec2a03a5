package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Open tickets of all accounts, for the support desk: the longest waiting first (P33). */
public final class WorkList {
  /** Before and behind every sort key, which begins with a time. */
  private static final String FIRST = " ";

  private static final String LAST = "~";

  private final Table table;

  public WorkList(Table table) {
    this.table = table;
  }

  /** Which tickets are wanted. */
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
   * @param waitingFor who has to act
   * @param legalEntity the customer that they are about; empty for all
   */
  public record Filter(
      Actor.Role waitingFor, Optional<LegalEntityId> legalEntity, Assignment assignment)
      implements Predicate<Ticket> {
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
   * @param limit how many tickets are looked at
   */
  public Page<Ticket> page(Filter filter, Optional<Cursor> from, int limit) {
    Page<Map<String, AttributeValue>> page =
        table.merged(
            Table.Place.WORK, Keys.workPartitions(filter.waitingFor()), FIRST, LAST, from, limit);
    return new Page<>(
        page.items().stream().map(TicketItems::readTicket).filter(filter).toList(), page.next());
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
        page(new Filter(waitingFor, Optional.empty(), new Assignment.Any()), Optional.empty(), 1)
            .items()) {
      if (ticket.status() instanceof TicketStatus.Open(NextStep step)) {
        since = Optional.of(step.since());
      }
    }
    return new Waiting(tickets, since);
  }
}
