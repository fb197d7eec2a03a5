package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.ticket.Notice;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Up to which notice accounts have read theirs; it only moves to newer ones. */
public final class ReadNotices {
  private static final String UNTIL = "readUntil";

  private final Table table;

  public ReadNotices(Table table) {
    this.table = table;
  }

  /**
   * How far an account has read.
   *
   * @param until the newest notice that is read; empty when none is
   */
  public record Mark(Optional<Cursor> until) {
    public boolean covers(Notice notice) {
      return until
          .filter(read -> Cursor.of(notice).sortKey().compareTo(read.sortKey()) <= 0)
          .isPresent();
    }
  }

  /** What marking notices as read led to. */
  public enum Marking {
    /** All up to the notice are read, by this call or before. */
    READ,
    NO_SUCH_NOTICE
  }

  /** One strongly consistent read. */
  public Mark find(AccountId account) {
    return new Mark(
        table
            .get(Keys.noticesRead(account))
            .map(item -> new Cursor(new ItemReader(item).string(UNTIL))));
  }

  /**
   * How many notices an account has not read; one strongly consistent query.
   *
   * @param most the answer where there are more
   */
  public int unread(AccountId account, Mark mark, int most) {
    String partition = Keys.accountPartition(account);
    Table.Range all = Table.Range.of(Table.Place.TABLE, partition, Keys.NOTICES);
    return table.count(
        mark.until()
            .map(read -> all.after(Table.attributes(new Keys.Key(partition, read.sortKey()))))
            .orElse(all),
        most);
  }

  /** Marks a notice of an account and all older ones as read; a read and a conditional write. */
  public Marking read(AccountId account, Cursor until) {
    if (table.get(new Keys.Key(Keys.accountPartition(account), until.sortKey())).isEmpty()) {
      return Marking.NO_SUCH_NOTICE;
    }
    try {
      table
          .client()
          .updateItem(
              update ->
                  update
                      .tableName(table.name())
                      .key(Table.attributes(Keys.noticesRead(account)))
                      .updateExpression("SET readUntil = :until")
                      .conditionExpression("attribute_not_exists(PK) OR readUntil < :until")
                      .expressionAttributeValues(
                          Map.of(":until", AttributeValue.fromS(until.sortKey()))));
    } catch (ConditionalCheckFailedException _) {
      // As much is read already, or more.
    }
    return Marking.READ;
  }
}
