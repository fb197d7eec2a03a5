package io.customerconnect.table;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LoadedInvoice;
import io.customerconnect.domain.feed.LoadedInvoice.Line;
import io.customerconnect.domain.feed.RowStatement;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An invoice in a buyer's books as an item. */
final class InvoiceItem {
  /** Stands for "none" where nothing stands for "unsaid". */
  private static final String NO_DATE = "-";

  private InvoiceItem() {}

  static Map<String, AttributeValue> write(LoadedInvoice loaded, long version) {
    HistoricInvoice invoice = loaded.invoice();
    StatusEntry status = invoice.status();
    Payment payment = status.payment();
    ItemBuilder item =
        ItemBuilder.item(Keys.invoice(invoice.id()))
            .index(Keys.invoiceOfVendor(invoice.id()))
            .set("legalEntity", invoice.legalEntity().value())
            .set("vendor", invoice.vendor().value())
            .set("vendorName", invoice.vendorName())
            .set("vendorVatId", invoice.vendorVatId())
            .set("number", invoice.number().written())
            .set("issued", invoice.issueDate().toString())
            .set("total", invoice.total().amount().toPlainString())
            .set("currency", invoice.total().currency().getCurrencyCode())
            .set("type", Integer.toString(invoice.documentType().code()))
            .set("due", invoice.dueDate().map(LocalDate::toString))
            .set("expected", expected(invoice.expectedPayment()))
            .set("word", status.word())
            .set("code", status.code().map(ResponseCode::code))
            .set(
                "reasons",
                status.clarification().reasons().stream().map(StatusReason::code).sorted().toList())
            .set("reason", status.clarification().text())
            .set("paidOn", payment.on().map(LocalDate::toString))
            .set("paid", payment.amount().map(InvoiceItem::amount))
            .set("reference", payment.reference())
            .set("asOf", invoice.asOf())
            .set("file", loaded.statement().file().text())
            .set(Keys.VERSION, version);
    loaded.reply().ifPresent(reply -> write(item, reply));
    if (!loaded.changedBy().equals(loaded.statement())) {
      item.set("changedAsOf", loaded.changedBy().asOf())
          .set("changedBy", loaded.changedBy().file().text());
    }
    if (!loaded.firstFile().equals(loaded.statement().file())) {
      item.set("firstFile", loaded.firstFile().text());
    }
    return loaded.lines().size() == 1
        ? item.set("line", loaded.lines().firstKey()).build()
        : item.setMaps("lines", loaded.lines().entrySet().stream().map(InvoiceItem::line).toList())
            .build();
  }

  private static void write(ItemBuilder item, LoadedInvoice.Reply reply) {
    Clarification why = reply.clarification();
    item.setMaps(
        "reply",
        List.of(
            ItemBuilder.attributes()
                .set("code", reply.code().map(ResponseCode::code))
                .set("reasons", why.reasons().stream().map(StatusReason::code).sorted().toList())
                .set("actions", why.actions().stream().map(StatusAction::code).sorted().toList())
                .set("text", why.text())
                .setMaps("corrections", StatusRowItem.corrections(why))
                .set("expected", expected(reply.expectedPayment()))
                .set("asOf", reply.statement().asOf())
                .set("file", reply.statement().file().text())
                .build()));
  }

  private static Optional<LoadedInvoice.Reply> reply(ItemReader reader) {
    return reader.maps("reply").stream()
        .findFirst()
        .map(
            reply ->
                new LoadedInvoice.Reply(
                    reply.find("code").flatMap(ResponseCode::ofCode),
                    StatusRowItem.clarification(reply),
                    expected(reply.text("expected")),
                    new RowStatement(
                        reply.instant("asOf"), FileVersion.parse(reply.string("file")))));
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }

  private static String expected(NamedDate expected) {
    return switch (expected) {
      case NamedDate.On(LocalDate date) -> date.toString();
      case NamedDate.None() -> NO_DATE;
      case NamedDate.Unsaid() -> "";
    };
  }

  private static Map<String, AttributeValue> line(Map.Entry<Long, Line> line) {
    return ItemBuilder.attributes()
        .set("l", line.getKey())
        .set("t", amount(line.getValue().total()))
        .set("p", line.getValue().paid().map(InvoiceItem::amount))
        .build();
  }

  static LoadedInvoice read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    HistoricInvoice invoice = invoice(reader);
    RowStatement statement =
        new RowStatement(invoice.asOf(), FileVersion.parse(reader.string("file")));
    RowStatement changedBy =
        reader
            .find("changedBy")
            .map(file -> new RowStatement(reader.instant("changedAsOf"), FileVersion.parse(file)))
            .orElse(statement);
    return new LoadedInvoice(
        invoice,
        statement,
        changedBy,
        reader.find("firstFile").map(FileVersion::parse).orElse(statement.file()),
        lines(reader, invoice),
        reply(reader));
  }

  private static HistoricInvoice invoice(ItemReader reader) {
    Currency currency = Currency.getInstance(reader.string("currency"));
    Set<StatusReason> reasons =
        reader.strings("reasons").stream()
            .flatMap(code -> StatusReason.ofCode(code).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new HistoricInvoice(
        new LegalEntityId(reader.string("legalEntity")),
        new VendorNumber(reader.string("vendor")),
        reader.find("vendorName"),
        reader.find("vendorVatId"),
        new InvoiceNumber(reader.string("number")),
        LocalDate.parse(reader.string("issued")),
        money(reader.string("total"), currency),
        DocumentTypeCode.ofCode(reader.string("type")).orElseThrow(),
        reader.date("due"),
        expected(reader.text("expected")),
        new StatusEntry(
            reader.find("word"),
            reader.find("code").flatMap(ResponseCode::ofCode),
            new Clarification(reasons, Set.of(), reader.find("reason"), List.of()),
            new Payment(
                reader.date("paidOn"),
                reader.find("paid").map(text -> money(text, currency)),
                reader.find("reference"))),
        reader.instant("asOf"));
  }

  private static NamedDate expected(String text) {
    return switch (text) {
      case "" -> new NamedDate.Unsaid();
      case NO_DATE -> new NamedDate.None();
      default -> new NamedDate.On(LocalDate.parse(text));
    };
  }

  private static Money money(String amount, Currency currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  private static NavigableMap<Long, Line> lines(ItemReader reader, HistoricInvoice invoice) {
    NavigableMap<Long, Line> lines = new TreeMap<>();
    Currency currency = invoice.total().currency();
    for (ItemReader line : reader.maps("lines")) {
      lines.put(
          line.number("l"),
          new Line(
              money(line.string("t"), currency),
              line.find("p").map(text -> money(text, currency))));
    }
    if (lines.isEmpty()) {
      lines.put(
          reader.number("line"), new Line(invoice.total(), invoice.status().payment().amount()));
    }
    return lines;
  }

  static Optional<Long> version(Optional<Map<String, AttributeValue>> item) {
    return item.map(attributes -> new ItemReader(attributes).number(Keys.VERSION));
  }
}
