package io.customerconnect.functions.status;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.BuyerWords;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.LoadState;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Setting;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Keys;
import io.customerconnect.table.Loads;
import io.customerconnect.table.StatusWords;
import io.customerconnect.table.StoredLoad;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Meter;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.Queues;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A supplier that a buyer knows as 4711, the buyer's books, and the functions of this module. */
final class StatusScene {
  static final VendorNumber VENDOR = new VendorNumber("4711");

  private final Scene scene = Scene.alone();
  private final String queue = Queues.empty("LOAD_QUEUE_URL");
  private final Invoices invoices = new Invoices(scene.table());
  private final Deliveries deliveries = new Deliveries(scene.table());
  private final LoadStatusHandler worker = new LoadStatusHandler(scene.platform());
  private final PlanLoadsHandler planner = new PlanLoadsHandler(scene.platform());
  private final InvoicesHandler list = new InvoicesHandler(scene.platform());
  private int files;

  Scene scene() {
    return scene;
  }

  LegalEntityId buyer() {
    return scene.buyer().id();
  }

  /** The buyer confirms the supplier under its vendor number. */
  StatusScene connected() {
    scene.apply(new Command.Confirm(scene.ask(), Optional.of(VENDOR)));
    return this;
  }

  /** Somebody says that the connection is not right. */
  void suspend() {
    scene.apply(new Command.Suspend(TicketNumber.random(new Random(7)), ""));
  }

  /** How many rows of the buyer are kept for the supplier, seen or not. */
  int stored() {
    return scene
        .table()
        .client()
        .query(
            query ->
                query
                    .tableName(scene.table().name())
                    .keyConditionExpression("PK = :pk AND begins_with(SK, :buyer)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            AttributeValue.fromS(Keys.statusPartition(scene.account())),
                            ":buyer",
                            AttributeValue.fromS(buyer() + "#"))))
        .count();
  }

  Planning planning() {
    return planning(scene.table());
  }

  /** A planner that reaches the table in a way of its own. */
  Planning planning(Table table) {
    return new Planning(
        new Loads(table, LoadRules.DEFAULT),
        new Deliveries(table),
        LoadRules.DEFAULT,
        new LoadQueue(
            Aws.client(SqsClient.builder(), scene.platform().environment()),
            scene.platform().environment().require(Setting.LOAD_QUEUE_URL)),
        scene::now);
  }

  /** Support says what the buyer's words mean. */
  void means(BuyerWords.Word... words) {
    scene.pass(Duration.ofMinutes(1));
    StatusWords known = new StatusWords(scene.table());
    known.set(
        buyer(),
        new BuyerWords(List.of(words)),
        known.own(buyer()).version(),
        new StatusWords.Change(
            "change-" + files++, scene.now(), new UserId("sofia"), words.length, "Asked them"));
  }

  /** A file of the day before comes now. */
  void deliverLate(List<HistoricInvoice> rows) {
    Instant then = scene.now().minus(Duration.ofDays(1));
    FileVersion file = new FileVersion(then, "late");
    invoices.load(
        rows.stream().map(row -> new Invoices.Row(row.asOf(then), new Revision(file, 2))).toList());
    deliveries.note(buyer(), scene.now());
  }

  /** What is loaded has to be looked at again. */
  void reviewNow() {
    new Loads(scene.table(), LoadRules.DEFAULT)
        .reviewBy(scene.account(), buyer(), VENDOR, scene.now());
  }

  /** The buyer's books lose an invoice. */
  void forget(String number) {
    Keys.Key key = Keys.invoice(row(number, "x").id());
    scene
        .table()
        .client()
        .deleteItem(
            delete ->
                delete
                    .tableName(scene.table().name())
                    .key(
                        Map.of(
                            Keys.PK, AttributeValue.fromS(key.pk()),
                            Keys.SK, AttributeValue.fromS(key.sk()))));
  }

  void end() {
    scene.apply(new Command.End(Side.BUYER));
  }

  /** A row of a file, as of its delivery. */
  HistoricInvoice row(String number, String status) {
    return row(number, status, LocalDate.of(2026, 2, 1));
  }

  HistoricInvoice row(String number, String status, LocalDate issued) {
    return new HistoricInvoice(
        buyer(),
        VENDOR,
        Optional.empty(),
        Optional.empty(),
        new InvoiceNumber(number),
        issued,
        Money.parse("119.00", Money.currency("EUR")),
        DocumentTypeCode.COMMERCIAL_INVOICE,
        Optional.of(issued.plusDays(60)),
        new NamedDate.Unsaid(),
        said(status),
        scene.now());
  }

  /** A row of an invoice that the buyer pays on a day that it names. */
  HistoricInvoice dueOn(String number, String day) {
    HistoricInvoice row = row(number, "freigegeben");
    return new HistoricInvoice(
        row.legalEntity(),
        row.vendor(),
        row.vendorName(),
        row.vendorVatId(),
        row.number(),
        row.issueDate(),
        row.total(),
        row.documentType(),
        Optional.of(LocalDate.parse(day)),
        row.expectedPayment(),
        row.status(),
        row.asOf());
  }

  static StatusEntry said(String word) {
    return new StatusEntry(
        Optional.of(word), Optional.empty(), Clarification.NONE, Payment.UNKNOWN);
  }

  static StatusEntry coded(ResponseCode code, Clarification why) {
    return new StatusEntry(Optional.empty(), Optional.of(code), why, Payment.UNKNOWN);
  }

  /** So many rows with different numbers. */
  List<HistoricInvoice> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("RE-%05d".formatted(i), "freigegeben"))
        .toList();
  }

  /** A file is loaded in full: a minute later than the one before. */
  void deliver(List<HistoricInvoice> rows) {
    scene.pass(Duration.ofMinutes(1));
    write(rows);
    deliveries.note(buyer(), scene.now());
  }

  /** A file is through, but the index does not have its rows yet. */
  void deliverUnindexed() {
    scene.pass(Duration.ofMinutes(1));
    deliveries.note(buyer(), scene.now());
  }

  /** Rows of a file come to where loads read them. */
  void write(List<HistoricInvoice> rows) {
    FileVersion file = new FileVersion(scene.now(), "f" + files++);
    List<Invoices.Row> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(new Invoices.Row(rows.get(i).asOf(scene.now()), new Revision(file, i + 2)));
    }
    for (int from = 0; from < lines.size(); from += Invoices.MAX_INVOICES) {
      invoices.load(lines.subList(from, Math.min(from + Invoices.MAX_INVOICES, lines.size())));
    }
  }

  /** The schedule fires. */
  void plan() {
    Scene.invoke(planner, Json.object().with("time", scene.now().toString()));
  }

  /** What waits in the queue, taken out of it. */
  List<String> messages() {
    return Queues.take(queue);
  }

  List<String> handle(String message) {
    return Scene.deliver(worker, message);
  }

  /** What a worker asks the table for while it handles messages. */
  Reading handling(List<String> messages) {
    Meter meter = new Meter();
    LoadStatusHandler metered =
        new LoadStatusHandler(
            scene.platform(), new Table(DynamoDbLocal.client(meter), scene.table().name()));
    return meter.during(() -> messages.forEach(message -> Scene.deliver(metered, message)));
  }

  /** The worker gets what is in the queue, and what it leads to. */
  void work() {
    for (List<String> some = messages(); !some.isEmpty(); some = messages()) {
      some.forEach(
          message -> {
            if (!handle(message).isEmpty()) {
              throw new AssertionError("Failed: " + message);
            }
          });
    }
  }

  /** All that follows from what has happened so far, a minute later. */
  StatusScene settle() {
    scene.pass(Duration.ofMinutes(1));
    plan();
    work();
    return this;
  }

  /** The message that a change of the relationship leads to. */
  String settling() {
    return Json.object()
        .with("accountId", scene.account().value())
        .with("legalEntityId", buyer().value())
        .with("vendorNumber", VENDOR.value())
        .toText();
  }

  HttpCall call() {
    return scene.call(list, "GET /invoices");
  }

  /** What the supplier sees of this buyer, page after page. */
  List<Json.Obj> seen() {
    return seen(call -> call.query("legalEntityId", buyer().value()));
  }

  /** As {@link #seen()}, with one parameter more. */
  List<Json.Obj> seen(String parameter, String value) {
    return seen(call -> call.query("legalEntityId", buyer().value()).query(parameter, value));
  }

  List<Json.Obj> seen(UnaryOperator<HttpCall> question) {
    List<Json.Obj> all = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      HttpCall call = question.apply(call());
      HttpCall.Answer answer = next.map(cursor -> call.query("cursor", cursor)).orElse(call).send();
      if (answer.status() != 200) {
        throw new AssertionError(answer);
      }
      answer.json().items("invoices").forEach(item -> all.add((Json.Obj) item));
      next = answer.json().string("next");
    } while (next.isPresent());
    return all;
  }

  List<String> numbers() {
    return numbers(seen());
  }

  static List<String> numbers(List<Json.Obj> rows) {
    return rows.stream().map(row -> row.require("invoiceNumber")).toList();
  }

  /** How fresh the buyer's data are. */
  Json.Obj customer() {
    return (Json.Obj)
        call().query("legalEntityId", buyer().value()).send().json().items("customers").getFirst();
  }

  /** How far the loads for all bindings to the buyer have got. */
  List<LoadState> states() {
    Loads loads = new Loads(scene.table(), LoadRules.DEFAULT);
    return Loads.buyerShards()
        .boxed()
        .flatMap(shard -> loads.ofBuyer(buyer(), shard, Optional.empty(), 1_000).stream())
        .map(StoredLoad::state)
        .toList();
  }

  /** When the buyer's books last changed. */
  Optional<Instant> newest() {
    return deliveries.newest(buyer());
  }

  /** When the buyer is expected to pay, sum by sum. */
  List<String> sums() {
    return call().query("legalEntityId", buyer().value()).send().json().items("totals").stream()
        .map(Json.Obj.class::cast)
        .map(total -> total.require("due") + " " + total.string("week").orElse("-"))
        .toList();
  }

  /** What is still to be paid by this buyer, sum by sum. */
  List<String> open() {
    return call().query("legalEntityId", buyer().value()).send().json().items("totals").stream()
        .map(total -> ((Json.Obj) total).require("open"))
        .toList();
  }

  Instant now() {
    return scene.now();
  }
}
