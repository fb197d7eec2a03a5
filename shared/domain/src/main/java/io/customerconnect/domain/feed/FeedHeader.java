package io.customerconnect.domain.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first line of a file: which column stands where, in any order. */
public sealed interface FeedHeader<C extends FeedColumn> {

  /**
   * A header that can be read by.
   *
   * @param width how many fields a row has
   * @param positions where the columns that we know stand, from 0
   * @param unknown names of columns that are skipped
   */
  record Columns<C extends FeedColumn>(int width, Map<C, Integer> positions, List<String> unknown)
      implements FeedHeader<C> {
    public Columns {
      positions = Map.copyOf(positions);
      unknown = List.copyOf(unknown);
    }

    /** A row's text in a column; empty where the file has no such column. */
    public String cell(C column, List<String> fields) {
      return Optional.ofNullable(positions.get(column)).map(fields::get).orElse("");
    }

    /** The first of our columns that a row has more text in, if there is one. */
    public Optional<C> longerThan(int characters, List<String> fields) {
      return positions.entrySet().stream()
          .filter(column -> fields.get(column.getValue()).length() > characters)
          .min(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey);
    }
  }

  /** A header that the file is refused for. */
  record Faulty<C extends FeedColumn>(FileFault fault) implements FeedHeader<C> {}
}
