package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.table.LedgerGains.Place;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.TestTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What files bring into books, and what it costs to take it in. */
class LedgerGainsTest {
  private static final LocalDate LONG_AGO = LocalDate.parse("2000-01-01");

  private final TestTable test = DynamoDbLocal.freshTable();
  private final Table table = new Table(test.client(), test.name());
  private final LedgerGains gains = new LedgerGains(table);
  private final LegalEntityId buyer = new LegalEntityId("b-" + UUID.randomUUID());
  private final Random random = new Random(1);

  private LedgerProfile profile(int invoices) {
    return LedgerProfile.of(
        IntStream.range(0, invoices)
            .mapToObj(
                i ->
                    new LedgerInvoice(
                        new InvoiceNumber("RE-" + i),
                        LocalDate.parse("2026-01-05").plusDays(i % 50),
                        Money.parse(
                            random.nextInt(90_000) + "." + (11 + random.nextInt(88)),
                            Money.currency("EUR")),
                        DocumentType.INVOICE))
            .toList());
  }

  private LedgerProfile bring(Place place, String file, int invoices) {
    LedgerProfile profile = profile(invoices);
    bring(
        place, file, Map.of(buyer, new LedgerGain(Set.of(new VendorNumber("V-" + file)), profile)));
    return profile;
  }

  private void bring(Place place, String file, Map<LegalEntityId, LedgerGain> gained) {
    new FeedFiles(table)
        .begin(
            FeedFile.found(
                file,
                new FileVersion(MONDAY_MORNING, "1"),
                "e",
                new FeedFile.Content.Chunked(List.of(), 1)),
            MONDAY_MORNING);
    new FeedFiles(table)
        .finish(
            new FeedFiles(table).find(file).orElseThrow(),
            0,
            new ChunkResult.Tally().result(),
            gained,
            place,
            MONDAY_MORNING);
  }

  private double unitsFor(int documents, String name) {
    Place gathered = new Place.Gathered(buyer);
    for (int i = 0; i < documents; i++) {
      bring(gathered, name + i + ".xml", 1);
    }
    return test.meter()
        .during(
            () -> {
              gains.addProfiles(gathered, LONG_AGO);
              gains.takeVendors(gathered, (_, _) -> {});
            })
        .writeUnits();
  }

  /** A ledger's profile is written as a whole, and weighs some ten kilobytes. */
  @Test
  void manySingleDocumentsRewriteTheProfileOfALargeLedgerOnce() {
    Place file = new Place.OfFile("books.csv");
    bring(file, "books.csv", 16_000);
    double once = test.meter().during(() -> gains.addProfiles(file, LONG_AGO)).writeUnits();
    assertThat(once).isGreaterThan(100);

    double one = unitsFor(1, "one");
    double eighty = unitsFor(80, "eighty");

    assertThat(one).isGreaterThan(100);
    assertThat(eighty - one).as("79 more documents").isLessThan(79 * 4);
  }

  @Test
  void whatIsGatheredIsAddedOnceHoweverOftenItIsDone() {
    Place gathered = new Place.Gathered(buyer);
    LedgerProfile first = bring(gathered, "1.xml", 3);
    LedgerProfile second = bring(gathered, "2.xml", 2);

    gains.addProfiles(gathered, LONG_AGO);
    gains.addProfiles(gathered, LONG_AGO);

    assertThat(new Books(table).profile(buyer)).isEqualTo(first.plus(second));
  }

  /** More ledgers than a transaction holds, in two chunks that do not bring the same. */
  private final class ManyLedgers {
    private static final int LEDGERS = 33;

    private final Place file = new Place.OfFile("group-" + UUID.randomUUID());
    private final List<LegalEntityId> ledgers =
        Stream.generate(() -> new LegalEntityId("m-" + UUID.randomUUID())).limit(LEDGERS).toList();
    private final LedgerProfile profile = profile(2);

    ManyLedgers() {
      bring(file, file + "-1", gained(ledgers));
      bring(file, file + "-2", gained(ledgers.subList(10, 12)));
    }

    private Map<LegalEntityId, LedgerGain> gained(List<LegalEntityId> some) {
      return some.stream()
          .collect(
              Collectors.toMap(
                  ledger -> ledger, _ -> new LedgerGain(Set.of(new VendorNumber("V-1")), profile)));
    }

    void add() {
      gains.addProfiles(file, LONG_AGO);
    }

    void areAddedOnce() {
      add();
      for (LegalEntityId ledger : ledgers) {
        boolean twice = ledgers.subList(10, 12).contains(ledger);
        assertThat(new Books(table).profile(ledger))
            .isEqualTo(twice ? profile.plus(profile) : profile);
      }
      assertThat(taken(file)).containsExactly(new VendorNumber("V-1"));
    }
  }

  @Test
  void manyLedgersAreAddedOnceWhereverItIsBrokenOff() {
    int requests =
        Faults.afterEachRequest(
            Fault.CRASH, ManyLedgers::new, ManyLedgers::add, ManyLedgers::areAddedOnce);

    assertThat(requests).as("a transaction for every 15 ledgers").isGreaterThan(33 + 3);
  }

  @Test
  void manyLedgersAreAddedOnceByTwoAtOnce() {
    Faults.beforeEachRequest(
        ManyLedgers::new, ManyLedgers::add, ManyLedgers::add, ManyLedgers::areAddedOnce);
  }

  @Test
  void vendorsOfWhatComesInBetweenWaitForTheNext() {
    Place gathered = new Place.Gathered(buyer);
    bring(gathered, "1.xml", 1);
    gains.addProfiles(gathered, LONG_AGO);
    bring(gathered, "2.xml", 1);

    assertThat(taken(gathered)).containsExactly(new VendorNumber("V-1.xml"));

    gains.addProfiles(gathered, LONG_AGO);
    assertThat(taken(gathered)).containsExactly(new VendorNumber("V-2.xml"));
    assertThat(taken(gathered)).isEmpty();
  }

  private Set<VendorNumber> taken(Place place) {
    Set<VendorNumber> taken = new HashSet<>();
    gains.takeVendors(place, (_, some) -> taken.addAll(some));
    return taken;
  }
}
