package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** Open tickets of all accounts, for the support desk: the longest waiting first (P33). */
public final class WorkList {
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
          && legalEntity
              .map(
                  id ->
                      ticket.subject() instanceof Ticket.Subject.Connection connection
                          && connection.legalEntity().equals(id))
              .orElse(true);
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
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Optional<String> readThrough = Optional.empty();
    for (String partition : Keys.workPartitions(filter.waitingFor())) {
      QueryResponse response = query(partition, from, limit);
      found.addAll(response.items());
      if (response.hasLastEvaluatedKey()) {
        String last = sortKey(response.lastEvaluatedKey());
        readThrough =
            readThrough.filter(other -> other.compareTo(last) < 0).or(() -> Optional.of(last));
      }
    }
    Optional<String> bound = readThrough;
    List<Map<String, AttributeValue>> inOrder =
        found.stream()
            .filter(item -> bound.map(last -> sortKey(item).compareTo(last) <= 0).orElse(true))
            .sorted(Comparator.comparing(WorkList::sortKey))
            .toList();
    List<Map<String, AttributeValue>> page = inOrder.stream().limit(limit).toList();
    Optional<String> next =
        page.size() < inOrder.size() ? Optional.of(sortKey(page.getLast())) : bound;
    return new Page<>(
        page.stream().map(TicketItems::readTicket).filter(filter).toList(), next.map(Cursor::new));
  }

  /**
   * How many tickets wait for a side.
   *
   * @param since when the one that waits longest began to wait; empty when none does
   */
  public record Waiting(int tickets, Optional<Instant> since) {}

  /** How many tickets wait for a side, and since when; queries that count, and read no ticket. */
  public Waiting waiting(Actor.Role waitingFor) {
    int tickets = 0;
    Optional<Instant> since = Optional.empty();
    for (String partition : Keys.workPartitions(waitingFor)) {
      for (QueryResponse page : count(partition)) {
        tickets += page.count();
      }
    }
    for (Ticket ticket :
        page(new Filter(waitingFor, Optional.empty(), new Assignment.Any()), Optional.empty(), 1)
            .items()) {
      if (ticket.status() instanceof TicketStatus.Open(NextStep step)) {
        since = Optional.of(step.since());
      }
    }
    return new Waiting(tickets, since);
  }

  private QueryIterable count(String partition) {
    return table
        .client()
        .queryPaginator(
            QueryRequest.builder()
                .tableName(table.name())
                .indexName(Keys.WORK_INDEX)
                .keyConditionExpression("G2PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                .select(Select.COUNT)
                .build());
  }

  private QueryResponse query(String partition, Optional<Cursor> from, int limit) {
    return table
        .client()
        .query(
            QueryRequest.builder()
                .tableName(table.name())
                .indexName(Keys.WORK_INDEX)
                .keyConditionExpression("G2PK = :pk AND G2SK > :after")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":after", AttributeValue.fromS(from.map(Cursor::sortKey).orElse(" "))))
                .limit(limit)
                .build());
  }

  private static String sortKey(Map<String, AttributeValue> item) {
    return new ItemReader(item).string(Keys.WORK_SK);
  }
}
