package io.customerconnect.lambda;

import io.customerconnect.domain.InvalidValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fields of a request's body; reading one that is not as it should be is a problem. */
public final class Fields {
  private static final int MAX_NAME_SHOWN = 100;

  private final Json.Obj object;
  private final String path;
  private final Set<String> read = new HashSet<>();

  Fields(Json.Obj object) {
    this(object, "");
  }

  private Fields(Json.Obj object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * The field, made into a type of the domain.
   *
   * @throws Problem.ProblemException when it is missing, no string, or the type does not allow it
   */
  public <T> T require(String name, Function<String, T> type) {
    return find(name, type)
        .orElseThrow(
            () ->
                Problem.of(ProblemType.INVALID_FIELD, "This field is required.", path + name)
                    .asException());
  }

  /** As {@link #require}, of a field that may be missing, {@code null} or blank. */
  public <T> Optional<T> find(String name, Function<String, T> type) {
    read.add(name);
    return object
        .find(name)
        .map(value -> text(path + name, value))
        .filter(text -> !text.isBlank())
        .map(text -> convert(path + name, text, type));
  }

  /**
   * The field that is a whole number.
   *
   * @throws Problem.ProblemException when it is missing, or no whole number of that range
   */
  public int requireInteger(String name, int from, int to) {
    read.add(name);
    return integer(path + name, object.find(name).orElse(new Json.Null()), from, to);
  }

  /** As {@link #requireInteger}, of a field that may be missing or {@code null}. */
  public Optional<Integer> findInteger(String name, int from, int to) {
    read.add(name);
    return object.find(name).map(value -> integer(path + name, value, from, to));
  }

  private static int integer(String field, Json value, int from, int to) {
    if (value instanceof Json.Num(BigDecimal number)
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(from)) >= 0
        && number.compareTo(BigDecimal.valueOf(to)) <= 0) {
      return number.intValueExact();
    }
    throw Problem.of(
            ProblemType.INVALID_FIELD,
            "This must be a whole number from " + from + " to " + to + ".",
            field)
        .asException();
  }

  /** The field that is an object; empty when it is missing or {@code null}. */
  public Optional<Fields> object(String name) {
    read.add(name);
    return object.find(name).map(value -> fields(path + name, value));
  }

  private static Fields fields(String place, Json value) {
    if (value instanceof Json.Obj item) {
      return new Fields(item, place + ".");
    }
    throw Problem.of(ProblemType.INVALID_FIELD, "This must be an object.", place).asException();
  }

  /**
   * What fields make together.
   *
   * @param name of the field that is at fault when the domain refuses it
   */
  public <T> T make(String name, Supplier<T> value) {
    return convert(path + name, "", _ -> value.get());
  }

  /** The items of a field that is an array of strings; none when it is missing. */
  public <T> List<T> list(String name, Function<String, T> type) {
    List<T> converted = new ArrayList<>();
    List<Json> items = items(name, "This must be a list of strings.");
    for (int i = 0; i < items.size(); i++) {
      String place = path + name + "[" + i + "]";
      converted.add(convert(place, text(place, items.get(i)), type));
    }
    return List.copyOf(converted);
  }

  /** The items of a field that is an array of objects; none when it is missing. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    List<Json> items = items(name, "This must be a list of objects.");
    for (int i = 0; i < items.size(); i++) {
      objects.add(fields(path + name + "[" + i + "]", items.get(i)));
    }
    return List.copyOf(objects);
  }

  private List<Json> items(String name, String otherwise) {
    read.add(name);
    Optional<Json> value = object.find(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof Json.Arr(List<Json> items))) {
      throw Problem.of(ProblemType.INVALID_FIELD, otherwise, path + name).asException();
    }
    return items;
  }

  /**
   * Makes sure that nothing was sent that would silently be ignored.
   *
   * @throws Problem.ProblemException naming the first field that was not read
   */
  public void noOthers() {
    object.members().keySet().stream()
        .filter(name -> !read.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Problem.of(
                      ProblemType.UNKNOWN_FIELD,
                      "This field is not known here. Known: "
                          + String.join(", ", read.stream().sorted().toList())
                          + ".",
                      path + shortened(name))
                  .asException();
            });
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) > MAX_NAME_SHOWN
        ? name.substring(0, name.offsetByCodePoints(0, MAX_NAME_SHOWN))
        : name;
  }

  private static String text(String path, Json value) {
    if (value instanceof Json.Str(String text)) {
      return text;
    }
    throw Problem.of(ProblemType.INVALID_FIELD, "This must be a string.", path).asException();
  }

  /**
   * A value from outside, made into a type of the domain; the field is named when it is refused.
   */
  static <T> T convert(String field, String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (InvalidValueException e) {
      throw Problem.of(ProblemType.INVALID_FIELD, String.valueOf(e.getMessage()), field)
          .asException();
    }
  }
}
