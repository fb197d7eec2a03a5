package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.names.NameSource;
import io.customerconnect.domain.names.Vocabulary;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every DynamoDB endpoint must do for the search by name, and what it may take. */
class NameSearchContractTest {
  private final TestTable testTable = DynamoDbLocal.freshTable();
  private final Table table = new Table(testTable.client(), testTable.name());

  /** Merges when it is told to, and never by chance. */
  private final VocabularyStore vocabulary = new VocabularyStore(table, () -> -1L);

  private final DirectoryStore directory = new DirectoryStore(table, vocabulary);
  private Instant now = MONDAY_MORNING;
  private final NameSearch search = new NameSearch(table, () -> now);
  private long line = 1;

  @Test
  void aCompanyIsFoundByNameOtherNameAndIdentifierWithAllThatTellsItApart() {
    load(company("hk", "Hafenkron Reederei GmbH", "Harbourcrown Ltd"));

    SearchResult byName = only("hafenkr").candidate();
    assertThat(byName.kind()).isEqualTo(Candidate.Kind.LEGAL_ENTITY);
    assertThat(byName.id()).isEqualTo("hk");
    assertThat(byName.officialName()).isEqualTo("Hafenkron Reederei GmbH");
    assertThat(byName.otherName()).isEmpty();
    assertThat(byName.country()).contains("DE");
    assertThat(byName.city()).contains("Lübbenhagen");
    assertThat(byName.identifier()).contains("DE811000111");
    assertThat(byName.policy()).contains(BuyerPolicy.APPROVAL);

    Hit<SearchResult> byOtherName = only("harbourcr");
    assertThat(byOtherName.matched()).isEqualTo(NameSource.OTHER_NAME);
    assertThat(byOtherName.candidate().otherName()).contains("Harbourcrown Ltd");
    assertThat(only("DE 811 000 111").matched()).isEqualTo(NameSource.IDENTIFIER);
  }

  @Test
  void aKeyStrokeThatMatchesTakesOneRequestAndHalfAUnit() {
    load(company("hk", "Hafenkron Reederei GmbH"), company("hr", "Hafenruh Pension AG"));
    search.find("hafen", 10);

    assertThat(cost("hafenkr")).isEqualTo("Query x1; 0.5 RCU, 0 WCU");
    assertThat(cost("hafenkron reederei gmbh")).isEqualTo("Query x1; 0.5 RCU, 0 WCU");
    assertThat(cost("811000111")).isEqualTo("Query x1; 0.5 RCU, 0 WCU");
  }

  @Test
  void theFirstSearchOfAContainerReadsTheVocabularyAndOthersOnlyNowAndThen() {
    load(company("hk", "Hafenkron Reederei GmbH"));

    assertThat(requests("hafenkron")).isEqualTo(2);
    assertThat(requests("hafenkron")).isEqualTo(1);
    now = now.plus(VocabularyCache.FRESH);
    assertThat(requests("hafenkron")).isEqualTo(2);
  }

  @Test
  void aTypingErrorIsCorrectedByTheVocabularyInAtMostTwoRequests() {
    load(company("hk", "Hafenkron Reederei GmbH"), company("mf", "Möwenflug Kontor AG"));
    search.find("hafen", 10);

    assertThat(names("hafenkorn")).first().isEqualTo("Hafenkron Reederei GmbH");
    assertThat(names("mowenfulg kontor")).first().isEqualTo("Möwenflug Kontor AG");
    assertThat(requests("hafenkorn")).isLessThanOrEqualTo(2);
  }

  @Test
  void aGroupIsFoundWithItsMembers() {
    EntityGroup group = new EntityGroup(new GroupId("nw"), "Nordwind-Gruppe", Optional.empty());
    load(member("nf", "Nordwind Fisch AG", group), member("nn", "Nordwind Netze AG", group));

    List<Hit<SearchResult>> hits = search.find("nordwind", 10);

    assertThat(hits)
        .extracting(hit -> hit.candidate().officialName())
        .containsExactly("Nordwind-Gruppe", "Nordwind Fisch AG", "Nordwind Netze AG");
    assertThat(hits.getFirst().candidate().kind()).isEqualTo(Candidate.Kind.GROUP);
    assertThat(hits.getFirst().candidate().policy()).isEmpty();
    assertThat(hits.getLast().candidate().groupId()).contains("nw");
  }

  @Test
  void aHiddenCompanyAndOneThatAcceptsNothingAreNeverShown() {
    load(
        with(company("h", "Stillwasser AG"), BuyerPolicy.HIDDEN, Set.of(DocumentType.INVOICE)),
        with(company("n", "Stillhafen AG"), BuyerPolicy.APPROVAL, Set.of()));

    assertThat(names("still")).isEmpty();
    assertThat(names("811000111")).isEmpty();
  }

  @Test
  void aCompanyThatIsHiddenLaterIsNotShownAnyMoreAndItsWordsAreForgotten() {
    load(company("h", "Stillwasser AG"));
    assertThat(names("stillwasser")).hasSize(1);

    load(with(company("h", "Stillwasser AG"), BuyerPolicy.HIDDEN, Set.of(DocumentType.INVOICE)));

    assertThat(names("stillwasser")).isEmpty();
    assertThat(words().size()).isZero();
  }

  @Test
  void aRenamedCompanyIsFoundByItsNewNameAlone() {
    load(company("h", "Altmole AG"));
    load(company("h", "Neumole AG"));
    now = now.plus(VocabularyCache.FRESH);

    assertThat(names("neumole")).containsExactly("Neumole AG");
    assertThat(names("altmole")).doesNotContain("Altmole AG");
  }

  @Test
  void loadingTheSameAgainAddsNoWords() {
    load(company("h", "Stillwasser AG"));
    int size = vocabulary.state().gains().size();
    load(company("h", "Stillwasser AG"));

    assertThat(vocabulary.state().gains()).hasSize(size);
  }

  @Test
  void oneLetterOnACrowdedPartitionTakesWhatAnyKeyStrokeTakes() {
    for (int from = 0; from < 500; from += DirectoryStore.MAX_ROWS) {
      load(
          IntStream.range(from, from + DirectoryStore.MAX_ROWS)
              .mapToObj(i -> company("k" + i, "K Kai Speicher" + letters(i) + " AG"))
              .toArray(LegalEntity[]::new));
    }
    search.find("k", 10);

    for (String typed : List.of("k", "ka", "kai", "kai s", "speicher", "kai kai kai")) {
      Reading reading = testTable.meter().during(() -> search.find(typed, 10));
      assertThat(reading.requests()).as(typed).isLessThanOrEqualTo(2);
      assertThat(reading.readUnits()).as(typed).isLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "🚀🚀", "\u0000\u001B[2J", "\u202Enordwind", "\uD83D", "#", "V#"})
  void whatSaysNothingIsHarmless(String typed) {
    load(company("hk", "Hafenkron Reederei GmbH"));
    search.find("hafen", 10);

    assertThat(names(typed)).isEmpty();
    assertThat(requests(typed)).isLessThanOrEqualTo(2);
  }

  @Test
  void tenThousandCharactersTakeWhatAnyKeyStrokeTakes() {
    load(company("hk", "Hafenkron Reederei GmbH"));
    search.find("hafen", 10);

    for (String typed : List.of("h".repeat(10_000), "hafen ".repeat(1_700), "港".repeat(10_000))) {
      Reading reading = testTable.meter().during(() -> search.find(typed, 10));
      assertThat(reading.requests()).isLessThanOrEqualTo(2);
      assertThat(reading.readUnits()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void mergedWordsAreTheSameWords() {
    load(company("a", "Hafenkron AG"));
    load(company("b", "Hafenruh AG"));
    int before = words().size();

    vocabulary.merge();

    assertThat(vocabulary.state().gains()).isEmpty();
    assertThat(words().size()).isEqualTo(before).isPositive();
    load(company("c", "Möwenflug AG"));
    vocabulary.merge();
    assertThat(words().size()).isEqualTo(before + 1);
    assertThat(names("hafenruhe")).first().isEqualTo("Hafenruh AG");
  }

  @Test
  void aMergeCutOffBeforeTheGainsAreDeletedCountsThemOnce() {
    load(company("a", "Hafenkron AG"));
    var gains = table.partition(Keys.vocabularyPartition());
    vocabulary.merge();
    // As after a crash: the base has them, and they are still there.
    table.batchWrite(gains, List.of());

    VocabularyStore.State state = vocabulary.state();

    assertThat(state.gains()).isNotEmpty();
    assertThat(state.gained().isEmpty()).isTrue();
    vocabulary.merge();
    assertThat(vocabulary.state().gains()).isEmpty();
    assertThat(vocabulary.base(vocabulary.state()).orElseThrow()).contains("hafenkron\t1\t1\n");
  }

  @Test
  void ofTwoMergesAtOnceOneWins() throws Exception {
    load(company("a", "Hafenkron AG"));
    vocabulary.merge();
    load(company("b", "Hafenruh AG"));
    Thread other = Thread.ofVirtual().start(vocabulary::merge);
    vocabulary.merge();
    other.join();

    assertThat(words().size()).isEqualTo(2);
    assertThat(vocabulary.base(vocabulary.state())).isPresent();
  }

  private Vocabulary words() {
    return new VocabularyCache(vocabulary, () -> now).get();
  }

  private void load(LegalEntity... entities) {
    directory.load(
        List.of(entities).stream()
            .map(
                entity ->
                    new DirectoryStore.Row(
                        entity, new Revision(new FileVersion(MONDAY_MORNING, "test"), ++line)))
            .toList());
  }

  private Hit<SearchResult> only(String typed) {
    List<Hit<SearchResult>> hits = search.find(typed, 10);
    assertThat(hits).hasSize(1);
    return hits.getFirst();
  }

  private List<String> names(String typed) {
    return search.find(typed, 10).stream().map(hit -> hit.candidate().officialName()).toList();
  }

  private int requests(String typed) {
    return testTable.meter().during(() -> search.find(typed, 10)).requests();
  }

  private String cost(String typed) {
    return testTable.meter().during(() -> search.find(typed, 10)).toString();
  }

  private static String letters(int i) {
    return "" + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26);
  }

  private static LegalEntity company(String id, String name, String... otherNames) {
    return new LegalEntity(
        new LegalEntityId(id),
        name,
        List.of(otherNames),
        new CountryCode("DE"),
        "Lübbenhagen",
        new Identifiers(
            Optional.empty(),
            Optional.of("DE811000111"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Set.of(DocumentType.INVOICE),
        Optional.of(BuyerPolicy.APPROVAL),
        LedgerVisibility.PRIVATE,
        Optional.empty(),
        List.of(),
        RuleSettings.NONE);
  }

  private static LegalEntity member(String id, String name, EntityGroup group) {
    return copy(
        company(id, name), Optional.of(group), BuyerPolicy.APPROVAL, Set.of(DocumentType.INVOICE));
  }

  private static LegalEntity with(
      LegalEntity entity, BuyerPolicy policy, Set<DocumentType> accepts) {
    return copy(entity, entity.group(), policy, accepts);
  }

  private static LegalEntity copy(
      LegalEntity entity,
      Optional<EntityGroup> group,
      BuyerPolicy policy,
      Set<DocumentType> accepts) {
    return new LegalEntity(
        entity.id(),
        entity.legalName(),
        entity.otherNames(),
        entity.country(),
        entity.city(),
        entity.identifiers(),
        group,
        accepts,
        Optional.of(policy),
        entity.ledger(),
        entity.vendorMaster(),
        entity.contacts(),
        entity.rules());
  }
}
