package io.customerconnect.domain.feed;

import io.customerconnect.domain.feed.FileFault.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first line of a directory file: which column stands where, in any order. */
public sealed interface DirectoryHeader {

  /**
   * A header that can be read by.
   *
   * @param width how many fields a row has
   * @param positions where the columns that we know stand, from 0
   * @param unknown names of columns that are skipped
   */
  record Columns(int width, Map<DirectoryColumn, Integer> positions, List<String> unknown)
      implements DirectoryHeader {
    public Columns {
      positions = Map.copyOf(positions);
      unknown = List.copyOf(unknown);
    }
  }

  /** A header that the file is refused for. */
  record Faulty(FileFault fault) implements DirectoryHeader {}

  /** Reads the fields of the first line. */
  static DirectoryHeader read(List<String> names) {
    Map<DirectoryColumn, Integer> positions = new EnumMap<>(DirectoryColumn.class);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Optional<DirectoryColumn> column = DirectoryColumn.named(name);
      if (column.isEmpty()) {
        if (!name.isBlank()) {
          unknown.add(name.strip());
        }
      } else if (positions.putIfAbsent(column.get(), i) != null) {
        return new Faulty(
            FileFault.of(
                Kind.REPEATED_COLUMN,
                "The column %s stands twice in the first line.".formatted(column.get().header())));
      }
    }
    String missing =
        DirectoryColumn.REQUIRED.stream()
            .filter(column -> !positions.containsKey(column))
            .map(DirectoryColumn::header)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? new Columns(names.size(), positions, unknown)
        : new Faulty(
            FileFault.of(
                Kind.MISSING_COLUMNS,
                "The first line must name the columns, separated by commas. Missing: %s."
                    .formatted(missing)));
  }
}
