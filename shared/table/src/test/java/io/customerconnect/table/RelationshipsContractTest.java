package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static io.customerconnect.testing.Fixtures.withVendorMaster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.connection.AnswerTimes;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.table.Relationships.Standing;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every DynamoDB endpoint must do for relationships; the costs are part of the contract. */
class RelationshipsContractTest {
  private static final TestTable TEST_TABLE = DynamoDbLocal.freshTable();
  private static final Actor USER = Actor.supplier("user-1");

  private final Table table = new Table(TEST_TABLE.client(), TEST_TABLE.name());
  private final Relationships relationships = new Relationships(table);
  private final TicketStore tickets = new TicketStore(table);
  private final Scene scene = new Scene(table);
  private final AccountId account = scene.account();
  private final LegalEntity buyer = scene.buyer();

  @Test
  void askingWritesTheRelationshipItsTicketTheHistoryAndANotice() {
    TicketNumber number = ask(buyer);

    StoredRelationship stored = relationships.find(account, buyer.id());
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.entity().name()).isEqualTo(buyer.legalName());
    assertThat(stored.relationship().state()).isInstanceOf(RelationshipState.Pending.class);
    TicketStore.TicketWithHistory ticket = tickets.find(number).orElseThrow();
    assertThat(ticket.ticket().status()).isInstanceOf(TicketStatus.Open.class);
    assertThat(ticket.history())
        .extracting(HistoryEntry::event)
        .containsExactly(TicketEvent.CUSTOMER_ASKED);
    assertThat(tickets.notices(account, Optional.empty(), 10).items())
        .extracting(Notice::ticket)
        .contains(Optional.of(number));
    assertThat(tickets.list(account, Optional.empty(), 10).items()).hasSize(1);
  }

  @Test
  void everyStateIsReadBackAsItWasWritten() {
    Contact colleague = new Contact("Ana", new EmailAddress("ana@buyer.example.com"), Language.EN);
    TicketNumber number = ask(buyer);
    assertReadBack(new Command.Forward(number, colleague));
    assertReadBack(new Command.PassTime(2), Duration.ofDays(3));
    assertReadBack(new Command.Confirm(number, Optional.of(new VendorNumber("4711"))));
    assertReadBack(new Command.End(Side.SUPPLIER));
    TicketNumber second = ask(buyer);
    assertReadBack(new Command.Decline(second, DeclineKind.NOT_OUR_SUPPLIER, "Nie gehört"));
    ask(buyer);
    assertReadBack(new Command.Bounce(pendingTicket(), 1, 1));
    assertReadBack(new Command.PassTime(2), Duration.ofDays(31));
  }

  @Test
  void aConfirmationClosesTheTicketAndTellsTheSupplierOnce() {
    TicketNumber number = ask(buyer);
    Command confirm = new Command.Confirm(number, Optional.empty());

    apply(confirm);
    Relationships.Applied again = apply(confirm);

    assertThat(again.decision()).isInstanceOf(Decision.Unchanged.class);
    TicketStore.TicketWithHistory ticket = tickets.find(number).orElseThrow();
    assertThat(ticket.ticket().status())
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.CONNECTED, MONDAY_MORNING));
    assertThat(ticket.ticket().openedAt()).isEqualTo(MONDAY_MORNING);
    assertThat(ticket.history())
        .extracting(HistoryEntry::event)
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.CONNECTED);
    assertThat(tickets.notices(account, Optional.empty(), 10).items())
        .extracting(Notice::event)
        .containsExactlyInAnyOrder(
            TicketEvent.CONNECTED, TicketEvent.CUSTOMER_ASKED, TicketEvent.CONNECTED);
  }

  @Test
  void whatWasReadAndChangedSinceIsNotOverwritten() {
    Transition first = asking(buyer);
    Transition second = asking(buyer);
    relationships.commit(List.of(first));

    assertThatThrownBy(() -> relationships.commit(List.of(second)))
        .isInstanceOf(ConflictException.class);
    assertThat(tickets.list(account, Optional.empty(), 10).items()).hasSize(1);
  }

  @Test
  void ofConfirmAndDeclineAtTheSameMomentOneWinsAndTheOtherLearnsIt() throws Exception {
    TicketNumber number = ask(buyer);
    List<Callable<Relationships.Applied>> both = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      both.add(() -> apply(new Command.Confirm(number, Optional.empty())));
      both.add(() -> apply(new Command.Decline(number, DeclineKind.DECLINED, "no")));
    }

    List<Decision> decisions = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(both.size())) {
      for (Future<Relationships.Applied> done : threads.invokeAll(both)) {
        decisions.add(done.get().decision());
      }
    }

    assertThat(decisions).filteredOn(Decision.Changed.class::isInstance).hasSize(1);
    assertThat(tickets.find(number).orElseThrow().history()).hasSize(2);
  }

  @Test
  void aGroupOfTwentyFiveIsOneReadAndOneTransaction() {
    List<LegalEntity> members =
        IntStream.range(0, Relationships.MAX_TRANSITIONS)
            .mapToObj(i -> customer("m" + i + "-" + UUID.randomUUID()))
            .toList();
    members.forEach(this::put);
    List<LegalEntityId> ids = members.stream().map(LegalEntity::id).toList();

    Reading reading = TEST_TABLE.meter().during(() -> relationships.snapshot(account, ids));
    List<Transition> changes = members.stream().map(this::asking).toList();
    Reading writing = TEST_TABLE.meter().during(() -> relationships.commit(changes));

    assertThat(reading.requestsByOperation()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(writing.requestsByOperation()).isEqualTo(Map.of("TransactWriteItems", 1));
  }

  @Test
  void aListIsToldWhereTheAccountStandsWithThoseInItAloneAndWhatTheirBooksAreGoodFor() {
    List<LegalEntityId> ids =
        IntStream.range(0, 60)
            .mapToObj(i -> new LegalEntityId("l" + i + "-" + UUID.randomUUID()))
            .toList();
    LegalEntityId provable = ids.getLast();
    new Books(table)
        .put(
            provable,
            VendorScope.of(provable),
            Map.of(new VendorNumber("4711"), Fixtures.strongInvoice()),
            ChallengeRules.DEFAULT,
            MONDAY_MORNING);
    ask(buyer);

    Map<LegalEntityId, Standing> standings = new HashMap<>();
    Reading reading =
        TEST_TABLE.meter().during(() -> standings.putAll(relationships.standings(account, ids)));

    assertThat(standings).hasSize(60).doesNotContainKey(buyer.id());
    assertThat(standings)
        .containsEntry(
            provable,
            new Standing(new RelationshipState.Unconnected(), LedgerFitness.FIT, AnswerTimes.NONE))
        .containsEntry(
            ids.getFirst(),
            new Standing(
                new RelationshipState.Unconnected(), LedgerFitness.EMPTY, AnswerTimes.NONE));
    assertThat(reading.requestsByOperation()).isEqualTo(Map.of("BatchGetItem", 2));
    assertThat(relationships.standings(account, List.of())).isEmpty();
    assertThat(relationships.standings(account, List.of(buyer.id())).values())
        .extracting(Standing::state)
        .hasOnlyElementsOfType(RelationshipState.Pending.class);
  }

  @Test
  void whatIsDueIsFoundByItsDayUntilItIsDealtWith() {
    ask(buyer);
    Instant due = MONDAY_MORNING.plus(Duration.ofDays(3));
    LocalDate day = LocalDate.parse("2026-03-05");

    assertThat(due(day, due.minusMillis(1))).isEmpty();
    assertThat(due(day, due)).containsExactly(buyer.id());
    assertThat(due(day, due.plus(Duration.ofDays(2)))).containsExactly(buyer.id());

    relationships.apply(account, buyer.id(), new Command.PassTime(2), Actor.SYSTEM, due);

    assertThat(due(day, due)).isEmpty();
    assertThat(due(LocalDate.parse("2026-03-12"), due.plus(Duration.ofDays(7))))
        .containsExactly(buyer.id());
  }

  @Test
  void fromFiveAnswersOnItIsKnownHowLongACustomerUsuallyTakes() {
    LegalEntity customer = customer("c-" + UUID.randomUUID());
    DecisionLinks links = new DecisionLinks(table, relationships);
    List<Optional<Integer>> usual = new ArrayList<>();
    for (int days = 0; days < 5; days++) {
      Scene story = new Scene(table);
      DecisionLink link =
          new DecisionLink(
              story.account(),
              customer.id(),
              story.ask(customer),
              1,
              customer.contacts().getFirst(),
              MONDAY_MORNING.plus(Duration.ofDays(60)),
              Optional.empty());
      String token = links.create(link);
      Instant answered = MONDAY_MORNING.plus(Duration.ofDays(days));
      Command confirm = new Command.Confirm(link.ticket(), Optional.empty());
      links.use(token, link, "confirm", confirm, answered);
      links.use(token, link, "confirm", confirm, answered);
      usual.add(
          new Books(table)
              .answers(List.of(customer.id()))
              .getOrDefault(customer.id(), AnswerTimes.NONE)
              .usual());
    }

    assertThat(usual)
        .containsExactly(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(2));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    for (int i = 0; i < 7; i++) {
      LegalEntity other = customer("p" + i + "-" + UUID.randomUUID());
      put(other);
      ask(other);
    }
    List<TicketNumber> seen = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    do {
      var page = tickets.list(account, cursor, 3);
      page.items().forEach(ticket -> seen.add(ticket.number()));
      cursor = page.next().map(next -> Cursor.ofTickets(next.text()));
    } while (cursor.isPresent());

    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void whoIsBoundToAVendorNumberIsSeenWhateverBecomesOfGroupAndVendorMaster() {
    Sharing sharing = new Sharing();
    assertThat(sharing.bound(sharing.alone)).containsExactly(account);

    sharing.load(sharing.joined);

    assertThat(sharing.bound(sharing.joined)).containsExactly(account);
    assertThat(sharing.bound(sharing.other)).containsExactly(account);

    LegalEntity moved = withVendorMaster(sharing.alone, sharing.group("sold"), "SAP");
    sharing.load(moved);

    assertThat(sharing.bound(moved)).containsExactly(account);
    assertThat(sharing.bound(sharing.other)).isEmpty();

    relationships.apply(
        account, moved.id(), new Command.End(Side.BUYER), Actor.SYSTEM, MONDAY_MORNING);

    assertThat(sharing.bound(moved)).isEmpty();
  }

  @Test
  void noCrashOfALoadHidesWhoIsBoundToAVendorNumber() {
    Faults.afterEachRequest(
        Faults.Fault.CRASH,
        Sharing::new,
        sharing -> sharing.load(sharing.joined),
        sharing -> {
          assertThat(sharing.bound(sharing.asItIs())).containsExactly(account);
          sharing.load(sharing.joined);
          assertThat(sharing.bound(sharing.joined)).containsExactly(account);
          assertThat(sharing.bound(sharing.other)).containsExactly(account);
        });
  }

  @Test
  void amongAHundredWhoShareAVendorMasterItIsOneMoreQueryAndABatchReadForEachHundred() {
    Sharing sharing = new Sharing();
    List<LegalEntity> members =
        IntStream.range(0, 100)
            .mapToObj(i -> customer("s" + i + "-" + UUID.randomUUID()))
            .map(one -> withVendorMaster(one, sharing.group, "SAP"))
            .toList();
    sharing.load(members);
    sharing.load(sharing.joined);
    Set<AccountId> bound = new HashSet<>();

    Reading reading =
        TEST_TABLE.meter().during(() -> bound.addAll(sharing.bound(members.getFirst())));

    assertThat(bound).containsExactly(account);
    assertThat(reading.requestsByOperation()).isEqualTo(Map.of("Query", 2, "BatchGetItem", 2));
  }

  /** A customer that the account is bound to a vendor number of, and another that has a master. */
  private final class Sharing {
    private final VendorNumber number = new VendorNumber("4711");
    private final DirectoryStore directory = new DirectoryStore(table);
    private final EntityGroup group = group("g");
    private final LegalEntity alone = customer("a-" + UUID.randomUUID());
    private final LegalEntity joined = withVendorMaster(alone, group, "SAP");
    private final LegalEntity other =
        withVendorMaster(customer("o-" + UUID.randomUUID()), group, "SAP");
    private int files;

    Sharing() {
      load(alone);
      load(other);
      relationships.apply(
          account,
          alone.id(),
          new Command.Confirm(ask(alone), Optional.of(number)),
          Actor.buyer("c***@example.com"),
          MONDAY_MORNING);
    }

    EntityGroup group(String id) {
      return new EntityGroup(
          new GroupId(id + "-" + UUID.randomUUID()), "Sharing Group", Optional.empty());
    }

    /** A file of the directory says so. */
    void load(LegalEntity entity) {
      load(List.of(entity));
    }

    void load(List<LegalEntity> entities) {
      Revision revision =
          new Revision(new FileVersion(MONDAY_MORNING.plusSeconds(++files), "directory"), 2);
      directory.load(
          entities.stream().map(entity -> new DirectoryStore.Row(entity, revision)).toList());
    }

    LegalEntity asItIs() {
      return Optional.ofNullable(directory.find(List.of(alone.id())).get(alone.id())).orElseThrow();
    }

    Set<AccountId> bound(LegalEntity at) {
      return new Challenges(table, relationships)
          .standing(at.id(), at.vendorScope(), number)
          .bound();
    }
  }

  private List<LegalEntityId> due(LocalDate day, Instant now) {
    List<LegalEntityId> due = new ArrayList<>();
    relationships.forEachDue(
        day,
        now,
        found -> {
          if (found.account().equals(account)) {
            due.add(found.legalEntity());
          }
        });
    return due;
  }

  private TicketNumber pendingTicket() {
    return ((RelationshipState.Pending)
            relationships.find(account, buyer.id()).relationship().state())
        .ticket();
  }

  private void assertReadBack(Command command) {
    assertReadBack(command, Duration.ZERO);
  }

  private void assertReadBack(Command command, Duration later) {
    Relationships.Applied applied =
        relationships.apply(account, buyer.id(), command, USER, MONDAY_MORNING.plus(later));
    assertThat(applied.decision()).isInstanceOf(Decision.Changed.class);
    assertThat(relationships.find(account, buyer.id())).isEqualTo(applied.relationship());
  }

  private Relationships.Applied apply(Command command) {
    return scene.apply(command);
  }

  private TicketNumber ask(LegalEntity entity) {
    return scene.ask(entity);
  }

  private Transition asking(LegalEntity entity) {
    return scene.asking(entity);
  }

  private void put(LegalEntity entity) {
    scene.put(entity);
  }
}
