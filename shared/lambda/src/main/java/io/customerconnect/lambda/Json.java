package io.customerconnect.lambda;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * JSON as values, read and written by jackson-core. Binding libraries cost more at start-up than
 * all the rest of a function.
 */
public sealed interface Json {
  /** Objects nested deeper than this are refused. */
  int MAX_DEPTH = 50;

  /** An object; members keep their order. */
  record Obj(Map<String, Json> members) implements Json {
    /** The member, unless it is missing or {@code null}. */
    public Optional<Json> find(String name) {
      return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
    }

    /** The member if it is a string. */
    public Optional<String> string(String name) {
      return find(name)
          .flatMap(
              value -> value instanceof Str(String text) ? Optional.of(text) : Optional.empty());
    }

    /** The member if it is an object, else an empty one. */
    public Obj object(String name) {
      return find(name)
          .flatMap(value -> value instanceof Obj obj ? Optional.of(obj) : Optional.empty())
          .orElseGet(Json::object);
    }

    /** The member's items if it is an array, else none. */
    public List<Json> items(String name) {
      return find(name)
          .flatMap(value -> value instanceof Arr arr ? Optional.of(arr.items()) : Optional.empty())
          .orElse(List.of());
    }

    /**
     * The string member of a message of ours.
     *
     * @throws IllegalArgumentException naming the member when it is not there
     */
    public String require(String name) {
      return string(name)
          .orElseThrow(
              () -> new IllegalArgumentException("Member " + name + " is missing or no string"));
    }

    /**
     * The whole number of a message of ours.
     *
     * @throws IllegalArgumentException naming the member when it is not there
     */
    public long requireNumber(String name) {
      if (find(name).orElse(new Null()) instanceof Num(BigDecimal value)) {
        return value.longValueExact();
      }
      throw new IllegalArgumentException("Member " + name + " is missing or no number");
    }

    /** This object with one member more. */
    public Obj with(String name, Json value) {
      Map<String, Json> more = new LinkedHashMap<>(members);
      more.put(name, value);
      return new Obj(more);
    }

    public Obj with(String name, String value) {
      return with(name, new Str(value));
    }

    public Obj with(String name, long value) {
      return with(name, new Num(BigDecimal.valueOf(value)));
    }

    /** This object, with the member where there is a value. */
    public Obj with(String name, Optional<String> value) {
      return value.map(text -> with(name, text)).orElse(this);
    }

    /** This object with an array of what each element becomes. */
    public <T> Obj with(String name, Collection<T> elements, Function<T, Json> each) {
      return with(name, new Arr(elements.stream().map(each).toList()));
    }
  }

  record Arr(List<Json> items) implements Json {}

  record Str(String text) implements Json {}

  record Num(BigDecimal value) implements Json {}

  record Bool(Truth truth) implements Json {
    /** The two truths of JSON. */
    public enum Truth {
      TRUE,
      FALSE
    }
  }

  record Null() implements Json {}

  static Obj object() {
    return new Obj(Map.of());
  }

  static Json of(boolean value) {
    return new Bool(value ? Bool.Truth.TRUE : Bool.Truth.FALSE);
  }

  static Json of(String value) {
    return new Str(value);
  }

  /**
   * The one JSON value that a stream holds, in UTF-8.
   *
   * @throws MalformedJsonException when it is not one JSON value, names a member twice, or is
   *     nested deeper than {@link #MAX_DEPTH}
   * @throws IOException when the stream fails
   */
  static Json read(InputStream in) throws IOException {
    try (JsonParser parser = Codec.FACTORY.createParser(in)) {
      return Codec.readDocument(parser);
    } catch (JacksonException e) {
      throw Codec.malformed(e);
    }
  }

  /** As {@link #read(InputStream)}, of a text. */
  static Json read(String text) {
    try (JsonParser parser = Codec.FACTORY.createParser(text)) {
      return Codec.readDocument(parser);
    } catch (JacksonException e) {
      throw Codec.malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The object that a text holds.
   *
   * @throws MalformedJsonException as {@link #read(String)}, and when it is something else than an
   *     object
   */
  static Obj readObject(String text) {
    if (read(text) instanceof Obj obj) {
      return obj;
    }
    throw new MalformedJsonException("The JSON must be an object.");
  }

  /** This value in UTF-8. */
  default byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = Codec.FACTORY.createGenerator(bytes)) {
      Codec.write(this, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** This value as a text. */
  default String toText() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  /** A text that is not the JSON it should be; the message may be shown to its sender. */
  final class MalformedJsonException extends IllegalArgumentException {
    MalformedJsonException(String message) {
      super(message);
    }
  }

  /** Reads and writes; the factory is made once. */
  final class Codec {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private Codec() {}

    /** In words of ours: the parser's speak of its own features. */
    private static MalformedJsonException malformed(JacksonException e) {
      JsonLocation place = e.getLocation();
      return new MalformedJsonException(
          "The JSON is broken%s."
              .formatted(
                  place == null
                      ? ""
                      : " at line %d, column %d"
                          .formatted(place.getLineNr(), place.getColumnNr())));
    }

    private static Json readDocument(JsonParser parser) throws IOException {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new MalformedJsonException("The JSON is empty.");
      }
      Json value = readValue(parser, first);
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("There is something after the JSON's end.");
      }
      return value;
    }

    private static Json readValue(JsonParser parser, JsonToken token) throws IOException {
      return switch (token) {
        case START_OBJECT -> {
          Map<String, Json> members = new LinkedHashMap<>();
          for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (members.put(wellFormed(name), readValue(parser, parser.nextToken())) != null) {
              throw new MalformedJsonException(
                  "The JSON holds a member twice, up to line %d, column %d."
                      .formatted(
                          parser.currentLocation().getLineNr(),
                          parser.currentLocation().getColumnNr()));
            }
          }
          yield new Obj(members);
        }
        case START_ARRAY -> {
          List<Json> items = new ArrayList<>();
          for (JsonToken next = parser.nextToken();
              next != JsonToken.END_ARRAY;
              next = parser.nextToken()) {
            items.add(readValue(parser, next));
          }
          yield new Arr(items);
        }
        case VALUE_STRING -> new Str(wellFormed(parser.getText()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
        case VALUE_TRUE -> new Bool(Bool.Truth.TRUE);
        case VALUE_FALSE -> new Bool(Bool.Truth.FALSE);
        case VALUE_NULL -> new Null();
        default -> throw new MalformedJsonException("The JSON ends too early.");
      };
    }

    private static Json number(JsonParser parser) throws IOException {
      try {
        return new Num(parser.getDecimalValue());
      } catch (NumberFormatException _) {
        throw new MalformedJsonException("The JSON holds a number that is out of all bounds.");
      }
    }

    /** RFC 8259 lets half a character be escaped; nothing can be done with it. */
    private static String wellFormed(String text) {
      if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
        throw new MalformedJsonException("A string holds an unpaired surrogate.");
      }
      return text;
    }

    private static void write(Json value, JsonGenerator generator) throws IOException {
      switch (value) {
        case Obj(Map<String, Json> members) -> {
          generator.writeStartObject();
          for (Map.Entry<String, Json> member : members.entrySet()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue(), generator);
          }
          generator.writeEndObject();
        }
        case Arr(List<Json> items) -> {
          generator.writeStartArray();
          for (Json item : items) {
            write(item, generator);
          }
          generator.writeEndArray();
        }
        case Str(String text) -> generator.writeString(text);
        case Num(BigDecimal number) -> generator.writeNumber(number);
        case Bool(Bool.Truth truth) -> generator.writeBoolean(truth == Bool.Truth.TRUE);
        case Null() -> generator.writeNull();
      }
    }
  }
}
