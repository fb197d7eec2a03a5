package io.customerconnect.table;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.PracticeSamples;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Erases what an account holds of persons (P45): its own data at once, then what anybody typed
 * about it, in comments and as the reason of a decision; its relationships end, and the test buyer
 * is looked after no more. Numbers, dates and outcomes stay, by whom only as an id that leads
 * nowhere any more.
 *
 * <p>It goes on from where it is, in steps: after a crash, or when it is asked for again.
 */
public final class Erasure {
  /** How many relationships or tickets are seen to in a step. */
  private static final int AT_ONCE = 50;

  private static final String STAGE = "stage";
  private static final String CURSOR = "cursor";

  private final Table table;
  private final Relationships relationships;
  private final TicketStore tickets;

  public Erasure(Table table) {
    this.table = table;
    this.relationships = new Relationships(table);
    this.tickets = new TicketStore(table);
  }

  /** How far it has got. */
  public enum Progress {
    DONE,
    GOES_ON
  }

  private enum Stage {
    RELATIONSHIPS,
    TICKETS
  }

  /**
   * Does one step.
   *
   * @param by who wants it
   */
  public Progress step(AccountId account, Actor by, Instant now) {
    Optional<Map<String, AttributeValue>> begun = table.get(Keys.erasure(account));
    if (begun.isEmpty()) {
      return begin(account);
    }
    ItemReader reader = new ItemReader(begun.get());
    Optional<Cursor> from = reader.find(CURSOR).map(Cursor::new);
    return switch (Stage.valueOf(reader.string(STAGE))) {
      case RELATIONSHIPS -> end(account, from, by, now);
      case TICKETS -> clear(account, from);
    };
  }

  /**
   * The account's own data go first; as long as there is no account, none can connect, comment or
   * report a missing customer, so that what is cleared later stays clear.
   */
  private Progress begin(AccountId account) {
    TransactWriteItem own =
        TransactWriteItem.builder()
            .delete(
                Delete.builder()
                    .tableName(table.name())
                    .key(Table.attributes(Keys.account(account)))
                    .conditionExpression("attribute_exists(PK)")
                    .build())
            .build();
    try {
      table.transact(
          List.of(
              own,
              table.delete(Keys.noticesRead(account)),
              Loads.end(
                  table, account, LegalEntity.TEST_BUYER, PracticeSamples.vendorNumber(account)),
              table.put(progress(account, Stage.RELATIONSHIPS, Optional.empty()))));
      return Progress.GOES_ON;
    } catch (ConflictException e) {
      if (table.get(Keys.account(account)).isPresent()) {
        throw e;
      }
      return table.get(Keys.erasure(account)).isPresent() ? Progress.GOES_ON : Progress.DONE;
    }
  }

  private Progress end(AccountId account, Optional<Cursor> from, Actor by, Instant now) {
    Page<StoredRelationship> page = relationships.list(account, from, AT_ONCE);
    for (StoredRelationship stored : page.items()) {
      LegalEntityId legalEntity = stored.relationship().legalEntity();
      Relationships.Applied applied =
          relationships.apply(account, legalEntity, new Command.End(Side.SUPPLIER), by, now);
      if (applied.relationship().relationship().state() instanceof RelationshipState.Declined) {
        remove(Keys.relationship(account, legalEntity), "reason");
      }
    }
    note(
        progress(
            account, page.next().isPresent() ? Stage.RELATIONSHIPS : Stage.TICKETS, page.next()));
    return Progress.GOES_ON;
  }

  private Progress clear(AccountId account, Optional<Cursor> from) {
    Page<Ticket> page = tickets.list(account, from, AT_ONCE);
    page.items().forEach(ticket -> clear(ticket.number()));
    if (page.next().isPresent()) {
      note(progress(account, Stage.TICKETS, page.next()));
      return Progress.GOES_ON;
    }
    table.transact(List.of(table.delete(Keys.erasure(account))));
    return Progress.DONE;
  }

  private void clear(TicketNumber number) {
    for (Map<String, AttributeValue> item : table.partition(Keys.ticket(number).pk())) {
      Keys.Key key = ItemReader.keyOf(item);
      ItemReader reader = new ItemReader(item);
      if (key.sk().startsWith(Keys.HISTORY)) {
        if (TicketEvent.valueOf(reader.string("event")).detail() == TicketEvent.Detail.WORDS
            && reader.find("detail").isPresent()) {
          remove(key, "detail");
        }
      } else if (reader.find("contact").isPresent()) {
        remove(key, "contact");
      }
    }
  }

  private void remove(Keys.Key key, String attribute) {
    table
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(Table.attributes(key))
                    .updateExpression("REMOVE #gone")
                    .expressionAttributeNames(Map.of("#gone", attribute)));
  }

  private void note(Map<String, AttributeValue> progress) {
    table.client().putItem(put -> put.tableName(table.name()).item(progress));
  }

  private static Map<String, AttributeValue> progress(
      AccountId account, Stage stage, Optional<Cursor> from) {
    return ItemBuilder.item(Keys.erasure(account))
        .set(STAGE, stage.name())
        .set(CURSOR, from.map(Cursor::sortKey))
        .build();
  }
}
