package io.customerconnect.ubl;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.Correction;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A Peppol Invoice Response (T111): what a buyer has done with one invoice.
 *
 * @param id the buyer's own id of the message
 * @param buyer who sends it; may be a third party for the buyer
 * @param supplier whom it is for
 * @param invoice the number of the invoice or credit note
 * @param issued when that was issued, where the message says so
 * @param entry the status and its reasons; a message has no word beside the code
 * @param expectedPayment the day of payment, which is that which the buyer wants for the due date
 * @param asOf when it was so: as late as the message's date and time allow, but not after it came
 */
public record InvoiceResponse(
    String id,
    Optional<Endpoint> buyer,
    Optional<Endpoint> supplier,
    InvoiceNumber invoice,
    DocumentTypeCode type,
    Optional<LocalDate> issued,
    StatusEntry entry,
    NamedDate expectedPayment,
    Instant asOf) {

  private static final String ROOT = "ApplicationResponse";
  private static final String CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:invoice_response:";
  private static final String DUE_DATE = "BT-9";

  /** Whether a message is an application response, of whatever kind. */
  public static boolean isOne(Element message) {
    return message.isDocument(ROOT);
  }

  /**
   * The response that a message is.
   *
   * @param received when the message came
   * @throws UblException when it is none, or not as it should be
   */
  public static InvoiceResponse of(Element message, Instant received) throws UblException {
    if (!isOne(message) || !message.text("CustomizationID").orElse("").startsWith(CUSTOMIZATION)) {
      throw new UblException(
          UblException.Kind.UNKNOWN_DOCUMENT,
          message.place(),
          "This is not a Peppol Invoice Response.");
    }
    Element document = single(message, "DocumentResponse");
    Element response = single(document, "Response");
    Element reference = single(document, "DocumentReference");
    Clarification clarification = clarification(response);
    return new InvoiceResponse(
        message.require("ID"),
        message.first("SenderParty").flatMap(Endpoint::of),
        message.first("ReceiverParty").flatMap(Endpoint::of),
        value(reference, InvoiceNumber::new, "ID"),
        code(reference, DocumentTypeCode::ofCode, "DocumentTypeCode"),
        date(reference, "IssueDate"),
        new StatusEntry(
            Optional.empty(),
            Optional.of(status(response, clarification)),
            clarification,
            Payment.UNKNOWN),
        expectedPayment(clarification),
        asOf(message, received));
  }

  private static ResponseCode status(Element response, Clarification clarification)
      throws UblException {
    ResponseCode code = code(response, ResponseCode::ofCode, "ResponseCode");
    if (code.needsReason() && !clarification.saysWhy()) {
      throw response.fault(
          "A status of %s must say why: give a reason, as a code or in words."
              .formatted(code.code()));
    }
    return code;
  }

  private static Clarification clarification(Element response) throws UblException {
    Set<StatusReason> reasons = EnumSet.noneOf(StatusReason.class);
    Set<StatusAction> actions = EnumSet.noneOf(StatusAction.class);
    List<String> texts = new ArrayList<>();
    List<Correction> corrections = new ArrayList<>();
    for (Element status : response.all("Status")) {
      Optional<Element> code = status.first("StatusReasonCode");
      if (code.isPresent()) {
        texts.addAll(read(code.get(), reasons, actions));
      }
      texts.addAll(status.text("StatusReason").stream().toList());
      for (Element condition : status.all("Condition")) {
        corrections.add(correction(condition));
      }
    }
    try {
      return new Clarification(
          reasons,
          actions,
          texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts)),
          corrections);
    } catch (InvalidValueException e) {
      throw response.fault(e);
    }
  }

  /** Notes a reason or action. What we do not know is kept in words, which it then returns. */
  private static List<String> read(
      Element code, Set<StatusReason> reasons, Set<StatusAction> actions) {
    String list = code.attributes().getOrDefault("listID", StatusReason.LIST);
    Optional<StatusReason> reason =
        list.equals(StatusReason.LIST) ? StatusReason.ofCode(code.text()) : Optional.empty();
    Optional<StatusAction> action =
        list.equals(StatusAction.LIST) ? StatusAction.ofCode(code.text()) : Optional.empty();
    reason.ifPresent(reasons::add);
    action.ifPresent(actions::add);
    return reason.isPresent() || action.isPresent() || code.text().isEmpty()
        ? List.of()
        : List.of(code.text());
  }

  private static Correction correction(Element condition) throws UblException {
    try {
      return new Correction(condition.require("AttributeID"), condition.require("Description"));
    } catch (InvalidValueException e) {
      throw condition.fault(e);
    }
  }

  private static NamedDate expectedPayment(Clarification clarification) {
    return clarification.corrections().stream()
        .filter(correction -> correction.term().equals(DUE_DATE))
        .flatMap(correction -> day(correction.value()).stream())
        .<NamedDate>map(NamedDate.On::new)
        .findFirst()
        .orElseGet(NamedDate.Unsaid::new);
  }

  private static Instant asOf(Element message, Instant received) throws UblException {
    Optional<LocalDate> date = date(message, "IssueDate");
    if (date.isEmpty()) {
      throw message.fault("IssueDate is missing or empty.");
    }
    Optional<String> time = message.text("IssueTime");
    Instant said =
        time.isPresent()
            ? at(message, date.get(), time.get())
            : date.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return said.isBefore(received) ? said : received;
  }

  /** A time without an offset is taken as that of UTC. */
  private static Instant at(Element message, LocalDate date, String time) throws UblException {
    try {
      boolean hasOffset = time.matches(".*(Z|[+-]\\d{2}:\\d{2})");
      return hasOffset
          ? OffsetTime.parse(time).atDate(date).toInstant()
          : LocalTime.parse(time).atDate(date).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      throw message.fault("IssueTime must be a time such as 12:00:00 or 12:00:00+01:00.");
    }
  }

  private static Element single(Element parent, String name) throws UblException {
    List<Element> all = parent.all(name);
    if (all.size() != 1) {
      throw parent.fault("There must be exactly one %s, not %d.".formatted(name, all.size()));
    }
    return all.getFirst();
  }

  private static <T> T code(Element parent, Function<String, Optional<T>> ofCode, String name)
      throws UblException {
    String code = parent.require(name).toUpperCase(Locale.ROOT);
    Optional<T> value = ofCode.apply(code);
    if (value.isEmpty()) {
      throw parent.fault("%s has a code that its list does not have.".formatted(name));
    }
    return value.get();
  }

  private static <T> T value(Element parent, Function<String, T> of, String name)
      throws UblException {
    String text = parent.require(name);
    try {
      return of.apply(text);
    } catch (InvalidValueException e) {
      throw parent.fault(e);
    }
  }

  private static Optional<LocalDate> date(Element parent, String name) throws UblException {
    Optional<String> text = parent.text(name);
    Optional<LocalDate> date = text.flatMap(InvoiceResponse::day);
    if (text.isPresent() && date.isEmpty()) {
      throw parent.fault("%s must be a day such as 2026-03-31.".formatted(name));
    }
    return date;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
