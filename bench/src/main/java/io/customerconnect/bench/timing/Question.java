package io.customerconnect.bench.timing;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AskableInvoices.Askable;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.Evidence;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.functions.challenge.ChallengeHandler;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Books;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Challenges.Begun;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.Meter;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.TestContext;
import io.customerconnect.testing.functions.TestPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A customer with books, and the function that takes answers about them, in one process with the
 * table's.
 */
public final class Question {
  /** As many as are kept of a vendor at most. */
  private static final int ASKABLE = AskableInvoices.MAX_KEPT;

  private static final LocalDate TODAY =
      LocalDate.ofInstant(Fixtures.MONDAY_MORNING, ZoneOffset.UTC);
  private static final Set<String> DIFFER_ANYHOW =
      Set.of("challengeId", "legalEntityId", "answerBy", "customers", "invoiceNumbers");

  private final TestTable test = DynamoDbLocal.freshTable();
  private final Meter meter = new Meter();
  private final Table table = new Table(DynamoDbLocal.client(meter), test.name());
  private final Challenges challenges = new Challenges(table, new Relationships(table));
  private final ChallengeHandler handler =
      new ChallengeHandler(TestPlatform.of(test.name(), () -> Fixtures.MONDAY_MORNING), table);
  private final LegalEntity buyer = Fixtures.customer("timed", BuyerPolicy.CHALLENGE, 1);
  private final Random random = new Random(1);
  private final HistoricInvoice known;
  private final HistoricInvoice ofNoUse;
  private int vendors;

  public Question() {
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(
                    buyer, new Revision(new FileVersion(Fixtures.MONDAY_MORNING, "b"), 2))));
    known = vendor(ASKABLE).getFirst();
    ofNoUse = vendor(0).getFirst();
  }

  /** Loads invoices of a new vendor, of which all but the first can be asked about. */
  private List<HistoricInvoice> vendor(int askable) {
    VendorNumber vendor = new VendorNumber("V-" + vendors++);
    List<HistoricInvoice> invoices = new ArrayList<>();
    for (int i = 0; i <= Math.max(1, askable); i++) {
      invoices.add(invoice(vendor, "RE-%d-%04d".formatted(vendors, 1000 + i), 200 + 3 * i));
    }
    List<Invoices.Row> rows =
        invoices.stream()
            .map(
                one ->
                    new Invoices.Row(
                        one, new Revision(new FileVersion(Fixtures.MONDAY_MORNING, "i"), 2)))
            .toList();
    for (int from = 0; from < rows.size(); from += Invoices.MAX_INVOICES) {
      new Invoices(table)
          .load(rows.subList(from, Math.min(from + Invoices.MAX_INVOICES, rows.size())));
    }
    List<Askable> best =
        invoices.stream()
            .skip(1)
            .limit(askable)
            .map(one -> new Askable(one.ledgerInvoice(), new Evidence(5, 17)))
            .toList();
    new Books(table)
        .put(
            buyer.id(),
            buyer.vendorScope(),
            Map.of(vendor, new AskableInvoices(best, 12)),
            ChallengeRules.DEFAULT,
            Fixtures.MONDAY_MORNING);
    return invoices;
  }

  private HistoricInvoice invoice(VendorNumber vendor, String number, int daysAgo) {
    return Fixtures.booked(
        buyer.id(),
        vendor,
        number,
        TODAY.minusDays(daysAgo),
        (200 + random.nextInt(9_000)) + "." + (11 + random.nextInt(88)));
  }

  /** Has an account of its own give an answer, and measures that. */
  public Samples.Measured answer(Answer kind) {
    AccountId account = new AccountId(UUID.randomUUID().toString());
    ChallengeId id = begin(account);
    HistoricInvoice about = known;
    if (kind.isSecond()) {
      // Each vendor number bears but some wrong answers.
      List<HistoricInvoice> own = vendor(1);
      about = own.getLast();
      send(call(account, id, "/step-1", firstly(own.getFirst())));
    }
    byte[] event = call(account, id, kind.isSecond() ? "/step-2" : "/step-1", body(kind, about));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    meter.reset();
    long start = System.nanoTime();
    send(event, out);
    long nanos = System.nanoTime() - start;
    Reading reading = meter.reading();
    return new Samples.Measured(
        nanos,
        reading.requestsByOperation().toString(),
        reading.readUnits(),
        reading.writeUnits(),
        shown(out));
  }

  private ChallengeId begin(AccountId account) {
    StoredChallenge none = challenges.find(account, buyer.id());
    ChallengeId id = ChallengeId.random(buyer.id(), random);
    if (!(new ChallengeTransitions(ChallengeRules.DEFAULT)
            .decide(
                none.challenge(), new ChallengeCommand.Begin(id, Set.of()), Fixtures.MONDAY_MORNING)
        instanceof ChallengeDecision.Changed(Challenge next, ChallengeDecision.ChallengeEvent _))) {
      throw new IllegalStateException("A challenge that nobody has had can begin");
    }
    challenges.begin(List.of(new Begun(none, next)), List.of(), Fixtures.MONDAY_MORNING);
    return id;
  }

  private Json.Obj body(Answer kind, HistoricInvoice about) {
    return switch (kind) {
      case FIRST_RIGHT -> firstly(about);
      case FIRST_WRONG_AMOUNT -> firstly(about).with("invoiceAmount", "1.03");
      case FIRST_WRONG_DATE -> firstly(about).with("invoiceDate", "2025-01-07");
      case FIRST_UNKNOWN_NUMBER -> firstly(about).with("invoiceNumber", "RE-1-9999");
      case FIRST_NOTHING_TO_ASK -> firstly(ofNoUse);
      case SECOND_WRONG_AMOUNT -> said(about).with("invoiceAmount", "1.03");
      case SECOND_WRONG_DATE -> said(about).with("invoiceDate", "2025-01-07");
      case SECOND_WRONG ->
          said(about).with("invoiceAmount", "1.03").with("invoiceDate", "2025-01-07");
    };
  }

  private static Json.Obj firstly(HistoricInvoice invoice) {
    return said(invoice).with("invoiceNumber", invoice.number().written());
  }

  private static Json.Obj said(HistoricInvoice invoice) {
    return Json.object()
        .with("invoiceDate", invoice.issueDate().toString())
        .with("invoiceAmount", invoice.total().amount().toPlainString());
  }

  private byte[] call(AccountId account, ChallengeId id, String step, Json.Obj body) {
    return HttpCall.of(handler, "POST /challenges/{challengeId}" + step)
        .signedInAs(account.value(), "user-1")
        .path("challengeId", id.toString())
        .header("content-type", "application/json")
        .body(body.toText())
        .event()
        .toBytes();
  }

  private void send(byte[] event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    send(event, out);
    if (!out.toString(StandardCharsets.UTF_8).contains("step-2")) {
      throw new IllegalStateException(out.toString(StandardCharsets.UTF_8));
    }
  }

  private void send(byte[] event, ByteArrayOutputStream out) {
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(ByteArrayOutputStream out) {
    Json.Obj answer =
        Json.readObject(Json.readObject(out.toString(StandardCharsets.UTF_8)).require("body"));
    StringBuilder shown = new StringBuilder();
    answer
        .members()
        .forEach(
            (name, value) -> {
              if (!DIFFER_ANYHOW.contains(name)) {
                shown.append(shown.isEmpty() ? "" : ", ").append(name).append(' ');
                shown.append(value instanceof Json.Str(String text) ? text : value.toText());
              }
            });
    return shown.toString();
  }
}
