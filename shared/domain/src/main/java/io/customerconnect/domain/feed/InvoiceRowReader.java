package io.customerconnect.domain.feed;

import static io.customerconnect.domain.feed.InvoiceColumn.AS_OF;
import static io.customerconnect.domain.feed.InvoiceColumn.CURRENCY;
import static io.customerconnect.domain.feed.InvoiceColumn.DOCUMENT_TYPE_CODE;
import static io.customerconnect.domain.feed.InvoiceColumn.DUE_DATE;
import static io.customerconnect.domain.feed.InvoiceColumn.EXPECTED_PAYMENT_DATE;
import static io.customerconnect.domain.feed.InvoiceColumn.INVOICE_NUMBER;
import static io.customerconnect.domain.feed.InvoiceColumn.LEGAL_ENTITY_ID;
import static io.customerconnect.domain.feed.InvoiceColumn.PAID_AMOUNT;
import static io.customerconnect.domain.feed.InvoiceColumn.PAID_DATE;
import static io.customerconnect.domain.feed.InvoiceColumn.PAYMENT_REFERENCE;
import static io.customerconnect.domain.feed.InvoiceColumn.REASON;
import static io.customerconnect.domain.feed.InvoiceColumn.RESPONSE_CODE;
import static io.customerconnect.domain.feed.InvoiceColumn.STATUS;
import static io.customerconnect.domain.feed.InvoiceColumn.TOTAL_WITH_VAT;
import static io.customerconnect.domain.feed.InvoiceColumn.VENDOR_NAME;
import static io.customerconnect.domain.feed.InvoiceColumn.VENDOR_NUMBER;
import static io.customerconnect.domain.feed.InvoiceColumn.VENDOR_VAT_ID;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import io.customerconnect.domain.status.StatusMapping;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a row of a file of historic invoices. */
final class InvoiceRowReader {
  private static final int MAX_VAT_ID_LENGTH = 60;

  private final RowCells<InvoiceColumn> row;
  private final InvoiceRow.Context context;

  InvoiceRowReader(long line, Function<InvoiceColumn, String> cells, InvoiceRow.Context context) {
    this.row = new RowCells<>(line, cells);
    this.context = context;
  }

  InvoiceRow read() {
    Optional<LegalEntityId> own =
        row.optional(LEGAL_ENTITY_ID, Reason.INVALID_ID, LegalEntityId::new);
    Optional<VendorNumber> vendor =
        row.required(VENDOR_NUMBER, Reason.INVALID_TEXT, VendorNumber::new);
    Optional<String> vendorName =
        row.optional(VENDOR_NAME, Reason.INVALID_TEXT, InvoiceRowReader::vendorName);
    Optional<String> vendorVatId =
        row.optional(
            VENDOR_VAT_ID,
            Reason.INVALID_TEXT,
            text -> Text.line("The VAT id", text, MAX_VAT_ID_LENGTH));
    Optional<InvoiceNumber> number =
        row.required(INVOICE_NUMBER, Reason.INVALID_INVOICE_NUMBER, InvoiceNumber::new);
    Optional<LocalDate> issued =
        row.required(
            context.dates().column(),
            Reason.INVALID_DATE,
            text -> InvoiceDate.issued(text, lastDay()));
    Optional<Currency> currency =
        row.required(
            CURRENCY,
            Reason.UNKNOWN_CURRENCY,
            text -> Money.currency(text.toUpperCase(Locale.ROOT)));
    Optional<Money> total =
        currency.flatMap(
            known -> row.required(TOTAL_WITH_VAT, Reason.INVALID_AMOUNT, money(known)));
    Optional<DocumentTypeCode> type =
        row.optional(DOCUMENT_TYPE_CODE, Reason.UNKNOWN_DOCUMENT_TYPE, InvoiceRowReader::type);
    Optional<LocalDate> due = date(DUE_DATE, "The due date");
    NamedDate expected = expected();
    Optional<Instant> asOf = row.optional(AS_OF, Reason.INVALID_TIME, this::asOf);
    Optional<StatusEntry> status = status(currency, total);
    if (!row.rejects().isEmpty()
        || vendor.isEmpty()
        || number.isEmpty()
        || issued.isEmpty()
        || total.isEmpty()
        || status.isEmpty()) {
      return new InvoiceRow.Refused(row.rejects());
    }
    return new InvoiceRow.Valid(
        new HistoricInvoice(
            own.orElse(context.legalEntity()),
            vendor.get(),
            vendorName,
            vendorVatId,
            number.get(),
            issued.get(),
            total.get(),
            type.orElse(DocumentTypeCode.COMMERCIAL_INVOICE),
            due,
            expected,
            status.get(),
            asOf.orElse(context.deliveredAt())));
  }

  /** Where it is latest on earth it may be the next day already. */
  private LocalDate lastDay() {
    return LocalDate.ofInstant(context.deliveredAt(), ZoneOffset.ofHours(14));
  }

  private static String vendorName(String text) {
    return Text.line("The vendor's name", text, LegalEntity.MAX_NAME_LENGTH);
  }

  private static DocumentTypeCode type(String text) {
    return DocumentTypeCode.ofCode(text)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "The document type must be a code of UNCL1001, such as 380 or 381."));
  }

  private static Function<String, Money> money(Currency currency) {
    return text -> {
      Money money = Money.parse(text, currency);
      if (money.amount().precision() - money.amount().scale() > InvoiceRow.MAX_INTEGER_DIGITS) {
        throw new InvalidValueException(
            "The amount must not have more than %d digits before the decimal point."
                .formatted(InvoiceRow.MAX_INTEGER_DIGITS));
      }
      return money;
    };
  }

  private Optional<LocalDate> date(InvoiceColumn column, String what) {
    return row.optional(column, Reason.INVALID_DATE, text -> InvoiceDate.parse(what, text));
  }

  private NamedDate expected() {
    Optional<LocalDate> date = date(EXPECTED_PAYMENT_DATE, "The expected payment date");
    if (date.isPresent()) {
      return new NamedDate.On(date.get());
    }
    return context.columns().contains(EXPECTED_PAYMENT_DATE)
        ? new NamedDate.None()
        : new NamedDate.Unsaid();
  }

  private Instant asOf(String text) {
    Instant asOf;
    try {
      asOf = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw new InvalidValueException(
          "The time must be written as in 2026-03-31T17:00:00Z, or with another offset.");
    }
    // A clock that is ahead must not keep later files from being believed.
    return asOf.isAfter(context.deliveredAt()) ? context.deliveredAt() : asOf;
  }

  private Optional<StatusEntry> status(Optional<Currency> currency, Optional<Money> total) {
    Optional<String> word =
        row.optional(
            STATUS,
            Reason.INVALID_TEXT,
            text -> Text.line("The status", text, StatusEntry.MAX_WORD_LENGTH));
    Optional<ResponseCode> code =
        row.optional(RESPONSE_CODE, Reason.UNKNOWN_RESPONSE_CODE, InvoiceRowReader::responseCode);
    Clarification reason =
        row.optional(REASON, Reason.INVALID_TEXT, InvoiceRowReader::reason)
            .orElse(Clarification.NONE);
    Optional<Money> paid =
        currency.flatMap(known -> row.optional(PAID_AMOUNT, Reason.INVALID_AMOUNT, money(known)));
    Optional<String> reference =
        row.optional(
            PAYMENT_REFERENCE,
            Reason.INVALID_TEXT,
            text -> Text.line("The payment reference", text, Payment.MAX_REFERENCE_LENGTH));
    Payment payment = new Payment(date(PAID_DATE, "The payment date"), paid, reference);
    StatusEntry entry = new StatusEntry(word, code, reason, payment);
    return total.flatMap(
        amount -> row.checked(REASON, Reason.REQUIRED, () -> understood(entry, amount)));
  }

  /** Whether a status can be made of it. */
  private static StatusEntry understood(StatusEntry entry, Money total) {
    StatusMapping.DEFAULT.read(entry, total);
    return entry;
  }

  private static ResponseCode responseCode(String text) {
    return ResponseCode.ofCode(text.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "The response code must be AB, IP, UQ, CA, RE, AP or PD (UNCL4343)."));
  }

  private static Clarification reason(String text) {
    return StatusReason.ofCode(text.toUpperCase(Locale.ROOT))
        .map(Clarification::of)
        .orElseGet(() -> Clarification.of(text));
  }
}
