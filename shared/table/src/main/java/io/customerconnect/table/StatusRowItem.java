package io.customerconnect.table;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.Correction;
import io.customerconnect.domain.status.InvoiceStatus;
import io.customerconnect.domain.status.Outlook;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An invoice as its supplier sees it, as an item. */
final class StatusRowItem {
  private StatusRowItem() {}

  static Map<String, AttributeValue> write(
      AccountId account, StatusRow row, long generation, Instant expiry) {
    ItemBuilder item =
        ItemBuilder.item(Keys.status(account, row))
            .index(Keys.statusByPayment(account, row))
            .set(LoadItem.GENERATION, generation)
            .set("legalEntity", row.legalEntity().value())
            .set("vendor", row.vendor().value())
            .set("number", row.number().written())
            .set("issued", row.issued().toString())
            .set("type", Integer.toString(row.type().code()))
            .set("due", row.due().map(LocalDate::toString))
            .set("total", row.total().amount().toPlainString())
            .set("currency", row.total().currency().getCurrencyCode())
            .set("word", row.word())
            .set("since", row.since())
            .expiresAt(expiry);
    write(item, row.status());
    write(item, row.outlook());
    return item.build();
  }

  static StatusRow read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    Currency currency = Currency.getInstance(reader.string("currency"));
    return new StatusRow(
        new LegalEntityId(reader.string("legalEntity")),
        new VendorNumber(reader.string("vendor")),
        new InvoiceNumber(reader.string("number")),
        LocalDate.parse(reader.string("issued")),
        DocumentTypeCode.ofCode(reader.string("type")).orElseThrow(),
        reader.date("due"),
        money(reader.string("total"), currency),
        reader.find("word"),
        status(reader, currency),
        outlook(reader),
        reader.instant("since"));
  }

  private static void write(ItemBuilder item, InvoiceStatus status) {
    switch (status) {
      case InvoiceStatus.Acknowledged _ -> item.set("status", "AB");
      case InvoiceStatus.InProcess _ -> item.set("status", "IP");
      case InvoiceStatus.UnderQuery _ -> item.set("status", "UQ");
      case InvoiceStatus.ConditionallyAccepted _ -> item.set("status", "CA");
      case InvoiceStatus.Rejected _ -> item.set("status", "RE");
      case InvoiceStatus.Accepted _ -> item.set("status", "AP");
      case InvoiceStatus.PartiallyPaid(Payment payment, Optional<Money> open, Clarification _) -> {
        write(item.set("status", "PP"), payment);
        item.set("open", open.map(StatusRowItem::amount));
      }
      case InvoiceStatus.Paid(Payment payment, Clarification _) ->
          write(item.set("status", "PD"), payment);
      case InvoiceStatus.Unmapped(String word) -> item.set("status", "?").set("unmapped", word);
    }
    Clarification note = status.clarification();
    item.set("reasons", note.reasons().stream().map(StatusReason::code).sorted().toList())
        .set("actions", note.actions().stream().map(StatusAction::code).sorted().toList())
        .set("text", note.text())
        .setMaps("corrections", corrections(note));
  }

  private static void write(ItemBuilder item, Payment payment) {
    item.set("paidOn", payment.on().map(LocalDate::toString))
        .set("paid", payment.amount().map(StatusRowItem::amount))
        .set("reference", payment.reference());
  }

  private static InvoiceStatus status(ItemReader reader, Currency currency) {
    Clarification note = clarification(reader);
    String status = reader.string("status");
    return switch (status) {
      case "AB" -> new InvoiceStatus.Acknowledged(note);
      case "IP" -> new InvoiceStatus.InProcess(note);
      case "UQ" -> new InvoiceStatus.UnderQuery(note);
      case "CA" -> new InvoiceStatus.ConditionallyAccepted(note);
      case "RE" -> new InvoiceStatus.Rejected(note);
      case "AP" -> new InvoiceStatus.Accepted(note);
      case "PP" ->
          new InvoiceStatus.PartiallyPaid(
              payment(reader, currency),
              reader.find("open").map(text -> money(text, currency)),
              note);
      case "PD" -> new InvoiceStatus.Paid(payment(reader, currency), note);
      case "?" -> new InvoiceStatus.Unmapped(reader.string("unmapped"));
      default -> throw new IllegalStateException("No such status of an invoice: " + status);
    };
  }

  static List<Map<String, AttributeValue>> corrections(Clarification note) {
    return note.corrections().stream()
        .map(
            correction ->
                ItemBuilder.attributes()
                    .set("t", correction.term())
                    .set("v", correction.value())
                    .build())
        .toList();
  }

  static Clarification clarification(ItemReader reader) {
    return new Clarification(
        reader.strings("reasons").stream()
            .flatMap(code -> StatusReason.ofCode(code).stream())
            .collect(Collectors.toUnmodifiableSet()),
        reader.strings("actions").stream()
            .flatMap(code -> StatusAction.ofCode(code).stream())
            .collect(Collectors.toUnmodifiableSet()),
        reader.find("text"),
        reader.maps("corrections").stream()
            .map(correction -> new Correction(correction.string("t"), correction.string("v")))
            .toList());
  }

  private static Payment payment(ItemReader reader, Currency currency) {
    return new Payment(
        reader.date("paidOn"),
        reader.find("paid").map(text -> money(text, currency)),
        reader.find("reference"));
  }

  private static void write(ItemBuilder item, Outlook outlook) {
    switch (outlook) {
      case Outlook.Dated(LocalDate date, Outlook.Source source) ->
          item.set("outlook", source.name()).set("expected", date.toString());
      case Outlook.Paid(Optional<LocalDate> on) ->
          item.set("outlook", "PAID").set("expected", on.map(LocalDate::toString));
      case Outlook.Refused _ -> item.set("outlook", "REFUSED");
      case Outlook.OnHold _ -> item.set("outlook", "ON_HOLD");
      case Outlook.Unknown _ -> item.set("outlook", "UNKNOWN");
    }
  }

  private static Outlook outlook(ItemReader reader) {
    String outlook = reader.string("outlook");
    return switch (outlook) {
      case "PAID" -> new Outlook.Paid(reader.date("expected"));
      case "REFUSED" -> new Outlook.Refused();
      case "ON_HOLD" -> new Outlook.OnHold();
      case "UNKNOWN" -> new Outlook.Unknown();
      default ->
          new Outlook.Dated(
              LocalDate.parse(reader.string("expected")), Outlook.Source.valueOf(outlook));
    };
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }

  private static Money money(String amount, Currency currency) {
    return new Money(new BigDecimal(amount), currency);
  }
}
