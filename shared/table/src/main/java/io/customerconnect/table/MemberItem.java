package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntity;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A member of a group as an item: what the list of members shows of a legal entity. */
final class MemberItem {
  private MemberItem() {}

  static Map<String, AttributeValue> write(Keys.Key key, LegalEntity entity) {
    return ItemBuilder.item(key)
        .set("id", entity.id().value())
        .set("n", entity.legalName())
        .set("c", entity.country().value())
        .set("y", entity.city())
        .set("i", entity.identifiers().all().stream().findFirst())
        .set("p", entity.policy().word())
        .build();
  }
}
