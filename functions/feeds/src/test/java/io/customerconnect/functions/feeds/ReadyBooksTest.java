package io.customerconnect.functions.feeds;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AskableInvoices.Prospect;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Books;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.FileScene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a file of invoices to what challenges can ask for (P14, P23). */
class ReadyBooksTest {
  private static final TestTable TABLE = DynamoDbLocal.freshTable();
  private static final FileScene FEEDS =
      new FileScene(TABLE, SplitFileHandler::new, LoadChunkHandler::new, ReadyBooksHandler::new);
  private static final String HEADER =
      "vendorNumber,invoiceNumber,issueDate,totalWithVat,currency,paidDate\n";
  private static final VendorNumber SCREWS = new VendorNumber("V-1007");
  private static final VendorNumber ONCE = new VendorNumber("V-9");
  private static final LocalDate TODAY = LocalDate.ofInstant(MONDAY_MORNING, ZoneOffset.UTC);

  private final Table table = new Table(TABLE.client(), TABLE.name());
  private final Books books = new Books(table);
  private final Invoices invoices = new Invoices(table);
  private final Challenges challenges = new Challenges(table, new Relationships(table));
  private final LegalEntity buyer = customer("b-" + UUID.randomUUID());
  private final String key = "invoices/" + buyer.id() + "/2026-03.csv";

  @BeforeEach
  void theBuyerIsInTheDirectory() {
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(
                    buyer, new Revision(new FileVersion(Instant.EPOCH, "0"), 2))));
  }

  @AfterAll
  static void stop() {
    FEEDS.close();
  }

  private static String row(String vendor, String number, int daysAgo, Random random) {
    return "%s,%s,%s,%d.%02d,EUR,\n"
        .formatted(
            vendor,
            number,
            TODAY.minusDays(daysAgo),
            200 + random.nextInt(9_000),
            11 + random.nextInt(88));
  }

  /** Thirty invoices of one vendor among those of others. */
  private static String ledger() {
    Random random = new Random(7);
    return IntStream.range(0, 30)
            .mapToObj(i -> row(SCREWS.value(), "RE-" + (300 + 7 * i), 600 - 19 * i, random))
            .collect(joining())
        + IntStream.range(0, 150)
            .mapToObj(
                i -> row("V-2" + i % 10, "X" + (10_000 + 3 * i), 40 + random.nextInt(640), random))
            .collect(joining())
        + row(ONCE.value(), "ONE-1001", 90, random);
  }

  private AskableInvoices askable(VendorNumber vendor) {
    return challenges
        .leadsTo(new AccountId("a"), buyer.id(), buyer.vendorScope(), vendor)
        .askable()
        .get();
  }

  private LedgerProfile profileOfAll() {
    return LedgerProfile.of(
        Stream.concat(
                IntStream.range(0, 10).mapToObj(i -> new VendorNumber("V-2" + i)),
                Stream.of(SCREWS, ONCE))
            .flatMap(vendor -> ledger(vendor).stream())
            .toList());
  }

  private List<LedgerInvoice> ledger(VendorNumber vendor) {
    return invoices.newest(buyer.id(), vendor, 1_000).stream()
        .map(HistoricInvoice::ledgerInvoice)
        .toList();
  }

  @Test
  void whatWasLoadedCanBeAskedForAsIfAllBooksHadBeenReadAtOnce() {
    FEEDS.deliver(key, HEADER + ledger());
    assertThat(books.standing(buyer.id()).fitness()).isEqualTo(LedgerFitness.EMPTY);

    FEEDS.readyAll();

    LedgerProfile profile = profileOfAll();
    assertThat(books.profile(buyer.id())).isEqualTo(profile);
    assertThat(askable(SCREWS).best()).isNotEmpty();
    assertThat(askable(SCREWS).best().stream().map(one -> one.invoice().number()).toList())
        .isEqualTo(
            AskableInvoices.among(ledger(SCREWS), profile, TODAY, ChallengeRules.DEFAULT)
                .best()
                .stream()
                .map(one -> one.invoice().number())
                .toList());
    assertThat(askable(ONCE).prospect(ChallengeRules.DEFAULT)).isEqualTo(Prospect.NONE);
    Books.Standing standing = books.standing(buyer.id());
    assertThat(standing.fitness()).isEqualTo(LedgerFitness.FIT);
    assertThat(standing.vendors()).isEqualTo(12);
    assertThat(standing.challengeable()).isBetween(1L, 11L);
  }

  /** Chunks in any order and twice, messages in any order and twice. */
  @Test
  void doneAgainItEndsInTheSame() {
    String file =
        HEADER + ledger() + ",,,,,\n".repeat(2_500) + row("V-20", "X9", 50, new Random(1));
    FEEDS.split(FEEDS.drop(key, file));
    List<String> chunks = FEEDS.chunks();
    assertThat(chunks).hasSizeGreaterThan(1);
    chunks.reversed().forEach(FEEDS::load);
    chunks.forEach(FEEDS::load);
    List<String> ofFile = FEEDS.books();
    assertThat(ofFile).hasSize(1);
    FEEDS.ready(ofFile.getFirst());
    List<String> ofVendors = FEEDS.books();
    FEEDS.ready(ofFile.getFirst());
    ofVendors.forEach(FEEDS::ready);
    Books.Standing once = books.standing(buyer.id());
    ofVendors.reversed().forEach(FEEDS::ready);
    FEEDS.readyAll();

    assertThat(books.standing(buyer.id())).isEqualTo(once);
    assertThat(books.profile(buyer.id())).isEqualTo(profileOfAll());

    FEEDS.deliver(key, file);
    FEEDS.readyAll();

    assertThat(books.standing(buyer.id())).isEqualTo(once);
    assertThat(books.profile(buyer.id())).isEqualTo(profileOfAll());
  }

  @Test
  void whatAFileThatWasReplacedHalfwayHasBroughtIsMadeReadyWithTheNext() {
    String half =
        HEADER + ledger() + ",,,,,\n".repeat(2_500) + row("V-20", "X9", 50, new Random(1));
    FEEDS.split(FEEDS.drop(key, half));
    List<String> chunks = FEEDS.chunks();
    FEEDS.load(chunks.getFirst());
    assertThat(FEEDS.books()).isEmpty();

    FEEDS.deliver(key, HEADER + row("V-20", "X8", 50, new Random(2)));
    chunks.forEach(FEEDS::load);
    FEEDS.readyAll();

    assertThat(books.standing(buyer.id()).fitness()).isEqualTo(LedgerFitness.FIT);
    assertThat(books.profile(buyer.id())).isEqualTo(profileOfAll());
  }

  @Test
  void aFileThatWasWithdrawnBeforeItWasReadMakesNothingReady() {
    FEEDS.split(FEEDS.drop(key, HEADER + ledger()));
    FEEDS.delete(key);
    FEEDS.chunks().forEach(FEEDS::load);
    FEEDS.readyAll();

    assertThat(books.standing(buyer.id()).fitness()).isEqualTo(LedgerFitness.EMPTY);
  }

  @Test
  void postingDatesCannotBeAskedForAndTheReportSaysSo() {
    String file = HEADER.replace("issueDate", "postingDate") + ledger();

    Json.Obj report = FEEDS.deliver(key, file);
    FEEDS.readyAll();

    assertThat(report.object("dates").require("kind")).isEqualTo("posting");
    assertThat(report.object("dates").require("text")).contains("issueDate");
    assertThat(books.standing(buyer.id()).dates()).isEqualTo(LedgerDates.POSTING);
    assertThat(books.standing(buyer.id()).fitness()).isEqualTo(LedgerFitness.POSTING_DATES);

    assertThat(FEEDS.deliver(key, HEADER + ledger()).object("dates").require("kind"))
        .isEqualTo("document");
    FEEDS.readyAll();
    assertThat(books.standing(buyer.id()).fitness()).isEqualTo(LedgerFitness.FIT);
  }

  @Test
  void datesOfPaymentAreNoneOfDocumentsWhateverTheColumnIsCalled() {
    String paid =
        HEADER
            + ledger().lines().map(line -> line + line.split(",", -1)[2] + "\n").collect(joining());

    assertThat(FEEDS.deliver(key, paid).object("dates").require("kind")).isEqualTo("posting");
  }

  private static String invoice(int number) {
    return """
        <Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
            xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
            xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>
          <cbc:ID>UBL-%1$d</cbc:ID><cbc:IssueDate>2026-01-27</cbc:IssueDate>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:AccountingSupplierParty>
            <cbc:CustomerAssignedAccountID>V-1007</cbc:CustomerAssignedAccountID>
          </cac:AccountingSupplierParty>
          <cac:LegalMonetaryTotal>
            <cbc:TaxInclusiveAmount>%1$d.37</cbc:TaxInclusiveAmount>
          </cac:LegalMonetaryTotal>
        </Invoice>
        """
        .formatted(number);
  }

  private void deliver(int from, int to) {
    for (int i = from; i < to; i++) {
      FEEDS.deliver("invoices/" + buyer.id() + "/" + i + ".xml", invoice(1_000 + i));
    }
  }

  /** Takes from the queue what is for this buyer; other tests leave messages, too. */
  private List<String> sent() {
    return FEEDS.books().stream().filter(message -> message.contains(buyer.id().value())).toList();
  }

  @Test
  void singleDocumentsAreTakenInTogetherAfterAWhile() {
    deliver(0, 12);
    FEEDS.pass(Gathering.WAIT);
    List<String> sent = sent();
    assertThat(sent).hasSize(1);

    sent.forEach(FEEDS::ready);
    FEEDS.readyAll();

    assertThat(books.profile(buyer.id())).isEqualTo(profileOfAll());
    assertThat(askable(SCREWS).invoices()).isEqualTo(12);
  }

  @Test
  void aDocumentThatComesWhileOthersAreTakenInIsTakenInByTheNext() {
    deliver(0, 2);
    FEEDS.pass(Gathering.WAIT);
    String sent = sent().getFirst();
    deliver(2, 3);
    FEEDS.ready(sent);
    FEEDS.ready(sent);
    deliver(3, 4);
    FEEDS.readyAll();

    assertThat(books.profile(buyer.id())).isEqualTo(profileOfAll());
    assertThat(askable(SCREWS).invoices()).isEqualTo(4);
  }

  @Test
  void whereNobodyCameTheNextDocumentSendsAnother() {
    deliver(0, 1);
    FEEDS.pass(Gathering.WAIT);
    assertThat(sent()).hasSize(1);
    FEEDS.pass(Duration.ofMinutes(16));
    deliver(1, 2);
    FEEDS.readyAll();

    assertThat(askable(SCREWS).invoices()).isEqualTo(2);
  }

  /** P25: the vendor number is known to each legal entity that has invoices of it. */
  @Test
  void aFileForSeveralLegalEntitiesMakesTheBooksOfEachReady() {
    LegalEntity member = customer("m-" + UUID.randomUUID());
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(
                    member, new Revision(new FileVersion(Instant.EPOCH, "0"), 2))));
    String rows =
        ledger().lines().map(line -> "," + line + "\n").collect(joining())
            + ledger().lines().map(line -> member.id() + "," + line + "\n").collect(joining());

    FEEDS.deliver(key, "legalEntityId," + HEADER + rows);
    FEEDS.readyAll();

    for (LegalEntity one : List.of(buyer, member)) {
      assertThat(books.standing(one.id()).fitness()).isEqualTo(LedgerFitness.FIT);
      assertThat(known(one)).containsExactly(one.id());
    }
  }

  private List<LegalEntityId> known(LegalEntity one) {
    return List.copyOf(challenges.standing(one.id(), one.vendorScope(), SCREWS).known());
  }
}
