package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AskableInvoices.Askable;
import io.customerconnect.domain.challenge.AskableInvoices.Prospect;
import io.customerconnect.domain.challenge.Evidence;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The invoices of a vendor that a challenge can ask for, as an item that one read unit holds: a
 * line of text each.
 *
 * @param prospect what the vendor was counted as
 * @param readAt when the invoices were read that it was made of
 * @param version counts its changes
 */
record AskableItem(AskableInvoices askable, Prospect prospect, Instant readAt, long version) {
  private static final String SEPARATOR = "\t";

  /** A read unit is 4,096 bytes; the item's other attributes are among the rest. */
  private static final int MAX_BYTES = 3_600;

  /** What DynamoDB adds to the bytes of an entry of a list. */
  private static final int ENTRY_BYTES = 1;

  /** A first one. */
  static AskableItem of(AskableInvoices askable, Prospect prospect, Instant readAt) {
    return new AskableItem(askable, prospect, readAt, 1);
  }

  /** The same over the one before it. */
  AskableItem after(Optional<AskableItem> before) {
    return new AskableItem(
        askable, prospect, readAt, before.map(AskableItem::version).orElse(0L) + 1);
  }

  Map<String, AttributeValue> write(Keys.Key key) {
    return ItemBuilder.item(key)
        .set("invoices", askable.invoices())
        .set("best", lines())
        .set("prospect", prospect.name())
        .set("readAt", readAt)
        .set(Keys.VERSION, version)
        .build();
  }

  static AskableItem read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new AskableItem(
        new AskableInvoices(
            reader.strings("best").stream().map(AskableItem::askable).toList(),
            reader.integer("invoices")),
        Prospect.valueOf(reader.string("prospect")),
        reader.instant("readAt"),
        reader.number(Keys.VERSION));
  }

  /** The best first, as many as there is room for: numbers can be long. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int bytes = 0;
    for (Askable one : askable.best()) {
      String line = text(one);
      bytes += line.getBytes(StandardCharsets.UTF_8).length + ENTRY_BYTES;
      if (bytes > MAX_BYTES) {
        break;
      }
      lines.add(line);
    }
    return lines;
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
