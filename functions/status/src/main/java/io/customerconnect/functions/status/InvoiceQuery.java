package io.customerconnect.functions.status;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.InvoiceFilter;
import io.customerconnect.domain.status.InvoiceFilter.Range;
import io.customerconnect.domain.status.InvoiceFilter.Status;
import io.customerconnect.domain.status.Outlook.Standing;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.StatusRows.Direction;
import io.customerconnect.table.StatusRows.Listed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Which invoices are asked for, and in which order. */
record InvoiceQuery(InvoiceFilter filter, Listed listed, Direction direction) {
  private static final int MAX_AMOUNT_LENGTH = 20;

  /**
   * What a request asks for.
   *
   * @throws Problem.ProblemException when a parameter is not as it should be
   */
  static InvoiceQuery of(HttpRequest request) {
    InvoiceFilter filter =
        new InvoiceFilter(
            request.query("legalEntityId", LegalEntityId::new),
            request.query("status", InvoiceQuery::status),
            request.query("standing", InvoiceQuery::standing),
            range(request, "issued", InvoiceQuery::date),
            range(request, "payment", InvoiceQuery::date),
            range(request, "total", InvoiceQuery::amount),
            request.query("currency", text -> Money.currency(text.toUpperCase(Locale.ROOT))),
            request.query("invoiceNumber", InvoiceQuery::numberPart));
    String sort = request.query("sort", InvoiceQuery::sort).orElse("paymentDate");
    Direction direction = sort.startsWith("-") ? Direction.BACKWARDS : Direction.FORWARDS;
    return new InvoiceQuery(
        filter,
        sort.endsWith("issueDate")
            ? new Listed.ByIssue(
                filter
                    .legalEntity()
                    .orElseThrow(
                        () ->
                            Problem.of(
                                    ProblemType.INVALID_FIELD,
                                    "Invoices are sorted by their date of one customer at a time:"
                                        + " please name it as legalEntityId.",
                                    "sort")
                                .asException()))
            : new Listed.ByPayment(filter.standing()),
        direction);
  }

  /** Whether everything that is read is wanted. */
  boolean isUnfiltered() {
    InvoiceFilter readAnyway =
        switch (listed) {
          case Listed.ByPayment(Optional<Standing> standing) -> only(Optional.empty(), standing);
          case Listed.ByIssue(LegalEntityId legalEntity) ->
              only(Optional.of(legalEntity), Optional.empty());
        };
    return filter.equals(readAnyway);
  }

  private static InvoiceFilter only(
      Optional<LegalEntityId> legalEntity, Optional<Standing> standing) {
    InvoiceFilter all = InvoiceFilter.ALL;
    return new InvoiceFilter(
        legalEntity,
        all.status(),
        standing,
        all.issued(),
        all.payment(),
        all.total(),
        all.currency(),
        all.numberPart());
  }

  private static <T extends Comparable<? super T>> Range<T> range(
      HttpRequest request, String name, Function<String, T> type) {
    return new Range<>(request.query(name + "From", type), request.query(name + "To", type));
  }

  private static Status status(String text) {
    return text.equals("unknown")
        ? new Status.Unmapped()
        : new Status.Coded(
            ResponseCode.ofCode(text.toUpperCase(Locale.ROOT))
                .orElseThrow(
                    () ->
                        new InvalidValueException(
                            "The status must be AB, IP, UQ, CA, RE, AP, PD or unknown.")));
  }

  private static Standing standing(String text) {
    return switch (text) {
      case "open" -> Standing.OPEN;
      case "settled" -> Standing.SETTLED;
      default -> throw new InvalidValueException("This must be open or settled.");
    };
  }

  private static String sort(String text) {
    return switch (text) {
      case "paymentDate", "-paymentDate", "issueDate", "-issueDate" -> text;
      default ->
          throw new InvalidValueException(
              "The order must be paymentDate or issueDate, with - in front for the last first.");
    };
  }

  private static LocalDate date(String text) {
    return InvoiceDate.parse("The date", text);
  }

  private static BigDecimal amount(String text) {
    if (!text.matches("-?\\d{1,15}(\\.\\d{1,4})?") || text.length() > MAX_AMOUNT_LENGTH) {
      throw new InvalidValueException("The amount must be digits with a decimal point.");
    }
    return new BigDecimal(text);
  }

  private static String numberPart(String text) {
    if (text.length() > InvoiceNumber.MAX_LENGTH) {
      throw new InvalidValueException(
          "The number must not be longer than " + InvoiceNumber.MAX_LENGTH + " characters.");
    }
    String key = InvoiceNumber.keyOf(text);
    if (key.isEmpty()) {
      throw new InvalidValueException("Please give a part of the number with letters or digits.");
    }
    return key;
  }
}
