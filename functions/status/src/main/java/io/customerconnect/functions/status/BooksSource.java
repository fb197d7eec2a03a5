package io.customerconnect.functions.status;

import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.status.PastPayment;
import io.customerconnect.domain.status.PaymentForecast;
import io.customerconnect.domain.status.PaymentHabits;
import io.customerconnect.domain.status.PaymentHistory;
import io.customerconnect.domain.status.StatusMapping;
import io.customerconnect.domain.status.StatusRow;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Invoices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A vendor's invoices in the buyer's books. */
final class BooksSource implements Source {
  private static final int PAGE_SIZE = 90;

  /** The payments that count are looked for in so many of the vendor's newest invoices. */
  private static final int LOOKED_THROUGH = 200;

  private final Invoices invoices;
  private final Binding binding;
  private final StatusMapping mapping;
  private final PaymentForecast forecast;
  private final Optional<LocalDate> newest;
  private final Instant now;

  BooksSource(
      Invoices invoices,
      Deliveries deliveries,
      Binding binding,
      StatusMapping mapping,
      Instant now) {
    this.invoices = invoices;
    this.binding = binding;
    this.mapping = mapping;
    this.now = now;
    List<HistoricInvoice> latest =
        invoices.newest(binding.legalEntity(), binding.vendorNumber(), LOOKED_THROUGH);
    newest = latest.stream().findFirst().map(HistoricInvoice::issueDate);
    List<PastPayment> payments =
        latest.stream().flatMap(invoice -> PastPayment.of(invoice, mapping).stream()).toList();
    forecast =
        new PaymentForecast(
            PaymentForecast.Rules.DEFAULT,
            PaymentHistory.none(PaymentHistory.OF_VENDOR).and(payments),
            deliveries.payments(binding.legalEntity()));
  }

  @Override
  public Page page(Optional<String> after) {
    List<Invoices.OfVendor> found =
        invoices.ofVendor(binding.legalEntity(), binding.vendorNumber(), after, PAGE_SIZE);
    return new Page(
        found.stream().map(this::item).toList(),
        found.size() < PAGE_SIZE ? Optional.empty() : Optional.of(found.getLast().key()));
  }

  private Item item(Invoices.OfVendor found) {
    StatusRow row = StatusRow.of(found.invoice(), mapping, forecast, now);
    return new Item(
        row,
        found.invoice().current().asOf(),
        row.outlook().changesAt().filter(at -> at.isAfter(now)));
  }

  @Override
  public Optional<LocalDate> newest() {
    return newest;
  }

  @Override
  public PaymentHabits habits() {
    return PaymentHabits.of(forecast.vendor(), forecast.buyer());
  }
}
