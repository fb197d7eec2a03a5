package io.customerconnect.table;

import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the list of a group's members shows of a legal entity.
 *
 * @param country ISO 3166-1 alpha-2
 * @param identifier one that tells namesakes apart
 */
public record Member(
    LegalEntityId id,
    String name,
    String country,
    Optional<String> city,
    Optional<String> identifier,
    BuyerPolicy policy) {

  static Map<String, AttributeValue> write(Keys.Key key, LegalEntity entity) {
    return ItemBuilder.item(key)
        .set("id", entity.id().value())
        .set("n", entity.legalName())
        .set("c", entity.country().value())
        .set("y", entity.city())
        .set("i", entity.identifiers().all().stream().findFirst())
        .set("p", entity.policy().name())
        .build();
  }

  static Member read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Member(
        new LegalEntityId(reader.string("id")),
        reader.string("n"),
        reader.string("c"),
        reader.find("y"),
        reader.find("i"),
        BuyerPolicy.valueOf(reader.string("p")));
  }
}
