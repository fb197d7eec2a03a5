package io.customerconnect.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the attributes of an item; a missing one that must be there is a fault of the table. */
record ItemReader(Map<String, AttributeValue> attributes) {

  static Keys.Key keyOf(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Keys.Key(reader.string(Keys.PK), reader.string(Keys.SK));
  }

  String string(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Attribute %s is missing in %s".formatted(name, find(Keys.PK).orElse("?"))));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  /** The text, or the empty one. */
  String text(String name) {
    return find(name).orElse("");
  }

  byte[] bytes(String name) {
    return Optional.ofNullable(attributes.get(name))
        .map(AttributeValue::b)
        .map(SdkBytes::asByteArray)
        .orElseThrow(() -> new IllegalStateException("Bytes " + name + " are missing"));
  }

  long number(String name) {
    return Optional.ofNullable(attributes.get(name))
        .map(AttributeValue::n)
        .map(Long::parseLong)
        .orElseThrow(() -> new IllegalStateException("Number " + name + " is missing"));
  }

  /** A number that only counting makes: 0 where nothing has been counted yet. */
  long count(String name) {
    return attributes.containsKey(name) ? number(name) : 0;
  }

  int integer(String name) {
    return Math.toIntExact(number(name));
  }

  Optional<LocalDate> date(String name) {
    return find(name).map(LocalDate::parse);
  }

  Instant instant(String name) {
    return Instant.parse(string(name));
  }

  List<String> strings(String name) {
    return list(name).stream().map(AttributeValue::s).toList();
  }

  /** The strings of a set; a set without any is not written. */
  List<String> stringSet(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::ss).orElse(List.of());
  }

  List<Long> numbers(String name) {
    return list(name).stream().map(value -> Long.valueOf(value.n())).toList();
  }

  List<ItemReader> maps(String name) {
    return list(name).stream().map(value -> new ItemReader(value.m())).toList();
  }

  private List<AttributeValue> list(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::l).orElse(List.of());
  }
}
