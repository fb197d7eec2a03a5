package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.feed.Reject.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The cells of a row as values, and what is wrong with those that are none. */
final class RowCells<C extends FeedColumn> {
  private final long line;
  private final Function<C, String> cells;
  private final List<Reject> rejects = new ArrayList<>();

  /**
   * @param line the line that the row begins in
   * @param cells the text of a column; empty where the file has no such column
   */
  RowCells(long line, Function<C, String> cells) {
    this.line = line;
    this.cells = cells;
  }

  /** What was found wrong up to now. */
  List<Reject> rejects() {
    return rejects;
  }

  /** The column's text without blanks around it, on one line. */
  String cell(C column) {
    return cells
        .apply(column)
        .replace("\r\n", " ")
        .replace('\r', ' ')
        .replace('\n', ' ')
        .replace('\t', ' ')
        .strip();
  }

  /** The parts that {@code |} separates; empty ones keep their place. */
  List<String> parts(C column) {
    List<String> parts = new ArrayList<>();
    for (String part : cell(column).split("\\|", -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  <T> Optional<T> required(C column, Reason reason, Function<String, T> convert) {
    if (cell(column).isEmpty()) {
      reject(column, Reason.REQUIRED, column.header() + " must not be empty.");
      return Optional.empty();
    }
    return optional(column, reason, convert);
  }

  <T> Optional<T> optional(C column, Reason reason, Function<String, T> convert) {
    String text = cell(column);
    return text.isEmpty() ? Optional.empty() : converted(column, reason, text, convert);
  }

  <T> Optional<T> converted(C column, Reason reason, String text, Function<String, T> convert) {
    try {
      return Optional.of(convert.apply(text));
    } catch (InvalidValueException e) {
      reject(column, reason, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A value that is made of several cells. */
  <T> Optional<T> checked(C column, Reason reason, Supplier<T> value) {
    return converted(column, reason, "", _ -> value.get());
  }

  void reject(C column, Reason reason, String text) {
    rejects.add(new Reject(line, Optional.of(column.header()), reason, text));
  }
}
