package io.customerconnect.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Claims of effects outside the table that must happen once, such as a mail.
 *
 * <p>A claim is taken before the effect and closed after it. One that was taken and never closed
 * (its holder crashed, or never learnt the outcome) can be taken again when its lease is over;
 * until then others wait, so that news of the outcome can still arrive and close it.
 */
public final class Effects {
  private static final Duration KEPT = Duration.ofDays(90);
  private final Table table;

  public Effects(Table table) {
    this.table = table;
  }

  /** What trying to claim an effect led to. */
  public enum Claim {
    /** The effect is the caller's to carry out. */
    MINE,
    /** It has happened. */
    DONE,
    /** Somebody is at it, or was and the outcome is not known yet: try again later. */
    TAKEN
  }

  /** Claims an effect until the lease is over; one conditional write. */
  public Claim claim(String effectId, Instant now, Duration lease) {
    try {
      table
          .client()
          .putItem(
              PutItemRequest.builder()
                  .tableName(table.name())
                  .item(
                      ItemBuilder.item(Keys.effect(effectId))
                          .set("leaseUntil", now.plus(lease))
                          .expiresAt(now.plus(KEPT))
                          .build())
                  .conditionExpression(
                      "attribute_not_exists(PK) OR"
                          + " (attribute_not_exists(doneAt) AND leaseUntil <= :now)")
                  .expressionAttributeValues(
                      Map.of(":now", AttributeValue.fromS(Keys.instant(now))))
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
      return Claim.MINE;
    } catch (ConditionalCheckFailedException e) {
      return new ItemReader(e.item()).find("doneAt").isPresent() ? Claim.DONE : Claim.TAKEN;
    }
  }

  /** Notes that an effect has happened. */
  public void done(String effectId, Instant now) {
    table
        .client()
        .updateItem(
            UpdateItemRequest.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.effect(effectId)))
                .updateExpression("SET doneAt = :now, expiresAt = :expiry")
                .expressionAttributeValues(
                    Map.of(
                        ":now", AttributeValue.fromS(Keys.instant(now)),
                        ":expiry",
                            AttributeValue.fromN(Long.toString(now.plus(KEPT).getEpochSecond()))))
                .build());
  }

  /** Gives a claim back, when it is certain that the effect has not happened. */
  public void release(String effectId) {
    try {
      table
          .client()
          .deleteItem(
              DeleteItemRequest.builder()
                  .tableName(table.name())
                  .key(Table.attributes(Keys.effect(effectId)))
                  .conditionExpression("attribute_not_exists(doneAt)")
                  .build());
    } catch (ConditionalCheckFailedException _) {
      // News that it has happened came first, and stands.
    }
  }
}
