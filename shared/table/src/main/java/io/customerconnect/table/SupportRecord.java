package io.customerconnect.table;

import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.rules.RuleSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What support has set for customers, and who did so: the audit trail beside tickets (P45). */
public final class SupportRecord {
  private static final int SHOWN = 20;

  private final Table table;

  public SupportRecord(Table table) {
    this.table = table;
  }

  /**
   * One change of a customer's settings.
   *
   * @param id unique within the customer and the instant
   * @param policy that was set; empty for that of the directory
   * @param contacts how many were set; 0 for those of the directory
   * @param rules that were set
   */
  public record Change(
      String id,
      Instant at,
      UserId by,
      Optional<BuyerPolicy> policy,
      int contacts,
      RuleSettings rules,
      String reason) {}

  /** A change as an item; it is written together with what it changes. */
  static Map<String, AttributeValue> write(LegalEntityId legalEntity, Change change) {
    return ItemBuilder.item(Keys.audit(legalEntity, change.at(), change.id()))
        .set("id", change.id())
        .set("at", change.at())
        .set("by", change.by().value())
        .set("policy", change.policy().map(BuyerPolicy::word))
        .set("contacts", change.contacts())
        .set("rules", RuleWords.of(change.rules()))
        .set("reason", change.reason())
        .build();
  }

  /** The latest changes, newest first; one query. */
  public List<Change> latest(LegalEntityId legalEntity) {
    return table
        .page(
            Keys.legalEntity(legalEntity).pk(),
            Keys.AUDIT,
            Table.Order.DESCENDING,
            Optional.empty(),
            SHOWN)
        .map(SupportRecord::read)
        .items();
  }

  private static Change read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Change(
        reader.string("id"),
        reader.instant("at"),
        new UserId(reader.string("by")),
        reader.find("policy").flatMap(BuyerPolicy::ofWord),
        reader.integer("contacts"),
        RuleWords.read(reader.strings("rules")),
        reader.string("reason"));
  }
}
