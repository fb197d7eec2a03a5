package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.lambda.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as the table's stream brings it: DynamoDB's JSON, where each value names its type. */
public final class StreamImage {
  private StreamImage() {}

  /**
   * The relationship in an image of a stream record.
   *
   * @param change the {@code dynamodb} part of the record
   * @param image {@code NewImage} or {@code OldImage}
   * @return empty when the record has no such image
   * @throws IllegalStateException when it holds something else than a relationship
   */
  public static Optional<StoredRelationship> relationship(Json.Obj change, String image) {
    Json.Obj item = change.object(image);
    return item.members().isEmpty()
        ? Optional.empty()
        : Optional.of(RelationshipItem.read(attributes(item)));
  }

  /**
   * That a vendor number was tried too often.
   *
   * @param legalEntity at which the last attempt failed
   */
  public record Alarm(LegalEntityId legalEntity, VendorNumber vendorNumber) {}

  /** Whether a record is about what all challenges about a vendor number share. */
  public static boolean isOfVendor(Json.Obj change) {
    return change.object("Keys").object("SK").string("S").equals(Optional.of(Keys.CHALLENGES));
  }

  /**
   * The alarm in an image of such a record.
   *
   * @param change the {@code dynamodb} part of the record
   * @param image {@code NewImage} or {@code OldImage}
   */
  public static Optional<Alarm> alarm(Json.Obj change, String image) {
    Json.Obj item = change.object(image);
    return item.object("alarmed")
        .string("S")
        .map(
            at ->
                new Alarm(
                    new LegalEntityId(at), new VendorNumber(item.object("vendor").require("S"))));
  }

  private static Map<String, AttributeValue> attributes(Json.Obj item) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    item.members().forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  private static AttributeValue attribute(Json typed) {
    if (typed instanceof Json.Obj value && value.members().size() == 1) {
      if (value.string("S").isPresent()) {
        return AttributeValue.fromS(value.require("S"));
      }
      if (value.string("N").isPresent()) {
        return AttributeValue.fromN(value.require("N"));
      }
      if (value.members().containsKey("L")) {
        return AttributeValue.fromL(value.items("L").stream().map(StreamImage::attribute).toList());
      }
      if (value.members().containsKey("M")) {
        return AttributeValue.fromM(attributes(value.object("M")));
      }
    }
    throw new IllegalStateException("An attribute of a type that our items do not have");
  }
}
