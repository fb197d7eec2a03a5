package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.feed.LoadedInvoice.Effect;
import io.customerconnect.domain.feed.LoadedInvoice.Merge;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.NamedDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadedInvoiceTest {
  private static final FileVersion MONDAY =
      new FileVersion(Instant.parse("2026-03-02T08:00:00Z"), "a");
  private static final FileVersion TUESDAY =
      new FileVersion(MONDAY.createdAt().plus(Duration.ofDays(1)), "b");

  private static LoadedInvoice row(FileVersion file, long line, String total) {
    return row(file, line, total, Set.of(), "");
  }

  private static LoadedInvoice row(
      FileVersion file, long line, String total, Set<InvoiceColumn> columns, String expected) {
    Map<InvoiceColumn, String> cells =
        Map.of(
            InvoiceColumn.VENDOR_NUMBER, "4711",
            InvoiceColumn.INVOICE_NUMBER, "RE-7",
            InvoiceColumn.ISSUE_DATE, "2026-02-27",
            InvoiceColumn.TOTAL_WITH_VAT, total,
            InvoiceColumn.PAID_AMOUNT, total,
            InvoiceColumn.CURRENCY, "EUR",
            InvoiceColumn.EXPECTED_PAYMENT_DATE, expected);
    InvoiceRow read =
        InvoiceRow.read(
            line,
            column -> cells.getOrDefault(column, ""),
            new InvoiceRow.Context(new LegalEntityId("nordwind-1"), file.createdAt(), columns));
    if (read instanceof InvoiceRow.Valid(HistoricInvoice invoice)) {
      return LoadedInvoice.of(invoice, new Revision(file, line));
    }
    throw new AssertionError(read);
  }

  private static LoadedInvoice merged(LoadedInvoice before, LoadedInvoice next) {
    return before.merge(next) instanceof Merge.Changed(LoadedInvoice after) ? after : before;
  }

  @Test
  void linesOfOneFileAreOneInvoiceWithTheirSum() {
    LoadedInvoice both = merged(row(MONDAY, 2, "100.10"), row(MONDAY, 3, "19.02"));

    assertThat(both.invoice().total()).hasToString("119.12 EUR");
    assertThat(both.invoice().status().payment().amount().orElseThrow()).hasToString("119.12 EUR");
  }

  @Test
  void linesMayComeInAnyOrderAndAgain() {
    List<LoadedInvoice> rows = new ArrayList<>();
    for (int line = 2; line < 130; line++) {
      rows.add(row(MONDAY, line, "0.0" + line % 10));
      rows.add(row(MONDAY, line, "0.0" + line % 10));
      rows.add(row(TUESDAY, line + 1_000, "1.00"));
    }
    LoadedInvoice first = rows.getFirst();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rows, new Random(seed));
      LoadedInvoice all = rows.stream().reduce(first, LoadedInvoiceTest::merged);

      assertThat(all.invoice().total()).hasToString("128.00 EUR");
      assertThat(all.lines()).hasSize(128);
    }
  }

  @Test
  void anOlderFileChangesNothing() {
    assertThat(row(TUESDAY, 2, "1.00").merge(row(MONDAY, 2, "2.00")))
        .isInstanceOf(Merge.Older.class);
  }

  @Test
  void aRowThatIsThereAlreadyIsTheSame() {
    assertThat(row(MONDAY, 2, "1.00").merge(row(MONDAY, 2, "1.00"))).isInstanceOf(Merge.Same.class);
  }

  @Test
  void aNewerFileThatSaysTheSameConfirmsIt() {
    LoadedInvoice confirmed = merged(row(MONDAY, 2, "1.00"), row(TUESDAY, 5, "1.00"));
    LoadedInvoice changed = merged(row(MONDAY, 2, "1.00"), row(TUESDAY, 5, "2.00"));

    assertThat(confirmed.effect()).isEqualTo(Effect.CONFIRMED);
    assertThat(confirmed.statement().file()).isEqualTo(TUESDAY);
    assertThat(changed.effect()).isEqualTo(Effect.CHANGED);
  }

  @Test
  void aFileThatDoesNotSpeakOfAnExpectedDateLeavesTheOneThatWasNamed() {
    Set<InvoiceColumn> spoken = Set.of(InvoiceColumn.EXPECTED_PAYMENT_DATE);
    LoadedInvoice named = row(MONDAY, 2, "1.00", spoken, "2026-04-01");

    assertThat(merged(named, row(TUESDAY, 2, "1.00")).invoice().expectedPayment())
        .isEqualTo(new NamedDate.On(LocalDate.parse("2026-04-01")));
    assertThat(merged(named, row(TUESDAY, 2, "1.00", spoken, "")).invoice().expectedPayment())
        .isEqualTo(new NamedDate.None());
  }

  @Test
  void anInvoiceOfTooManyLinesIsRefused() {
    LoadedInvoice invoice = row(MONDAY, 1, "999999999999.99");
    for (int line = 2; line <= LoadedInvoice.MAX_LINES; line++) {
      invoice = merged(invoice, row(MONDAY, line, "999999999999.99"));
    }
    LoadedInvoice full = invoice;

    assertThat(full.lines()).hasSize(LoadedInvoice.MAX_LINES);
    assertThatThrownBy(() -> full.merge(row(MONDAY, 5_000, "1.00")))
        .isInstanceOf(InvalidValueException.class);
  }
}
