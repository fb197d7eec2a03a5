package io.customerconnect.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.testing.PublicData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes files of historic invoices from the ledger lines of a council: each copy of the ledger has
 * vendors of its own. The ledger's dates are those of posting, which is no matter here.
 */
final class ConvertInvoices {
  private static final List<String> HEADER =
      List.of(
          "vendorNumber", "vendorName", "invoiceNumber", "issueDate", "totalWithVat", "currency");

  private ConvertInvoices() {}

  /** Writes so many rows. */
  static void write(Path target, int rows) throws IOException {
    int written = 0;
    try (CsvWriter writer = CsvWriter.builder().build(target)) {
      writer.writeRecord(HEADER);
      for (int copy = 1; written < rows; copy++) {
        try (var reader =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    PublicData.reader(
                        PublicData.require().resolve("invoices_uk_calderdale.csv.gz")))) {
          for (NamedCsvRecord row : reader) {
            if (written == rows) {
              break;
            }
            writer.writeRecord(
                List.of(
                    vendor(row, copy),
                    row.getField("supplier_name"),
                    row.getField("invoice_number"),
                    row.getField("invoice_date"),
                    row.getField("amount"),
                    "GBP"));
            written++;
          }
        }
      }
    }
  }

  private static String vendor(NamedCsvRecord row, int copy) {
    String id = row.getField("supplier_id");
    String vendor = id.isEmpty() ? row.getField("supplier_name") : id;
    String numbered = copy + "-" + vendor;
    return numbered.substring(
        0, numbered.offsetByCodePoints(0, Math.min(length(numbered), VendorNumber.MAX_LENGTH)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
