package io.customerconnect.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.table.Groups;
import io.customerconnect.table.NameSearch;
import io.customerconnect.table.SearchResult;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Loads real companies from files, and looks for them: all groups show their members, names are
 * found by their first two words; then how fast a large list is loaded.
 */
public final class DirectoryLoad {
  private static final int DEFAULT_ROWS = 10_000;
  private static final long SEED = 20_261_125;
  private static final int NAMES = 500;
  private static final int SHOWN = 10;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private DirectoryLoad() {}

  /**
   * Runs it.
   *
   * @param args how many rows of the large list: a number, or {@code all}
   */
  public static void main(String... args) throws Exception {
    int rows =
        args.length == 0
            ? DEFAULT_ROWS
            : args[0].equals("all") ? Integer.MAX_VALUE : Integer.parseInt(args[0]);
    Path folder = FileLoad.folder();
    curated(folder.resolve("curated.csv"));
    large(folder, rows);
    System.exit(0);
  }

  private static void curated(Path file) throws Exception {
    ConvertEntities.Converted converted = ConvertEntities.curated(file);
    System.out.printf(
        "Curated list: %,d rows; left out by the converter: %s%n",
        converted.rows(), converted.leftOut());
    try (FileLoad load = new FileLoad()) {
      System.out.println("  " + load.load("directory/curated.csv", file));
      System.out.println("  again: " + load.load("directory/curated.csv", file));
      System.out.println(
          "  report: " + load.report("directory/curated.csv").object("rows").toText());
      Table table = new Table(load.table().client(), load.table().name());
      groups(table, file);
      names(table, file);
    }
  }

  private static void groups(Table table, Path file) throws IOException {
    Map<String, Integer> members = new HashMap<>();
    rows(file).stream()
        .map(row -> row.getField("groupId"))
        .filter(id -> !id.isEmpty())
        .forEach(id -> members.merge(id, 1, Integer::sum));
    Groups groups = new Groups(table);
    long complete =
        members.entrySet().stream()
            .filter(
                group ->
                    groups
                        .find(new GroupId(group.getKey()))
                        .filter(found -> found.members().size() == group.getValue())
                        .isPresent())
            .count();
    System.out.printf("  groups that show all their members: %d of %d%n", complete, members.size());
  }

  private static void names(Table table, Path file) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>(rows(file));
    Collections.shuffle(rows, new Random(SEED));
    NameSearch search = new NameSearch(table, Clock.systemUTC());
    Map<String, Long> namesakes =
        rows.stream().collect(Collectors.groupingBy(row -> firstWords(row), Collectors.counting()));
    int found = 0;
    int fewNamesakes = 0;
    int foundOfFew = 0;
    List<String> missed = new ArrayList<>();
    for (NamedCsvRecord row : rows.subList(0, NAMES)) {
      List<Hit<SearchResult>> hits = search.find(firstWords(row), SHOWN);
      String id = row.getField("legalEntityId");
      boolean isFound = hits.stream().anyMatch(hit -> hit.candidate().id().equals(id));
      if (namesakes.getOrDefault(firstWords(row), 0L) <= SHOWN) {
        fewNamesakes++;
        foundOfFew += isFound ? 1 : 0;
      }
      if (isFound) {
        found++;
      } else {
        missed.add(
            id + " (" + namesakes.getOrDefault(firstWords(row), 0L) + " names begin like that)");
      }
    }
    System.out.printf(
        "  found among the first %d by the first two words of the name: %d of %d = %.1f %%%n",
        SHOWN, found, NAMES, 100.0 * found / NAMES);
    System.out.printf(
        "  of those that at most %d names begin like: %d of %d = %.1f %%%n",
        SHOWN, foundOfFew, fewNamesakes, 100.0 * foundOfFew / fewNamesakes);
    missed.stream().limit(25).forEach(id -> System.out.println("    not: " + id));
  }

  private static String firstWords(NamedCsvRecord row) {
    return BLANKS
        .splitAsStream(row.getField("legalName").strip())
        .limit(2)
        .collect(Collectors.joining(" "));
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static void large(Path folder, int rows) throws Exception {
    try (FileLoad load = new FileLoad()) {
      for (int part : new int[] {Math.min(rows / 10, 37_754), rows}) {
        ConvertEntities.Converted converted =
            ConvertEntities.large(folder.resolve("large-" + part + ".csv"), part, SEED);
        System.out.printf(
            "Large list, %,d of 377,541 rows picked by seed %d, %,d bytes:%n  %s%n",
            converted.rows(),
            SEED,
            converted.bytes(),
            load.load("directory/large-" + part + ".csv", converted.file()));
      }
    }
  }
}
