package io.customerconnect.table;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the attributes of an item. */
final class ItemBuilder {
  private final Map<String, AttributeValue> attributes = new HashMap<>();

  static ItemBuilder item(Keys.Key key) {
    return new ItemBuilder().set(Keys.PK, key.pk()).set(Keys.SK, key.sk());
  }

  static ItemBuilder attributes() {
    return new ItemBuilder();
  }

  ItemBuilder index(Keys.Key key) {
    return set(Keys.INDEX_PK, key.pk()).set(Keys.INDEX_SK, key.sk());
  }

  ItemBuilder expiresAt(Instant at) {
    return set(Keys.EXPIRES_AT, at.getEpochSecond());
  }

  /** Empty texts are left out. */
  ItemBuilder set(String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  ItemBuilder set(String name, Optional<String> value) {
    return set(name, value.orElse(""));
  }

  ItemBuilder set(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  ItemBuilder set(String name, Instant value) {
    return set(name, Keys.instant(value));
  }

  ItemBuilder set(String name, byte[] value) {
    attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    return this;
  }

  /** A list of texts; an empty one is left out. */
  ItemBuilder set(String name, Collection<String> values) {
    if (!values.isEmpty()) {
      attributes.put(
          name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
    }
    return this;
  }

  /** A list of numbers; an empty one is left out. */
  ItemBuilder setNumbers(String name, Collection<Long> values) {
    if (!values.isEmpty()) {
      attributes.put(
          name,
          AttributeValue.fromL(
              values.stream().map(value -> AttributeValue.fromN(Long.toString(value))).toList()));
    }
    return this;
  }

  /** A list of maps; an empty one is left out. */
  ItemBuilder setMaps(String name, Collection<Map<String, AttributeValue>> values) {
    if (!values.isEmpty()) {
      attributes.put(
          name, AttributeValue.fromL(values.stream().map(AttributeValue::fromM).toList()));
    }
    return this;
  }

  Map<String, AttributeValue> build() {
    return Map.copyOf(attributes);
  }
}
