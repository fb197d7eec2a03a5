package io.customerconnect.functions.status;

import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.Freshness;
import io.customerconnect.domain.status.InvoiceStatus;
import io.customerconnect.domain.status.IsoWeek;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.Outlook;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.PaymentForecast;
import io.customerconnect.domain.status.StatusRow;
import io.customerconnect.domain.status.Totals;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.StoredLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Invoices, totals and freshness as the API says them. */
final class InvoiceJson {
  private InvoiceJson() {}

  /**
   * An invoice.
   *
   * @param load of the vendor number that it is known under
   */
  static Json of(StatusRow row, StoredLoad load, Instant now) {
    return Json.object()
        .with("legalEntityId", row.legalEntity().value())
        .with("customerName", load.customerName())
        .with("vendorNumber", row.vendor().value())
        .with("invoiceNumber", row.number().written())
        .with("issueDate", row.issued().toString())
        .with("documentTypeCode", row.type().code())
        .with("dueDate", row.due().map(LocalDate::toString))
        .with("totalWithVat", amount(row.total()))
        .with("currency", row.total().currency().getCurrencyCode())
        .with("openAmount", amount(row.open()))
        .with("status", status(row))
        .with("payment", payment(row.outlook(), load, now));
  }

  private static Json status(StatusRow row) {
    Clarification why = row.status().clarification();
    Json.Obj json =
        Json.object()
            .with("code", row.status().code().map(ResponseCode::code))
            .with("word", row.word())
            .with("since", row.since().toString())
            .with(
                "reasons",
                why.reasons().stream().map(StatusReason::code).sorted().toList(),
                Json::of)
            .with(
                "actions",
                why.actions().stream().map(StatusAction::code).sorted().toList(),
                Json::of)
            .with("text", why.text())
            .with(
                "corrections",
                why.corrections(),
                correction ->
                    Json.object()
                        .with("term", correction.term())
                        .with("value", correction.value()));
    return switch (row.status()) {
      case InvoiceStatus.PartiallyPaid(Payment payment, Optional<Money> _, Clarification _) ->
          paid(json, payment);
      case InvoiceStatus.Paid(Payment payment, Clarification _) -> paid(json, payment);
      case InvoiceStatus.Acknowledged _,
          InvoiceStatus.InProcess _,
          InvoiceStatus.UnderQuery _,
          InvoiceStatus.ConditionallyAccepted _,
          InvoiceStatus.Rejected _,
          InvoiceStatus.Accepted _,
          InvoiceStatus.Unmapped _ ->
          json;
    };
  }

  private static Json paid(Json.Obj json, Payment payment) {
    return json.with("paidDate", payment.on().map(LocalDate::toString))
        .with("paidAmount", payment.amount().map(InvoiceJson::amount))
        .with("paymentReference", payment.reference());
  }

  private static Json payment(Outlook outlook, StoredLoad load, Instant now) {
    return switch (outlook) {
      case Outlook.Dated(LocalDate date, Outlook.Source source) ->
          learnt(
              Json.object()
                  .with("state", PaymentForecast.isOver(date, now) ? "late" : "expected")
                  .with("date", date.toString())
                  .with("source", word(source)),
              source,
              load);
      case Outlook.Paid(Optional<LocalDate> on) ->
          Json.object().with("state", "paid").with("date", on.map(LocalDate::toString));
      case Outlook.Refused _ -> Json.object().with("state", "refused");
      case Outlook.OnHold _ -> Json.object().with("state", "on-hold");
      case Outlook.Unknown _ -> Json.object().with("state", "unknown");
    };
  }

  /** With what the date was learnt from, where it was. */
  private static Json learnt(Json.Obj json, Outlook.Source source, StoredLoad load) {
    return load.habits()
        .of(source)
        .map(
            usual ->
                json.with(
                    "learntFrom",
                    Json.object()
                        .with("payments", usual.payments())
                        .with("medianDays", usual.median())
                        .with("earliestDays", usual.earliest())
                        .with("latestDays", usual.latest())))
        .orElse(json);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is expected at one time in one currency. */
  static Json of(Totals.Sum sum) {
    Json.Obj json = Json.object().with("currency", sum.currency().getCurrencyCode());
    Json.Obj due =
        switch (sum.due()) {
          case Totals.Due.Late _ -> json.with("due", "late");
          case Totals.Due.In(IsoWeek week) ->
              json.with("due", "week")
                  .with("week", week.toString())
                  .with("monday", week.monday().toString());
          case Totals.Due.OnHold _ -> json.with("due", "on-hold");
          case Totals.Due.Unknown _ -> json.with("due", "unknown");
        };
    return due.with("open", sum.open().toPlainString()).with("documents", sum.documents());
  }

  /** A buyer, and how fresh its data are. */
  static Json of(StoredLoad load, Instant now) {
    Json.Obj json =
        Json.object()
            .with("legalEntityId", load.state().binding().legalEntity().value())
            .with("name", load.customerName())
            .with("vendorNumber", load.state().binding().vendorNumber().value())
            .with("invoices", load.found().rows())
            .with("unknownStatuses", load.found().unmapped());
    return switch (Freshness.of(load.state(), load.found().asOf(), LoadRules.DEFAULT, now)) {
      case Freshness.Loading(Instant since, Instant readyBy) ->
          withProgress(
              json.with("freshness", "loading")
                  .with("since", since.toString())
                  .with("readyBy", readyBy.toString()),
              load);
      case Freshness.Delayed(Instant since) ->
          withProgress(json.with("freshness", "delayed").with("since", since.toString()), load);
      case Freshness.NothingDelivered(Instant since) ->
          json.with("freshness", "nothing-delivered").with("since", since.toString());
      case Freshness.Current(Instant asOf) ->
          json.with("freshness", "current").with("asOf", asOf.toString());
      case Freshness.Old(Instant asOf, int days) ->
          json.with("freshness", "old").with("asOf", asOf.toString()).with("days", days);
    };
  }

  private static Json.Obj withProgress(Json.Obj json, StoredLoad load) {
    return load.headway()
        .map(StoredLoad.Headway::progress)
        .map(
            progress ->
                json.with(
                    "progress",
                    Json.object()
                        .with("read", progress.read())
                        .with("oldest", progress.oldest().toString())
                        .with("reached", progress.reached().toString())
                        .with("newest", progress.newest().toString())))
        .orElse(json);
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }
}
