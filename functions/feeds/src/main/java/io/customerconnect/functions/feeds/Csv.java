package io.customerconnect.functions.feeds;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** The fields of rows that a {@link RowScanner} has found to be well-formed. */
final class Csv {
  private Csv() {}

  static List<String> fields(String row) {
    return CsvReader.builder().ofSingleCsvRecord(row).getFields();
  }
}
