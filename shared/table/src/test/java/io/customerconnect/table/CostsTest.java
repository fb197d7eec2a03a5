package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.AttemptLimits;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.domain.feed.InvoiceRow;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.InvoiceStatus;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.Outlook;
import io.customerconnect.domain.status.RetentionRules;
import io.customerconnect.domain.status.StatusRow;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What each step takes, in requests and capacity units: those of transactions by DynamoDB's rule,
 * all others as DynamoDB Local counts them. It counts a read of what is not there not at all, where
 * AWS counts it as a small item.
 */
class CostsTest {
  private static final TestTable TEST_TABLE = DynamoDbLocal.freshTable();

  private static final FileVersion FILE = new FileVersion(MONDAY_MORNING, "costs");
  private static final Instant THIRD_DAY = MONDAY_MORNING.plus(Duration.ofDays(3));

  private final Table table = new Table(TEST_TABLE.client(), TEST_TABLE.name());
  private final Relationships relationships = new Relationships(table);
  private final TicketStore tickets = new TicketStore(table);
  private final Scene scene = new Scene(table);

  /** The document holds what was measured: it and the code cannot part. */
  @Test
  void everyOperationTakesWhatTheBenchmarksSay() throws IOException {
    String table = measured();
    String document = Files.readString(DynamoDbLocal.root().resolve("docs/benchmarks.md"));

    assertThat(document).contains(table);
  }

  private String measured() {
    StringBuilder rows =
        new StringBuilder(
            """
            | pattern | operation | requests | read units | write units |
            |---|---|---|---|---|
            """);
    LegalEntityId buyer = scene.buyer().id();
    AccountId account = scene.account();
    NameSearch names = new NameSearch(table, () -> MONDAY_MORNING);
    // Words are merged now and then: not while it is measured.
    DirectoryStore directory = new DirectoryStore(table, new VocabularyStore(table, () -> -1L));
    DecisionLinks links = new DecisionLinks(table, relationships);
    Effects effects = new Effects(table);
    Accounts accounts = new Accounts(table);
    Books books = new Books(table);
    Actor supplier = Actor.supplier("user-1");
    List<LegalEntity> members = members();
    directory.load(
        members.stream()
            .map(member -> new DirectoryStore.Row(member, new Revision(FILE, 2)))
            .toList());
    List<LegalEntityId> ids = members.stream().map(LegalEntity::id).toList();

    // The words of the index are read by the first search of a container, and now and then.
    names.find("nordwind", 10);
    row(rows, "1", "find customers: one word", () -> names.find("nordwind", 10));
    row(rows, "1", "find customers: two words", () -> names.find("nordwind handel", 10));
    row(rows, "2", "show a group of 25", () -> new Groups(table).find(Fixtures.GROUP.id()));
    row(
        rows,
        "3",
        "connect with one: what is there",
        () -> relationships.snapshot(account, List.of(buyer)));
    Transition one = scene.asking(scene.buyer());
    row(rows, "3", "connect with one: the request", () -> relationships.commit(List.of(one)));
    TicketNumber number = ticketOf(one);
    row(rows, "3", "connect with 25: what is there", () -> relationships.snapshot(account, ids));
    List<Transition> changes = members.stream().map(scene::asking).toList();
    row(rows, "3", "connect with 25: the requests", () -> relationships.commit(changes));
    ids.forEach(
        id ->
            books.put(
                id,
                VendorScope.of(id),
                Map.of(new VendorNumber("4711"), Fixtures.strongInvoice()),
                ChallengeRules.DEFAULT,
                MONDAY_MORNING));
    row(
        rows,
        "1",
        "find customers: the caller's own state with ten of them, and their books",
        () -> relationships.standings(account, ids.subList(0, 10)));
    row(
        rows,
        "2",
        "show a group of 25: the caller's own states, and their books",
        () -> relationships.standings(account, ids));
    row(
        rows,
        "6",
        "relationships of an account, 27 of them",
        () -> relationships.list(account, Optional.empty(), 100));
    row(rows, "6", "whether two are connected", () -> relationships.find(account, buyer));
    row(
        rows,
        "7",
        "tickets of an account, 26 of them",
        () -> tickets.list(account, Optional.empty(), 50));
    row(
        rows,
        "7",
        "notices of an account, 27 of them",
        () -> tickets.notices(account, Optional.empty(), 50));
    ReadNotices read = new ReadNotices(table);
    row(
        rows,
        "7",
        "how many of them are unread: all",
        () -> read.unread(account, read.find(account), 100));
    Cursor newest = Cursor.of(tickets.notices(account, Optional.empty(), 1).items().getFirst());
    row(rows, "7", "mark them as read", () -> read.read(account, newest));
    row(
        rows,
        "7",
        "how many of them are unread: none",
        () -> read.unread(account, read.find(account), 100));
    row(rows, "7", "a ticket with its history", () -> tickets.find(number));
    row(
        rows,
        "7",
        "comment on a ticket",
        () ->
            tickets.comment(
                account,
                number,
                new HistoryEntry(
                    "comment-1", TicketEvent.COMMENTED, MONDAY_MORNING, supplier, "Hello"),
                200));
    Usages usages = new Usages(table, UsageLimits.DEFAULT);
    row(
        rows,
        "",
        "count what an account does in a day",
        () -> usages.count(account, Usage.REQUESTS, 25, MONDAY_MORNING));
    row(
        rows,
        "",
        "count a mail to a customer",
        () -> usages.countMail(buyer, "ask-" + number + "-1", MONDAY_MORNING));
    DecisionLink link =
        new DecisionLink(
            account,
            buyer,
            number,
            1,
            scene.buyer().contacts().getFirst(),
            MONDAY_MORNING.plus(Duration.ofDays(60)),
            Optional.empty());
    row(
        rows,
        "10",
        "ask by mail: what is there, the claim, the link, the outcome",
        () -> {
          relationships.snapshot(account, List.of(buyer));
          effects.claim("ask-" + number + "-1", MONDAY_MORNING, Duration.ofMinutes(4));
          links.create(link);
          effects.done("ask-" + number + "-1", MONDAY_MORNING);
        });
    String token = links.create(link);
    row(
        rows,
        "10",
        "open the decision page",
        () -> {
          links.find(token, MONDAY_MORNING);
          relationships.snapshot(account, List.of(buyer));
        });
    row(
        rows,
        "11",
        "requests that are due on a day, 26 of them",
        () ->
            relationships.forEachDue(
                LocalDate.ofInstant(THIRD_DAY, ZoneOffset.UTC), THIRD_DAY, due -> {}));
    row(
        rows,
        "11",
        "remind of one",
        () -> {
          relationships.snapshot(account, List.of(buyer));
          relationships.apply(account, buyer, new Command.PassTime(2), Actor.SYSTEM, THIRD_DAY);
        });
    row(
        rows,
        "",
        "note that a mail came back, and ask the next contact",
        () -> {
          effects.done("ask-" + number + "-2", THIRD_DAY);
          tickets.findTicket(number);
          relationships.snapshot(account, List.of(buyer));
          relationships.apply(
              account, buyer, new Command.Bounce(number, 2, 2), Actor.SYSTEM, THIRD_DAY);
        });
    row(
        rows,
        "10",
        "confirm: the link, what is there, the answer",
        () -> {
          links.find(token, THIRD_DAY);
          relationships.snapshot(account, List.of(buyer));
          links.use(
              token, link, "confirm", new Command.Confirm(number, Optional.empty()), THIRD_DAY);
        });
    row(
        rows,
        "",
        "tell the supplier: the ticket, what is there, the claim, the outcome",
        () -> {
          tickets.find(number);
          relationships.snapshot(account, List.of(buyer));
          effects.claim("answered-" + number, THIRD_DAY, Duration.ofMinutes(4));
          effects.done("answered-" + number, THIRD_DAY);
        });
    row(
        rows,
        "",
        "end the connection: the link, what is there, the end",
        () -> {
          links.find(token, THIRD_DAY);
          relationships.snapshot(account, List.of(buyer));
          relationships.apply(
              account,
              buyer,
              new Command.EndConnection(number),
              Actor.buyer("c***@example.com"),
              THIRD_DAY);
        });
    DirectoryStore.Row row = new DirectoryStore.Row(customer("newly"), new Revision(FILE, 2));
    row(rows, "", "load a directory row that is new", () -> directory.load(List.of(row)));
    row(rows, "", "load it again", () -> directory.load(List.of(row)));
    proofs(rows);
    feedQuality(rows);
    row(
        rows,
        "",
        "report a missing customer: whether it is a repeat, the day's count, the ticket",
        () -> {
          tickets.findMissing(account, new CountryCode("CH"), "ost");
          usages.count(account, Usage.MISSING_CUSTOMERS, 1, MONDAY_MORNING);
          tickets.reportMissing(
              account,
              new Ticket.Subject.MissingCustomer("Ost AG", new CountryCode("CH"), "Mr Ost"),
              "ost",
              TicketNumber.random(new Random(5)),
              supplier,
              MONDAY_MORNING);
        });
    row(rows, "", "sign up", () -> accounts.create(Fixtures.supplier("newcomer"), MONDAY_MORNING));
    row(rows, "", "show the account", () -> accounts.find(account));
    row(rows, "", "change the account", () -> accounts.update(Fixtures.supplier("newcomer")));
    loads(rows);
    return rows.toString();
  }

  /** From a file that is through to the list of the supplier that has proved itself. */
  private void loads(StringBuilder rows) {
    AccountId account = scene.account();
    LegalEntityId buyer = customer("provable").id();
    VendorNumber vendor = new VendorNumber("4711");
    Deliveries deliveries = new Deliveries(table);
    Loads loads = new Loads(table, LoadRules.DEFAULT);
    StatusRows status = new StatusRows(table, RetentionRules.DEFAULT);
    Invoices invoices = new Invoices(table);
    invoices.load(
        IntStream.range(0, 90)
            .mapToObj(
                i -> invoice(customer("provable"), new InvoiceNumber("RE-2025/1%03d".formatted(i))))
            .toList());
    StoredLoad load = loads.find(account, buyer, vendor).orElseThrow();
    List<StatusRow> page = IntStream.range(0, 90).mapToObj(i -> status(buyer, vendor, i)).toList();
    row(rows, "9", "a buyer's file is through", () -> deliveries.note(buyer, MONDAY_MORNING));
    row(
        rows,
        "9",
        "begin a load: how far the last has got",
        () -> loads.find(account, buyer, vendor));
    row(
        rows,
        "8",
        "90 of a vendor's invoices",
        () -> invoices.ofVendor(buyer, vendor, Optional.empty(), 90));
    row(rows, "9", "which of 90 rows are missing: all", () -> missing(status, load, page));
    StatusRows.Writes missing = missing(status, load, page);
    row(
        rows,
        "9",
        "write 90 rows, and how far the load has got",
        () ->
            loads.save(
                load,
                load.going(load.state().start(Optional.empty(), MONDAY_MORNING), Optional.empty()),
                missing));
    row(rows, "9", "which of 90 rows are missing: none", () -> missing(status, load, page));
    row(
        rows,
        "9",
        "50 invoices of an account, and whether they may be seen",
        () ->
            loads.of(
                account,
                status
                    .list(
                        account,
                        new StatusRows.Listed.ByPayment(Optional.empty()),
                        StatusRows.Direction.FORWARDS,
                        Optional.empty(),
                        50,
                        MONDAY_MORNING)
                    .found()));
    row(
        rows,
        "9",
        "sums and freshness of an account",
        () -> loads.ofAccount(account, Optional.empty()));
  }

  private static StatusRows.Writes missing(
      StatusRows status, StoredLoad load, List<StatusRow> page) {
    return status
        .difference(
            load.state().binding(),
            load.generation(),
            new StatusRows.Stretch(Optional.empty(), Optional.empty()),
            page)
        .writes();
  }

  private static StatusRow status(LegalEntityId buyer, VendorNumber vendor, int number) {
    return new StatusRow(
        buyer,
        vendor,
        new InvoiceNumber("RE-2025/%04d".formatted(number)),
        LocalDate.of(2025, 11, 4),
        DocumentTypeCode.COMMERCIAL_INVOICE,
        Optional.of(LocalDate.of(2026, 3, 4)),
        Money.parse("4711.83", Money.currency("EUR")),
        Optional.of("freigegeben"),
        new InvoiceStatus.Accepted(Clarification.NONE),
        new Outlook.Dated(LocalDate.of(2026, 3, 4), Outlook.Source.DUE_DATE),
        MONDAY_MORNING);
  }

  /** What a challenge takes, whose vendor has one askable invoice. */
  private void proofs(StringBuilder rows) {
    LegalEntity provable = customer("provable");
    new DirectoryStore(table)
        .load(List.of(new DirectoryStore.Row(provable, new Revision(FILE, 2))));
    AccountId account = scene.account();
    VendorNumber vendor = new VendorNumber("4711");
    VendorScope scope = provable.vendorScope();
    InvoiceNumber first = new InvoiceNumber("RE-2025/0117");
    SecondInvoices second =
        SecondInvoices.of(
            provable.id(),
            invoice(provable, new InvoiceNumber("RE-2025/0204")).invoice().ledgerInvoice());
    Invoices invoices = new Invoices(table);
    invoices.load(List.of(invoice(provable, first)));
    new Books(table)
        .put(
            provable.id(),
            scope,
            Map.of(vendor, Fixtures.strongInvoice()),
            ChallengeRules.DEFAULT,
            MONDAY_MORNING);
    Challenges challenges = new Challenges(table, relationships);
    ChallengeId id = ChallengeId.random(provable.id(), new Random(3));
    StoredChallenge none = challenges.find(account, provable.id());
    challenges.begin(
        List.of(
            new Challenges.Begun(
                none, decided(none, new ChallengeCommand.Begin(id, Set.of())).next())),
        List.of(changed(provable, new Command.BeginChallenge(id))),
        MONDAY_MORNING);
    row(
        rows,
        "4",
        "challenge step 1: count the attempt",
        () -> challenges.countFirst(account, provable.id(), limits(id, Step.FIRST)));
    row(
        rows,
        "4",
        "challenge step 1: the invoices with this number",
        () -> invoices.withNumber(provable.id(), first));
    row(
        rows,
        "4",
        "challenge step 1: where it leads",
        () -> challenges.leadsTo(account, provable.id(), scope, vendor));
    Challenges.Lead lead = challenges.leadsTo(account, provable.id(), scope, vendor);
    row(
        rows,
        "4",
        "challenge step 1: the outcome",
        () ->
            challenges.commit(
                lead.challenge(),
                decided(
                    lead.challenge(),
                    new ChallengeCommand.AnswerFirst(
                        id, Optional.of(new ChallengeCommand.Leads(vendor, first, second)))),
                lead.vendor(),
                attempt(id, Step.FIRST),
                List.of()));
    Challenge asked = challenges.find(account, provable.id()).challenge();
    row(
        rows,
        "5",
        "challenge step 2: count the attempt",
        () ->
            challenges.countSecond(
                asked, scope, asked.askedSecond().orElseThrow(), limits(id, Step.SECOND)));
    row(
        rows,
        "5",
        "challenge step 2: the invoices asked about, and what is there",
        () -> {
          invoices.withNumber(provable.id(), second.numbers().getFirst());
          challenges.find(account, provable.id());
          challenges.standing(provable.id(), scope, vendor);
          relationships.snapshot(account, List.of(provable.id()));
        });
    StoredChallenge answered = challenges.find(account, provable.id());
    StoredVendor shared = challenges.standing(provable.id(), scope, vendor).vendor();
    List<Transition> proved =
        List.of(
            changed(
                provable,
                new Command.PassChallenge(
                    id,
                    vendor,
                    AfterProof.CONNECTED,
                    VendorNumberHolder.NOBODY,
                    TicketNumber.random(new Random(9)),
                    2,
                    ConnectionRules.DEFAULT)));
    row(
        rows,
        "5",
        "challenge step 2: the outcome, with the connection",
        () ->
            challenges.commit(
                answered,
                decided(answered, new ChallengeCommand.AnswerSecond(id, Verdict.RIGHT)),
                shared.with(shared.challenges().right()),
                attempt(id, Step.SECOND),
                proved));
  }

  private void feedQuality(StringBuilder rows) {
    LegalEntityId buyer = scene.buyer().id();
    FeedQualities qualities = new FeedQualities(table);
    FeedFiles files = new FeedFiles(table);
    FeedFile file =
        FeedFile.found(
            "invoices/" + buyer + "/ledger.csv",
            FILE,
            "etag",
            new FeedFile.Content.Chunked(List.of("vendorNumber"), 0));
    files.begin(file, MONDAY_MORNING);
    FileSummary summary =
        FileSummary.of(
            file.key(),
            FILE,
            FeedReport.of(List.of(), List.of(), Optional.of(LedgerDates.DOCUMENT)));
    row(
        rows,
        "",
        "note what became of a file: the newest of its buyer, and its week",
        () -> {
          qualities.note(buyer, FeedKind.LEDGER, summary);
          files.reported(Optional.of(buyer), summary, MONDAY_MORNING);
        });
    row(
        rows,
        "",
        "show how good a customer's feed is",
        () -> {
          qualities.find(buyer, MONDAY_MORNING);
          new DirectoryStore(table).find(List.of(buyer));
          new Books(table).standing(buyer);
          new Deliveries(table).newest(buyer);
        });
    row(rows, "", "the newest files of a customer", () -> qualities.newest(buyer));
    row(
        rows,
        "",
        "list the feeds that are old",
        () ->
            qualities.page(
                FeedQualities.Wanted.OLD,
                Optional.empty(),
                50,
                MONDAY_MORNING.plus(Duration.ofDays(20))));
  }

  private static Invoices.Row invoice(LegalEntity buyer, InvoiceNumber number) {
    Map<InvoiceColumn, String> cells =
        Map.of(
            InvoiceColumn.VENDOR_NUMBER, "4711",
            InvoiceColumn.INVOICE_NUMBER, number.written(),
            InvoiceColumn.ISSUE_DATE, "2025-11-04",
            InvoiceColumn.TOTAL_WITH_VAT, "4711.83",
            InvoiceColumn.CURRENCY, "EUR");
    InvoiceRow read =
        InvoiceRow.read(
            2,
            column -> cells.getOrDefault(column, ""),
            new InvoiceRow.Context(buyer.id(), MONDAY_MORNING, cells.keySet()));
    return new Invoices.Row(((InvoiceRow.Valid) read).invoice(), new Revision(FILE, 2));
  }

  private static ChallengeDecision.Changed decided(
      StoredChallenge stands, ChallengeCommand command) {
    return (ChallengeDecision.Changed)
        new ChallengeTransitions(ChallengeRules.DEFAULT)
            .decide(stands.challenge(), command, MONDAY_MORNING);
  }

  private Transition changed(LegalEntity entity, Command command) {
    StoredRelationship before = relationships.find(scene.account(), entity.id());
    return new Transition(
        before,
        (Decision.Changed) relationships.decide(before, command, MONDAY_MORNING),
        Actor.supplier("user-1"),
        MONDAY_MORNING,
        EntityBrief.of(entity),
        Optional.empty());
  }

  private static AttemptLimits limits(ChallengeId id, Step step) {
    return new AttemptLimits(id, step, MONDAY_MORNING.minus(Duration.ofDays(1)), 3, 9, 9);
  }

  private static Challenges.Attempt attempt(ChallengeId id, Step step) {
    return new Challenges.Attempt(id, step, Verdict.RIGHT, new UserId("user-1"), MONDAY_MORNING);
  }

  private static void row(StringBuilder rows, String pattern, String operation, Runnable action) {
    Reading reading = TEST_TABLE.meter().during(action);
    String[] cost = reading.toString().split("[;,] (?=[\\d.]+ [RW]CU)", -1);
    rows.append(
        "| %s | %s | %s | %s | %s |\n"
            .formatted(
                pattern,
                operation,
                cost[0],
                cost[1].replace(" RCU", ""),
                cost[2].replace(" WCU", "")));
  }

  private static List<LegalEntity> members() {
    return IntStream.range(0, Relationships.MAX_TRANSITIONS)
        .mapToObj(i -> customer("m%02d".formatted(i)))
        .toList();
  }

  private static TicketNumber ticketOf(Transition asking) {
    return ((RelationshipState.Pending) asking.change().next().state()).ticket();
  }

  @Test
  void everyItemOfARequestTakesOneWriteUnit() {
    TicketNumber number = scene.ask(scene.buyer());

    assertThat(table.partition(Keys.ticket(number).pk()))
        .hasSize(2)
        .allSatisfy(item -> assertThat(size(item)).isLessThan(1024));
    assertThat(table.partition(Keys.accountPartition(scene.account())))
        .hasSize(6)
        .allSatisfy(item -> assertThat(size(item)).isLessThan(1024));
  }

  /** An upper bound of the size that AWS counts, in bytes. */
  private static int size(Map<String, AttributeValue> item) {
    return item.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
