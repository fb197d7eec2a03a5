package io.customerconnect.table;

import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * How much an account has done on a day, and how many mails a customer's contacts have had. What is
 * limited is counted first and done then, so that no two at the same moment get past a limit; what
 * was counted and then not done stays counted.
 */
public final class Usages {
  private static final Duration KEPT = Duration.ofDays(2);

  private final Table table;
  private final UsageLimits limits;

  public Usages(Table table, UsageLimits limits) {
    this.table = table;
    this.limits = limits;
  }

  /** What counting led to. */
  public sealed interface Counting {
    /** It may be done. */
    record Counted() implements Counting {}

    /**
     * It may not; nothing was counted.
     *
     * @param left how much of it may still be done on this day
     */
    record OverLimit(int left, int limit) implements Counting {}
  }

  /** Counts what an account is about to do; one conditional write. */
  public Counting count(AccountId account, Usage usage, int times, Instant now) {
    int limit = limits.perDay(usage);
    Map<String, AttributeValue> values =
        Map.of(
            ":times", number(times),
            ":room", number(limit - times),
            ":none", number(0),
            ":expiry", expiry(now));
    Optional<Map<String, AttributeValue>> refused =
        update(
            Keys.usage(account, usage, day(now)),
            "ADD used :times SET expiresAt = :expiry",
            "(attribute_not_exists(used) AND :room >= :none) OR used <= :room",
            values);
    return refused
        .<Counting>map(item -> new Counting.OverLimit(limit - used(item), limit))
        .orElseGet(Counting.Counted::new);
  }

  /**
   * Counts a mail that is about to be sent to one of a customer's contacts; one conditional write.
   *
   * @param mail its effect's id: with the same one it is the same mail, and counts once
   */
  public Counting countMail(LegalEntityId customer, String mail, Instant now) {
    Optional<Map<String, AttributeValue>> refused =
        update(
            Keys.mails(customer, day(now)),
            "ADD mails :mails SET expiresAt = :expiry",
            "attribute_not_exists(mails) OR contains(mails, :mail) OR size(mails) < :limit",
            Map.of(
                ":mails", AttributeValue.fromSs(List.of(mail)),
                ":mail", AttributeValue.fromS(mail),
                ":limit", number(limits.mailsPerCustomer()),
                ":expiry", expiry(now)));
    return refused
        .<Counting>map(_ -> new Counting.OverLimit(0, limits.mailsPerCustomer()))
        .orElseGet(Counting.Counted::new);
  }

  /** The item as it stands where the condition does not hold; empty when it was updated. */
  private Optional<Map<String, AttributeValue>> update(
      Keys.Key key, String change, String condition, Map<String, AttributeValue> values) {
    try {
      table
          .client()
          .updateItem(
              UpdateItemRequest.builder()
                  .tableName(table.name())
                  .key(Table.attributes(key))
                  .updateExpression(change)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(e.item());
    }
  }

  private static int used(Map<String, AttributeValue> item) {
    return item.containsKey("used") ? new ItemReader(item).integer("used") : 0;
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }

  private static AttributeValue expiry(Instant now) {
    return AttributeValue.fromN(Long.toString(now.plus(KEPT).getEpochSecond()));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
