package io.customerconnect.domain.feed;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A row of a file of historic invoices: a line of an invoice, or what is wrong with it. */
public sealed interface InvoiceRow {

  /** A row that can be loaded; the total is that of this line alone. */
  record Valid(HistoricInvoice invoice) implements InvoiceRow {}

  /** A row that is refused; every column at fault is named. */
  record Refused(List<Reject> rejects) implements InvoiceRow {
    public Refused {
      rejects = List.copyOf(rejects);
    }
  }

  /** The most digits before the decimal point of a row's amounts. */
  int MAX_INTEGER_DIGITS = 12;

  /**
   * What is known of all rows of a file.
   *
   * @param legalEntity that the file is delivered for
   * @param deliveredAt when
   * @param columns that the file has
   */
  record Context(LegalEntityId legalEntity, Instant deliveredAt, Set<InvoiceColumn> columns) {
    public Context {
      columns = Set.copyOf(columns);
    }

    /** What the file says that its dates are. */
    LedgerDates dates() {
      return LedgerDates.of(columns);
    }
  }

  /**
   * Reads a row.
   *
   * <p>A row is refused when it cannot be told what it is about or how much it is: a number that is
   * none ({@code S/N}, only zeros), a date that is none or not plausible (31 February, the year
   * 0219, the day after tomorrow), an amount that is no plain decimal ({@code NaN}, {@code 1e9}) or
   * too large, a currency that is not in ISO 4217. Whether an invoice is good enough to be asked
   * about is another matter: negative and zero totals, credit notes and numbers such as {@code 12}
   * are loaded.
   *
   * <p>The other rules, by column:
   *
   * <ul>
   *   <li>{@code documentTypeCode}: a code of UNCL1001; 380 when empty
   *   <li>{@code status}: any word; {@code responseCode}: a code of UNCL4343 that Peppol uses;
   *       {@code reason}: a code of OPStatusReason or words, required with UQ, CA and RE
   *   <li>{@code asOf}: ISO 8601 with an offset; the delivery when empty, or when it is later than
   *       that
   *   <li>{@code expectedPaymentDate}: where the file has the column, empty takes back an earlier
   *       date; where it has not, that stands
   * </ul>
   *
   * @param line the line that the row begins in
   * @param cells the text of a column; empty where the file has no such column
   */
  static InvoiceRow read(long line, Function<InvoiceColumn, String> cells, Context context) {
    return new InvoiceRowReader(line, cells, context).read();
  }
}
