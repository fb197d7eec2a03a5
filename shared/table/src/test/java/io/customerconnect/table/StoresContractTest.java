package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static io.customerconnect.testing.Fixtures.newcomer;
import static io.customerconnect.testing.Fixtures.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.table.Effects.Claim;
import io.customerconnect.table.TicketStore.Commented;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What every DynamoDB endpoint must do for accounts, tickets, effects and links. */
class StoresContractTest {
  private static final TestTable TEST_TABLE = DynamoDbLocal.freshTable();
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Table table = new Table(TEST_TABLE.client(), TEST_TABLE.name());
  private final Accounts accounts = new Accounts(table);
  private final TicketStore tickets = new TicketStore(table);
  private final Effects effects = new Effects(table);
  private final Random random = new Random();
  private final AccountId account = new AccountId(UUID.randomUUID().toString());

  @Test
  void anAccountIsCreatedOnceAndConnectedWithTheTestBuyer() {
    SupplierAccount first = supplier(account.value());

    assertThat(accounts.create(first, MONDAY_MORNING)).isEqualTo(Accounts.Creation.CREATED);
    assertThat(accounts.create(newcomer(account.value()), MONDAY_MORNING))
        .isEqualTo(Accounts.Creation.THERE_ALREADY);

    assertThat(accounts.find(account)).contains(first);
    StoredRelationship test = new Relationships(table).find(account, LegalEntity.TEST_BUYER);
    assertThat(test.version()).isEqualTo(1);
    assertThat(((RelationshipState.Connected) test.relationship().state()).origin())
        .isEqualTo(Origin.TEST);
    assertThat(tickets.notices(account, Optional.empty(), 10).items()).hasSize(1);
  }

  @Test
  void unreadNoticesAreCountedUpToABoundHoweverManyThereAre() {
    notices(400);
    ReadNotices read = new ReadNotices(table);
    ReadNotices.Mark nothing = read.find(account);

    assertThat(read.unread(account, nothing, 100)).isEqualTo(100);
    Reading aHundred = TEST_TABLE.meter().during(() -> read.unread(account, nothing, 100));
    Reading all = TEST_TABLE.meter().during(() -> read.unread(account, nothing, 500));
    assertThat(aHundred.requests()).isEqualTo(1);
    assertThat(aHundred.readUnits()).isLessThan(all.readUnits() / 3);

    assertThat(read.read(account, Cursor.of(notice(390)))).isEqualTo(ReadNotices.Marking.READ);
    assertThat(read.unread(account, read.find(account), 100)).isEqualTo(9);
    assertThat(read.find(account).covers(notice(390))).isTrue();
    assertThat(read.find(account).covers(notice(391))).isFalse();
  }

  @Test
  void marksSetByManyAtTheSameMomentLeaveTheNewest() throws Exception {
    notices(40);
    ReadNotices read = new ReadNotices(table);
    AtomicInteger next = new AtomicInteger();

    atOnce(40, () -> read.read(account, Cursor.of(notice(next.getAndIncrement()))));

    assertThat(read.find(account).until()).contains(Cursor.of(notice(39)));
  }

  private void notices(int count) {
    table.batchWrite(
        IntStream.range(0, count).mapToObj(i -> TicketItems.write(account, notice(i))).toList(),
        List.of());
  }

  private static Notice notice(int place) {
    return new Notice(
        "n" + place,
        TicketEvent.REMINDED,
        MONDAY_MORNING.plusSeconds(place),
        Optional.empty(),
        Optional.empty(),
        "Hafenkron");
  }

  @Test
  void anAccountCreatedByManyAtTheSameMomentIsCreatedOnce() throws Exception {
    SupplierAccount supplier = supplier(account.value());
    List<Accounts.Creation> creations = atOnce(6, () -> accounts.create(supplier, MONDAY_MORNING));

    assertThat(creations).filteredOn(Accounts.Creation.CREATED::equals).hasSize(1);
  }

  @Test
  void onlyAnAccountThatIsThereIsUpdated() {
    assertThat(accounts.update(supplier(account.value())))
        .isEqualTo(Accounts.Update.NO_SUCH_ACCOUNT);
    assertThat(accounts.find(account)).isEmpty();

    accounts.create(newcomer(account.value()), MONDAY_MORNING);
    assertThat(accounts.update(supplier(account.value()))).isEqualTo(Accounts.Update.DONE);
    assertThat(accounts.find(account)).contains(supplier(account.value()));
  }

  @ParameterizedTest
  @EnumSource(BuyerPolicy.class)
  void aLegalEntityIsReadBackAsItWasWritten(BuyerPolicy policy) {
    LegalEntity entity = customer("e-" + UUID.randomUUID(), policy, 3);
    assertThat(LegalEntityItem.read(LegalEntityItem.write(entity))).isEqualTo(entity);
  }

  @Test
  void aMissingCustomerIsReportedOncePerAccountAndItsDemandIsCounted() throws Exception {
    String name = "nordwind" + random.nextInt(1_000_000);
    AccountId other = new AccountId(UUID.randomUUID().toString());
    accounts.create(supplier(account.value()), MONDAY_MORNING);
    accounts.create(supplier(other.value()), MONDAY_MORNING);

    List<TicketNumber> numbers = atOnce(4, () -> report(account, name));

    assertThat(numbers.stream().distinct()).hasSize(1);
    assertThat(report(account, name)).isEqualTo(numbers.getFirst());
    assertThat(report(other, name)).isNotEqualTo(numbers.getFirst());
    assertThat(tickets.demand(new CountryCode("NO"), name)).isEqualTo(2);
    assertThat(tickets.list(account, Optional.empty(), 10).items()).hasSize(1);
    assertThat(tickets.find(numbers.getFirst()).orElseThrow().history()).hasSize(1);
  }

  @Test
  void aCommentWithTheSameIdIsThereOnceAndNeverOnATicketThatIsNot() {
    accounts.create(supplier(account.value()), MONDAY_MORNING);
    TicketNumber number = report(account, "südwind" + random.nextInt(1_000_000));
    HistoryEntry comment =
        new HistoryEntry(
            "comment-1", TicketEvent.COMMENTED, MONDAY_MORNING, Actor.supplier("u"), "Hallo");
    HistoryEntry again =
        new HistoryEntry(
            comment.id(),
            TicketEvent.COMMENTED,
            MONDAY_MORNING.plusSeconds(9),
            comment.by(),
            "Hallo");

    assertThat(tickets.comment(account, number, comment, 2))
        .isEqualTo(new Commented.Stands(comment));
    assertThat(tickets.comment(account, number, again, 1)).isEqualTo(new Commented.Stands(comment));
    assertThat(tickets.comment(account, TicketNumber.random(random), comment, 2))
        .isEqualTo(new Commented.NoSuchTicket());
    assertThat(tickets.find(number).orElseThrow().history()).contains(comment).hasSize(2);
  }

  @Test
  void aWriteThatMeetsAnotherOneAtTheSameMomentIsNotGivenUp() {
    SameMoment others = new SameMoment();
    Table busy = new Table(DynamoDbLocal.client(others), table.name());
    TicketStore store = new TicketStore(busy);

    others.meet(2);
    assertThat(new Accounts(busy).create(supplier(account.value()), MONDAY_MORNING))
        .isEqualTo(Accounts.Creation.CREATED);
    others.meet(2);
    TicketNumber number =
        store
            .reportMissing(
                account,
                new Ticket.Subject.MissingCustomer(
                    "Ost AG", new CountryCode("CH"), "ost@example.com"),
                "ost" + random.nextInt(1_000_000),
                TicketNumber.random(random),
                Actor.supplier("u"),
                MONDAY_MORNING)
            .orElseThrow();
    others.meet(2);
    HistoryEntry comment =
        new HistoryEntry(
            "comment-1", TicketEvent.COMMENTED, MONDAY_MORNING, Actor.supplier("u"), "Hallo");

    assertThat(store.comment(account, number, comment, 2)).isEqualTo(new Commented.Stands(comment));
    assertThat(tickets.find(number).orElseThrow().history()).contains(comment);
    others.meet(100);
    assertThatThrownBy(() -> new Accounts(busy).create(supplier("a"), MONDAY_MORNING))
        .isInstanceOf(ConflictException.class);
  }

  /** Other transactions at the same items, as AWS reports them; DynamoDB Local never does. */
  private static final class SameMoment implements ExecutionInterceptor {
    private int times;

    void meet(int howOften) {
      times = howOften;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof TransactWriteItemsRequest && times > 0) {
        times--;
        throw TransactionCanceledException.builder()
            .cancellationReasons(
                List.of(CancellationReason.builder().code("TransactionConflict").build()))
            .build();
      }
    }
  }

  @Test
  void atTheSameMomentATicketTakesNoMoreCommentsThanItMay() throws Exception {
    accounts.create(supplier(account.value()), MONDAY_MORNING);
    TicketNumber number = report(account, "westwind" + random.nextInt(1_000_000));

    List<Commented> outcomes =
        atOnce(
            6,
            () ->
                tickets.comment(
                    account,
                    number,
                    new HistoryEntry(
                        UUID.randomUUID().toString(),
                        TicketEvent.COMMENTED,
                        MONDAY_MORNING,
                        Actor.supplier("u"),
                        "Hallo"),
                    2));

    assertThat(outcomes).filteredOn(Commented.Stands.class::isInstance).hasSize(2);
    assertThat(tickets.find(number).orElseThrow().history()).hasSize(3);
  }

  @Test
  void atTheSameMomentAnAccountGetsPastNoLimit() throws Exception {
    Usages usages = new Usages(table, new UsageLimits(5, 1, 1, 1, 1, 1));

    assertThat(atOnce(6, () -> usages.count(account, Usage.REQUESTS, 2, MONDAY_MORNING)))
        .filteredOn(new Usages.Counting.Counted()::equals)
        .hasSize(2);
    assertThat(usages.count(account, Usage.REQUESTS, 2, MONDAY_MORNING))
        .isEqualTo(new Usages.Counting.OverLimit(1, 5));
    assertThat(usages.count(account, Usage.MISSING_CUSTOMERS, 2, MONDAY_MORNING))
        .isEqualTo(new Usages.Counting.OverLimit(1, 1));
    assertThat(usages.count(account, Usage.REQUESTS, 2, MONDAY_MORNING.plus(Duration.ofDays(1))))
        .isEqualTo(new Usages.Counting.Counted());
  }

  @Test
  void anEffectIsClaimedByOneAndAfterTheLeaseByAnother() throws Exception {
    String id = UUID.randomUUID().toString();

    assertThat(atOnce(6, () -> effects.claim(id, MONDAY_MORNING, LEASE)))
        .filteredOn(Claim.MINE::equals)
        .hasSize(1);
    assertThat(effects.claim(id, MONDAY_MORNING.plus(LEASE).minusMillis(1), LEASE))
        .isEqualTo(Claim.TAKEN);
    assertThat(effects.claim(id, MONDAY_MORNING.plus(LEASE), LEASE)).isEqualTo(Claim.MINE);
  }

  @Test
  void anEffectThatHasHappenedIsNeverClaimedAgain() {
    String id = UUID.randomUUID().toString();
    effects.claim(id, MONDAY_MORNING, LEASE);
    effects.done(id, MONDAY_MORNING);

    assertThat(effects.claim(id, MONDAY_MORNING.plus(Duration.ofDays(30)), LEASE))
        .isEqualTo(Claim.DONE);
    effects.release(id);
    assertThat(effects.claim(id, MONDAY_MORNING, LEASE)).isEqualTo(Claim.DONE);
  }

  @Test
  void aClaimGivenBackIsFree() {
    String id = UUID.randomUUID().toString();
    effects.claim(id, MONDAY_MORNING, LEASE);
    effects.release(id);

    assertThat(effects.claim(id, MONDAY_MORNING, LEASE)).isEqualTo(Claim.MINE);
  }

  @Test
  void aLinkIsFoundByItsTokenUntilItExpiresAndTheTokenIsNotInTheTable() {
    DecisionLinks links = new DecisionLinks(table, new Relationships(table));
    LegalEntity buyer = customer("link-buyer");
    Instant expiry = MONDAY_MORNING.plus(Duration.ofDays(30));
    DecisionLink link =
        new DecisionLink(
            account,
            buyer.id(),
            TicketNumber.random(random),
            1,
            buyer.contacts().getFirst(),
            expiry,
            Optional.empty());

    String token = links.create(link);

    assertThat(token).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(links.find(token, MONDAY_MORNING)).contains(link);
    assertThat(links.find(token, expiry)).isEmpty();
    assertThat(links.find(token + "x", MONDAY_MORNING)).isEmpty();
    assertThat(table.client().scan(request -> request.tableName(table.name())).items().toString())
        .doesNotContain(token);
  }

  private TicketNumber report(AccountId reporter, String name) {
    return tickets
        .reportMissing(
            reporter,
            new Ticket.Subject.MissingCustomer(name, new CountryCode("NO"), "post@example.com"),
            name,
            TicketNumber.random(random),
            Actor.supplier("u"),
            MONDAY_MORNING)
        .orElseThrow();
  }

  private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Callable<T>> all = IntStream.range(0, times).mapToObj(_ -> action).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(all)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
