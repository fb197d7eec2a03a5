package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AskableInvoices.Askable;
import io.customerconnect.domain.challenge.Evidence;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The invoices of a vendor that a challenge can ask for, as an item that one read unit holds: a
 * line of text each.
 */
final class AskableItem {
  private static final String SEPARATOR = "\t";

  private AskableItem() {}

  static Map<String, AttributeValue> write(Keys.Key key, AskableInvoices askable) {
    return ItemBuilder.item(key)
        .set("invoices", askable.invoices())
        .set("best", askable.best().stream().map(AskableItem::text).toList())
        .build();
  }

  static AskableInvoices read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new AskableInvoices(
        reader.strings("best").stream().map(AskableItem::askable).toList(),
        reader.integer("invoices"));
  }

  private static String text(Askable askable) {
    LedgerInvoice invoice = askable.invoice();
    return String.join(
        SEPARATOR,
        invoice.issueDate().toString(),
        invoice.total().amount().toPlainString(),
        invoice.total().currency().getCurrencyCode(),
        invoice.type() == DocumentType.INVOICE ? "I" : "C",
        String.format(Locale.ROOT, "%.1f", askable.evidence().date()),
        String.format(Locale.ROOT, "%.1f", askable.evidence().amount()),
        invoice.number().written());
  }

  private static Askable askable(String text) {
    String[] parts = text.split(SEPARATOR, 7);
    return new Askable(
        new LedgerInvoice(
            new InvoiceNumber(parts[6]),
            LocalDate.parse(parts[0]),
            Money.parse(parts[1], Money.currency(parts[2])),
            parts[3].equals("I") ? DocumentType.INVOICE : DocumentType.CREDIT_NOTE),
        new Evidence(Double.parseDouble(parts[4]), Double.parseDouble(parts[5])));
  }
}
