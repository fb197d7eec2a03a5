package io.customerconnect.domain.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a kind of file.
 *
 * @param required a file without one column of each of these is refused
 * @param together rows that follow one another and are the same in these belong together; none:
 *     each row is for itself
 */
public record FeedLayout<C extends FeedColumn>(
    List<C> columns, List<List<C>> required, List<C> together) {
  /** Of a file; those that we do not know count too. */
  static final int MAX_COLUMNS = 200;

  public FeedLayout {
    columns = List.copyOf(columns);
    required = List.copyOf(required);
    together = List.copyOf(together);
  }

  /** The column of this name; upper or lower case and blanks around it make no difference. */
  public Optional<C> named(String header) {
    String key = key(header);
    return columns.stream().filter(column -> key(column.header()).equals(key)).findFirst();
  }

  private static String key(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }

  /** Reads the fields of the first line. */
  public FeedHeader<C> header(List<String> names) {
    if (names.size() > MAX_COLUMNS) {
      return new FeedHeader.Faulty<>(FileFault.tooManyColumns(names.size(), MAX_COLUMNS));
    }
    Map<C, Integer> positions = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Optional<C> column = named(name);
      if (column.isEmpty()) {
        if (!name.isBlank()) {
          unknown.add(name.strip());
        }
      } else if (positions.putIfAbsent(column.get(), i) != null) {
        return new FeedHeader.Faulty<>(FileFault.repeatedColumn(column.get()));
      }
    }
    List<C> missing =
        required.stream()
            .filter(oneOf -> oneOf.stream().noneMatch(positions::containsKey))
            .map(List::getFirst)
            .toList();
    return missing.isEmpty()
        ? new FeedHeader.Columns<>(names.size(), positions, unknown)
        : new FeedHeader.Faulty<>(FileFault.missingColumns(missing));
  }
}
