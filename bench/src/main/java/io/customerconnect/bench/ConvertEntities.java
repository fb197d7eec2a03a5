package io.customerconnect.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.DirectoryRow;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.testing.PublicData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Converts the lists of real companies to directory files.
 *
 * <p>A country that a row lacks is taken from its jurisdiction, else from its parent, else from
 * what its source is about. Identifiers that are none are left out and counted, and so are further
 * other names than a row may have: the lists have such, and a directory has not.
 */
public final class ConvertEntities {
  private static final Map<String, String> COUNTRY_OF_SOURCE =
      Map.of("sec-ex21", "US", "sec-tickers", "US", "de-federal-holdings-2015", "DE");

  private final Map<String, String> countryByName = new HashMap<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  private ConvertEntities() {
    for (String country : Locale.getISOCountries()) {
      countryByName.put(Locale.of("", country).getDisplayCountry(Locale.ENGLISH), country);
    }
    countryByName.putAll(
        Map.of(
            "Korea", "KR",
            "Hong Kong", "HK",
            "Russia", "RU",
            "Czech Republic", "CZ",
            "Dubai (UAE)", "AE",
            "Georgia, CIS", "GE",
            "Peoples Republic of China", "CN"));
    // A state of the USA rather than the country, in a list of subsidiaries of American companies.
    countryByName.remove("Georgia");
  }

  /** Converts both lists into a folder. */
  public static void main(String... args) throws IOException {
    if (args.length != 1) {
      System.out.println("Usage: -Dbench='ConvertEntities FOLDER', where the two files are to go");
      return;
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    System.out.println(curated(folder.resolve("curated.csv")));
    System.out.println(large(folder.resolve("large.csv"), Integer.MAX_VALUE, 0));
  }

  /**
   * What was converted.
   *
   * @param leftOut how many values were left out, by column
   */
  record Converted(Path file, int rows, long bytes, Map<String, Integer> leftOut) {}

  /** Converts the list of companies with groups, all of it. */
  static Converted curated(Path target) throws IOException {
    return new ConvertEntities().convertCurated(target);
  }

  /**
   * Converts the large list, or a part of it that is picked by a seed.
   *
   * @param most how many rows
   */
  static Converted large(Path target, int most, long seed) throws IOException {
    return new ConvertEntities().convertLarge(target, most, seed);
  }

  private Converted convertCurated(Path target) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (var reader =
        CsvReader.builder()
            .ofNamedCsvRecord(
                PublicData.reader(PublicData.require().resolve("entities_curated.csv")))) {
      reader.forEach(rows::add);
    }
    Map<String, String> countries = new HashMap<>();
    rows.forEach(row -> countries.put(row.getField("entity_id"), ownCountry(row)));
    try (CsvWriter writer = open(target)) {
      for (NamedCsvRecord row : rows) {
        String own = ownCountry(row);
        String parents = countries.getOrDefault(row.getField("parent_entity_id"), "");
        Map<DirectoryColumn, String> cells = new EnumMap<>(DirectoryColumn.class);
        cells.put(DirectoryColumn.LEGAL_ENTITY_ID, row.getField("entity_id"));
        cells.put(DirectoryColumn.LEGAL_NAME, row.getField("official_name"));
        cells.put(DirectoryColumn.OTHER_NAMES, row.getField("other_names"));
        cells.put(
            DirectoryColumn.COUNTRY,
            firstOf(own, parents, COUNTRY_OF_SOURCE.getOrDefault(row.getField("source"), "")));
        cells.put(DirectoryColumn.CITY, row.getField("city"));
        cells.put(DirectoryColumn.LEI, row.getField("lei"));
        cells.put(DirectoryColumn.VAT_ID, row.getField("vat"));
        cells.put(DirectoryColumn.REGISTRATION_NUMBER, row.getField("company_number"));
        cells.put(DirectoryColumn.GROUP_ID, row.getField("group_id"));
        cells.put(DirectoryColumn.GROUP_NAME, row.getField("group_name"));
        write(writer, cells);
      }
    }
    return new Converted(target, rows.size(), Files.size(target), leftOut);
  }

  private Converted convertLarge(Path target, int most, long seed) throws IOException {
    Path source = PublicData.require().resolve("entities_large.csv.gz");
    int all = 377_541;
    Random random = new Random(seed);
    int line = 0;
    int written = 0;
    try (CsvWriter writer = open(target);
        var reader = CsvReader.builder().ofNamedCsvRecord(PublicData.reader(source))) {
      for (NamedCsvRecord row : reader) {
        line++;
        // Each row has the same chance, and exactly so many are taken.
        if (random.nextInt(Math.max(all - line + 1, 1)) >= most - written) {
          continue;
        }
        written++;
        String scheme = row.getField("identifier_scheme");
        String identifier = row.getField("identifier");
        Map<DirectoryColumn, String> cells = new EnumMap<>(DirectoryColumn.class);
        cells.put(DirectoryColumn.LEGAL_ENTITY_ID, "l-" + line);
        cells.put(DirectoryColumn.LEGAL_NAME, row.getField("name"));
        cells.put(
            DirectoryColumn.COUNTRY,
            firstOf(
                row.getField("country"),
                COUNTRY_OF_SOURCE.getOrDefault(row.getField("source"), "")));
        cells.put(DirectoryColumn.CITY, row.getField("city"));
        switch (scheme) {
          case "LEI" -> cells.put(DirectoryColumn.LEI, identifier);
          case "VAT" -> cells.put(DirectoryColumn.VAT_ID, identifier);
          case "row", "source-id", "ISIN" -> {}
          default -> cells.put(DirectoryColumn.REGISTRATION_NUMBER, identifier);
        }
        write(writer, cells);
      }
    }
    return new Converted(target, written, Files.size(target), leftOut);
  }

  private static CsvWriter open(Path target) throws IOException {
    CsvWriter writer = CsvWriter.builder().build(target);
    writer.writeRecord(
        Arrays.stream(DirectoryColumn.values()).map(DirectoryColumn::header).toList());
    return writer;
  }

  /** Writes a row, without those optional cells that the directory would refuse the row for. */
  private void write(CsvWriter writer, Map<DirectoryColumn, String> cells) {
    if (DirectoryRow.read(1, column -> cells.getOrDefault(column, ""))
        instanceof DirectoryRow.Refused(List<Reject> rejects)) {
      for (Reject reject : rejects) {
        Optional<DirectoryColumn> column = reject.column().flatMap(DirectoryColumn.LAYOUT::named);
        column
            .filter(refused -> !DirectoryColumn.LAYOUT.required().contains(List.of(refused)))
            .filter(refused -> cells.remove(refused) != null)
            .ifPresent(refused -> leftOut.merge(refused.header(), 1, Integer::sum));
      }
    }
    writer.writeRecord(
        Arrays.stream(DirectoryColumn.values())
            .map(column -> cells.getOrDefault(column, ""))
            .toList());
  }

  private String ownCountry(NamedCsvRecord row) {
    String jurisdiction = row.getField("jurisdiction");
    String behindComma = jurisdiction.substring(jurisdiction.lastIndexOf(',') + 1).strip();
    return firstOf(
        row.getField("country"),
        countryByName.getOrDefault(jurisdiction, ""),
        countryByName.getOrDefault(behindComma, ""));
  }

  private static String firstOf(String... texts) {
    return Arrays.stream(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }
}
