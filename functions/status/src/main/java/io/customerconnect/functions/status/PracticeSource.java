package io.customerconnect.functions.status;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.status.PaymentHabits;
import io.customerconnect.domain.status.PracticeSamples;
import io.customerconnect.domain.status.PracticeWalk;
import io.customerconnect.domain.status.StatusRow;
import io.customerconnect.table.Invoices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What the test buyer shows an account: its samples, and what the account has submitted (P3). */
record PracticeSource(Invoices invoices, Binding binding, Instant now) implements Source {
  /** Nothing of it changes; it says that the test buyer is there. */
  private static final Duration LOOKED_AT_AGAIN = Duration.ofDays(7);

  /** Older submissions are seen no more. */
  private static final int MAX_SUBMITTED = 60;

  @Override
  public Page page(Optional<String> after) {
    Stream<Item> samples =
        PracticeSamples.rows(binding.vendorNumber(), binding.since()).stream()
            .map(row -> new Item(row, now, Optional.of(now.plus(LOOKED_AT_AGAIN))));
    Stream<Item> submitted =
        invoices.newest(binding.legalEntity(), binding.vendorNumber(), MAX_SUBMITTED).stream()
            .map(this::submitted);
    return new Page(Stream.concat(samples, submitted).toList(), Optional.empty());
  }

  private Item submitted(HistoricInvoice invoice) {
    StatusRow row =
        PracticeSamples.submitted(
            invoice.vendor(),
            invoice.number(),
            invoice.issueDate(),
            invoice.documentType(),
            invoice.dueDate(),
            invoice.total(),
            invoice.asOf(),
            now);
    return new Item(row, now, PracticeWalk.next(invoice.total(), invoice.asOf(), now));
  }

  @Override
  public Optional<LocalDate> newest() {
    return Optional.empty();
  }

  @Override
  public PaymentHabits habits() {
    return PaymentHabits.NONE;
  }
}
