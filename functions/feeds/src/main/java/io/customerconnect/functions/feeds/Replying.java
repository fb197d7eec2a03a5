package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.LoadedInvoice;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.feed.RowStatement;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.Invoices;
import io.customerconnect.ubl.Endpoint;
import io.customerconnect.ubl.InvoiceResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Notes what a buyer's message says of an invoice in its books (P35). */
record Replying(Invoices invoices) {

  void reply(FeedFile file, long line, InvoiceResponse response, ChunkResult.Tally tally) {
    LegalEntityId buyer =
        InvoiceRows.legalEntity(file.key())
            .orElseThrow(() -> new IllegalStateException("A refused file is loaded"));
    LoadedInvoice.Reply reply =
        new LoadedInvoice.Reply(
            response.entry().code(),
            response.entry().clarification(),
            response.expectedPayment(),
            new RowStatement(response.asOf(), file.version()));
    Predicate<HistoricInvoice> isMeant =
        invoice ->
            invoice.documentType() == response.type()
                && response.issued().map(invoice.issueDate()::equals).orElse(true);
    Invoices.Replied replied = invoices.reply(buyer, response.invoice(), isMeant, reply);
    if (replied == Invoices.Replied.SEVERAL) {
      Invoices.Replied ofSupplier =
          invoices.reply(
              buyer,
              response.invoice(),
              isMeant.and(invoice -> isOf(response.supplier(), invoice)),
              reply);
      replied = ofSupplier == Invoices.Replied.UNKNOWN ? replied : ofSupplier;
    }
    switch (replied) {
      case CHANGED -> tally.add(line, new RowOutcome.Loaded(List.of()));
      case SAME -> tally.add(line, new RowOutcome.Unchanged(List.of()));
      case OLDER -> tally.add(line, new RowOutcome.Superseded());
      case UNKNOWN -> tally.refused(List.of(Reject.unknownInvoice(line)));
      case SEVERAL -> tally.refused(List.of(Reject.severalInvoices(line)));
    }
    if (replied == Invoices.Replied.CHANGED || replied == Invoices.Replied.SAME) {
      tally.spokeOf(buyer, response.asOf());
    }
  }

  /** Whether the books know an invoice's vendor by the supplier's electronic address. */
  private static boolean isOf(Optional<Endpoint> supplier, HistoricInvoice invoice) {
    return supplier
        .map(Endpoint::value)
        .filter(
            value ->
                invoice.vendor().value().equals(value)
                    || invoice.vendorVatId().filter(value::equals).isPresent())
        .isPresent();
  }
}
