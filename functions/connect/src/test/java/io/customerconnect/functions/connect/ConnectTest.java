package io.customerconnect.functions.connect;

import static io.customerconnect.testing.Fixtures.customer;
import static io.customerconnect.testing.Fixtures.newcomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.Usages;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Meter;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectTest {
  private final Scene scene = new Scene();
  private final ConnectHandler connect = new ConnectHandler(scene.platform());
  private final RelationshipsHandler relationships = new RelationshipsHandler(scene.platform());
  private final EndRelationshipHandler end = new EndRelationshipHandler(scene.platform());
  private final IsConnectedHandler isConnected = new IsConnectedHandler(scene.platform());

  @Test
  void theCustomerIsAskedAndTheTicketNumberComesAtOnce() {
    Json.Obj result = only(connect(scene.buyer()));

    assertThat(result.require("outcome")).isEqualTo("customer-asked");
    assertThat(result.require("name")).isEqualTo(scene.buyer().legalName());
    assertThat(tickets()).containsExactly(TicketNumber.parse(result.require("ticketNumber")));
    Json.Obj relationship = relationship(scene.buyer()).json();
    assertThat(relationship.require("state")).isEqualTo("pending");
    assertThat(relationship.require("ticketNumber")).isEqualTo(result.require("ticketNumber"));
  }

  @Test
  void aPageOfRelationshipsCostsTheSameHoweverManyThereAre() {
    Scene alone = Scene.alone();
    alone.ask();
    alone.connectAlike(99);
    Meter meter = new Meter();
    RelationshipsHandler metered =
        new RelationshipsHandler(new Table(DynamoDbLocal.client(meter), alone.table().name()));
    HttpCall call = alone.call(metered, "GET /relationships");
    Reading one = meter.during(call::send);

    alone.connectAlike(10_000);

    Reading many = meter.during(() -> assertThat(call.send().json().find("next")).isPresent());
    assertThat(many.requests()).isEqualTo(one.requests()).isEqualTo(1);
    assertThat(many.readUnits()).isEqualTo(one.readUnits());
  }

  @Test
  void aRepeatWithTheSameKeyGetsTheSameAnswerAndOneWithAnotherLearnsThatItIsPending() {
    Json.Obj first = only(connect("key-1", scene.buyer()));

    assertThat(only(connect("key-1", scene.buyer()))).isEqualTo(first);
    Json.Obj other = only(connect("key-2", scene.buyer()));
    assertThat(other.require("outcome")).isEqualTo("already-pending");
    assertThat(other.require("ticketNumber")).isEqualTo(first.require("ticketNumber"));
    assertThat(tickets()).hasSize(1);
  }

  @Test
  void aRetryThatComesLateGetsTheFirstAnswerAndAsksNobodyAgain() {
    Json.Obj first = only(connect("key-1", scene.buyer()));
    scene.apply(
        new Command.Decline(
            TicketNumber.parse(first.require("ticketNumber")), DeclineKind.DECLINED, "no"));

    assertThat(only(connect("key-1", scene.buyer()))).isEqualTo(first);

    assertThat(tickets()).hasSize(1);
    Json.Obj second = only(connect("key-2", scene.buyer()));
    assertThat(second.require("outcome")).isEqualTo("customer-asked");
    assertThat(second.require("ticketNumber")).isNotEqualTo(first.require("ticketNumber"));
  }

  @Test
  void aRequestWithoutAKeyIsNotTakenForAnEarlierOneWithAKey() {
    Json.Obj first = only(connect("key-1", scene.buyer()));
    scene.apply(
        new Command.Decline(
            TicketNumber.parse(first.require("ticketNumber")), DeclineKind.DECLINED, "no"));
    connect(scene.buyer());

    assertThat(only(connect("key-1", scene.buyer())).require("outcome"))
        .isEqualTo("already-pending");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashEachMemberIsAskedOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            ConnectTest::aGroupOfThirty,
            Group::connect,
            group -> {
              assertThat(results(group.connect()))
                  .extracting(result -> result.require("outcome"))
                  .containsOnly("customer-asked")
                  .hasSize(30);
              assertThat(group.story().tickets()).hasSize(30);
            });
    // Two batch reads, what an account may do in a day, and two transactions.
    assertThat(requests).isEqualTo(5);
  }

  /** The second step fails for a conflict, and finds that a member is gone. */
  @Test
  void aMemberThatIsHiddenWhileOthersAreAskedIsNotAskedAndTheOthersAre() {
    Group group = aGroupOfThirty();
    List<Answer> answers = new ArrayList<>();

    Faults.meanwhile(
        5,
        () -> {
          group.hide(28);
          group.story().connect(group.members().get(27));
        },
        () -> answers.add(group.connect()));

    List<Json.Obj> results = results(answers.getFirst());
    assertThat(results).hasSize(30);
    assertThat(results.get(27).require("outcome")).isEqualTo("already-pending");
    assertThat(results.get(28).require("outcome")).isEqualTo("not-accepting");
    assertThat(results)
        .filteredOn(result -> result.require("outcome").equals("customer-asked"))
        .hasSize(28);
    assertThat(group.story().tickets()).hasSize(29);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aRepeatAfterACrashDoesTheRestThoughAMemberWasHiddenMeanwhile(Fault fault) {
    Faults.afterEachRequest(
        fault,
        ConnectTest::aGroupOfThirty,
        Group::connect,
        group -> {
          int askedBefore = group.story().tickets().size();
          group.hide(28);
          Answer repeat = group.connect();
          if (askedBefore == 0) {
            assertThat(repeat.json().require("field")).isEqualTo("legalEntityIds[28]");
            assertThat(group.story().tickets()).isEmpty();
          } else {
            assertThat(results(repeat)).hasSize(30);
            assertThat(results(repeat).get(28).require("outcome"))
                .isEqualTo(askedBefore == 30 ? "customer-asked" : "not-accepting");
            assertThat(group.story().tickets()).hasSize(Math.max(askedBefore, 29));
          }
        });
  }

  @Test
  void anAccountAsksOnlySoManyCustomersADayAndARepeatIsNotCounted() {
    Json.Obj first = only(connect("key-1", scene.buyer()));
    int limit = UsageLimits.DEFAULT.requests();
    new Usages(scene.table(), UsageLimits.DEFAULT)
        .count(scene.account(), Usage.REQUESTS, limit - 2, scene.now());
    LegalEntity second = scene.add(customer("l-" + UUID.randomUUID()));
    LegalEntity third = scene.add(customer("l-" + UUID.randomUUID()));

    Answer tooMany = connect(second, third);

    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.problem()).isEqualTo("limit-reached");
    assertThat(tooMany.json().require("detail")).contains("1 are left");
    assertThat(tickets()).hasSize(1);
    assertThat(only(connect("key-1", scene.buyer()))).isEqualTo(first);
    assertThat(only(connect(second)).require("outcome")).isEqualTo("customer-asked");
    assertThat(connect(third).status()).isEqualTo(429);
    scene.pass(Duration.ofDays(1));
    assertThat(only(connect(third)).require("outcome")).isEqualTo("customer-asked");
  }

  /** An account of its own, and the members that it connects with. */
  private record Group(ConnectTest story, List<LegalEntity> members) {
    Answer connect() {
      return story
          .scene
          .call(story.connect, "POST /connections")
          .header("idempotency-key", "key")
          .body(body(members.toArray(LegalEntity[]::new)))
          .send();
    }

    /** A member's buyer does not want to be found any more. */
    void hide(int member) {
      story.scene.pass(Duration.ofSeconds(1));
      story.scene.add(customer(members.get(member).id().value(), BuyerPolicy.HIDDEN, 2));
    }
  }

  private static Group aGroupOfThirty() {
    ConnectTest story = new ConnectTest();
    return new Group(
        story,
        IntStream.range(0, 30)
            .mapToObj(i -> story.scene.add(customer("f" + i + "-" + UUID.randomUUID())))
            .toList());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashARelationshipEndsOnce(Fault fault) {
    Faults.afterEachRequest(
        fault,
        () -> {
          ConnectTest story = new ConnectTest();
          TicketNumber number = ticketOf(story.connect(story.scene.buyer()));
          story.scene.apply(new Command.Confirm(number, Optional.empty()));
          return story;
        },
        story -> story.end(story.scene.buyer().id().value()),
        story -> {
          assertThat(story.end(story.scene.buyer().id().value()).status()).isEqualTo(204);
          assertThat(story.scene.history(story.tickets().getFirst())).hasSize(3);
        });
  }

  @Test
  void twoUsersAtTheSameMomentMakeOneRequestForEachMemberAndOneTicket() throws Exception {
    List<LegalEntity> members =
        IntStream.range(0, 8)
            .mapToObj(i -> scene.add(customer("m" + i + "-" + UUID.randomUUID())))
            .toList();
    List<Callable<Answer>> users = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String user = "user-" + i;
      users.add(
          () ->
              HttpCall.of(connect, "POST /connections")
                  .signedInAs(scene.account().value(), user)
                  .header("idempotency-key", user)
                  .body(body(members.toArray(LegalEntity[]::new)))
                  .send());
    }

    List<String> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(users.size())) {
      for (Future<Answer> done : threads.invokeAll(users)) {
        assertThat(done.get().status()).isEqualTo(200);
        results(done.get()).forEach(result -> outcomes.add(result.require("outcome")));
      }
    }

    assertThat(outcomes).filteredOn("customer-asked"::equals).hasSize(members.size());
    assertThat(outcomes).filteredOn("already-pending"::equals).hasSize(3 * members.size());
    assertThat(tickets()).hasSize(members.size());
  }

  @Test
  void theSameKeyAtTheSameMomentMakesOneRequestForEachMemberAndAllGetItsAnswer() throws Exception {
    Group group = aGroupOfThirty();
    List<Callable<Answer>> clicks = Collections.nCopies(4, group::connect);

    List<List<Json.Obj>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clicks.size())) {
      for (Future<Answer> done : threads.invokeAll(clicks)) {
        answers.add(results(done.get()));
      }
    }

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(answers.getFirst())
        .hasSize(group.members().size())
        .extracting(result -> result.require("outcome"))
        .containsOnly("customer-asked");
    assertThat(group.story().tickets()).hasSize(group.members().size());
  }

  @Test
  void aGroupOfMoreThanATransactionTakesHasAResultForEachInTheirOrder() {
    List<LegalEntity> members =
        IntStream.range(0, 30)
            .mapToObj(i -> scene.add(customer("g" + i + "-" + UUID.randomUUID())))
            .toList();
    connect(members.get(3));
    TicketNumber number = ticketOf(connect(members.get(27)));
    scene.applyTo(members.get(27), new Command.Confirm(number, Optional.empty()));

    List<Json.Obj> results = results(connect(members.toArray(LegalEntity[]::new)));

    assertThat(results)
        .extracting(result -> result.require("legalEntityId"))
        .isEqualTo(members.stream().map(member -> member.id().value()).toList());
    assertThat(results.get(3).require("outcome")).isEqualTo("already-pending");
    assertThat(results.get(27).require("outcome")).isEqualTo("already-connected");
    assertThat(results)
        .filteredOn(result -> result.require("outcome").equals("customer-asked"))
        .hasSize(28);
  }

  @Test
  void aClosedOneIsNotAcceptingAndDoesNotKeepTheOthers() {
    LegalEntity closed = scene.add(customer("c-" + UUID.randomUUID(), BuyerPolicy.CLOSED, 1));

    assertThat(results(connect(closed, scene.buyer())))
        .extracting(result -> result.require("outcome"))
        .containsExactly("not-accepting", "customer-asked");
  }

  @Test
  void ofAHiddenAndAnUnknownOneNothingIsSaidAndNothingIsChanged() {
    LegalEntity hidden = scene.add(customer("h-" + UUID.randomUUID(), BuyerPolicy.HIDDEN, 1));
    LegalEntity unknown = customer("u-" + UUID.randomUUID());

    for (LegalEntity missing : List.of(hidden, unknown)) {
      Answer answer = connect(scene.buyer(), missing);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.problem()).isEqualTo("unknown-legal-entity");
      assertThat(answer.json().require("field")).isEqualTo("legalEntityIds[1]");
    }
    assertThat(tickets()).isEmpty();
  }

  @Test
  void afterThreeRequestsInNinetyDaysThereIsNoFourth() {
    for (int i = 0; i < 3; i++) {
      TicketNumber number = ticketOf(connect(scene.buyer()));
      scene.apply(new Command.Decline(number, DeclineKind.DECLINED, "no"));
      scene.pass(Duration.ofDays(1));
    }

    assertThat(only(connect(scene.buyer())).require("outcome")).isEqualTo("too-many-requests");
    scene.pass(Duration.ofDays(88));
    assertThat(only(connect(scene.buyer())).require("outcome")).isEqualTo("customer-asked");
  }

  @Test
  void withoutTheCompanysDataNobodyIsAsked() {
    SupplierAccount newcomer = newcomer(UUID.randomUUID().toString());
    new Accounts(scene.table()).create(newcomer, Instant.EPOCH);

    Answer answer =
        HttpCall.of(connect, "POST /connections")
            .signedInAs(newcomer.id().value(), "user-1")
            .body(body(scene.buyer()))
            .send();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("account-incomplete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                            | 400 | invalid-field  | legalEntityIds",
        "{\"legalEntityIds\": []}                      | 400 | invalid-field  | legalEntityIds",
        "{\"legalEntityIds\": \"x\"}                   | 400 | invalid-field  | legalEntityIds",
        "{\"legalEntityIds\": [\"x\", 7]}              | 400 | invalid-field  | legalEntityIds[1]",
        "{\"legalEntityIds\": [\"x\", null]}           | 400 | invalid-field  | legalEntityIds[1]",
        "{\"legalEntityIds\": [\"a#b\"]}               | 400 | invalid-field  | legalEntityIds[0]",
        "{\"legalEntityIds\": [\"x\"], \"urgent\": 1}  | 400 | unknown-field  | urgent",
        "{\"legalEntityIds\": [\"x\"]                  | 400 | malformed-json | ",
        "[]                                            | 400 | malformed-json | ",
        "''                                            | 400 | malformed-json | ",
      })
  void badInputIsAProblemThatNamesTheField(String body, int status, String problem, String field) {
    Answer answer = scene.call(connect, "POST /connections").body(body).send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().string("field")).isEqualTo(Optional.ofNullable(field));
    assertThat(tickets()).isEmpty();
  }

  @Test
  void withoutClaimsNothingIsAnswered() {
    assertThat(HttpCall.of(connect, "POST /connections").body(body(scene.buyer())).send().problem())
        .isEqualTo("not-signed-in");
    assertThat(HttpCall.of(relationships, "GET /relationships").send().status()).isEqualTo(401);
  }

  @Test
  void aRelationshipIsListedWithHowItCameToBe() {
    connect(scene.buyer());

    Json.Obj list = scene.call(relationships, "GET /relationships").send().json();

    assertThat(list.items("relationships"))
        .extracting(item -> ((Json.Obj) item).require("state"))
        .containsExactlyInAnyOrder("connected", "pending");
    assertThat(list.items("relationships"))
        .filteredOn(item -> ((Json.Obj) item).string("how").equals(Optional.of("test")))
        .hasSize(1);
  }

  @Test
  void aRelationshipOfAnotherAccountIsNotThere() {
    connect(scene.buyer());

    Answer answer =
        HttpCall.of(relationships, "GET /relationships/{legalEntityId}")
            .signedInAs("somebody-else", "user-9")
            .path("legalEntityId", scene.buyer().id().value())
            .send();

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void aRequestTakenBackIsOverAndMayBeTakenBackAgain() {
    TicketNumber number = ticketOf(connect(scene.buyer()));

    assertThat(end(scene.buyer().id().value()).status()).isEqualTo(204);
    assertThat(end(scene.buyer().id().value()).status()).isEqualTo(204);
    assertThat(relationship(scene.buyer()).json().require("state")).isEqualTo("ended");
    assertThat(scene.history(number)).hasSize(2);
  }

  @Test
  void whatCannotBeEndedIsSaid() {
    assertThat(end("test-buyer").problem()).isEqualTo("cannot-end");
    assertThat(end(scene.buyer().id().value()).problem()).isEqualTo("not-found");
    assertThat(end("a/b").problem()).isEqualTo("not-found");
    TicketNumber number = ticketOf(connect(scene.buyer()));
    scene.apply(new Command.Decline(number, DeclineKind.DECLINED, "no"));
    assertThat(end(scene.buyer().id().value()).problem()).isEqualTo("cannot-end");
  }

  @Test
  void theNetworkLearnsWhetherTheTwoAreConnectedAndNobodyElseMayAsk() {
    assertThat(isConnected(scene.account(), "network").problem()).isEqualTo("not-connected");
    TicketNumber number = ticketOf(connect(scene.buyer()));
    assertThat(isConnected(scene.account(), "network").status()).isEqualTo(403);
    scene.apply(new Command.Confirm(number, Optional.empty()));
    assertThat(isConnected(scene.account(), "network").status()).isEqualTo(200);
    assertThat(isConnected(scene.account(), "support").problem()).isEqualTo("not-allowed");
    end(scene.buyer().id().value());
    assertThat(isConnected(scene.account(), "network").problem()).isEqualTo("not-connected");
  }

  private Answer isConnected(AccountId account, String group) {
    return HttpCall.of(
            isConnected, "GET /network/accounts/{accountId}/relationships/{legalEntityId}")
        .signedInAs("network", "sender", group)
        .path("accountId", account.value())
        .path("legalEntityId", scene.buyer().id().value())
        .send();
  }

  private Answer end(String legalEntity) {
    return scene
        .call(end, "DELETE /relationships/{legalEntityId}")
        .path("legalEntityId", legalEntity)
        .send();
  }

  private Answer relationship(LegalEntity entity) {
    return scene
        .call(relationships, "GET /relationships/{legalEntityId}")
        .path("legalEntityId", entity.id().value())
        .send();
  }

  private List<TicketNumber> tickets() {
    return new TicketStore(scene.table())
        .list(scene.account(), Optional.empty(), 100).items().stream()
            .map(ticket -> ticket.number())
            .toList();
  }

  private Answer connect(LegalEntity... entities) {
    return scene.call(connect, "POST /connections").body(body(entities)).send();
  }

  private Answer connect(String key, LegalEntity entity) {
    return scene
        .call(connect, "POST /connections")
        .header("idempotency-key", key)
        .body(body(entity))
        .send();
  }

  private static String body(LegalEntity... entities) {
    return Json.object()
        .with("legalEntityIds", List.of(entities), entity -> Json.of(entity.id().value()))
        .toText();
  }

  private static TicketNumber ticketOf(Answer answer) {
    return TicketNumber.parse(only(answer).require("ticketNumber"));
  }

  private static Json.Obj only(Answer answer) {
    assertThat(results(answer)).hasSize(1);
    return results(answer).getFirst();
  }

  private static List<Json.Obj> results(Answer answer) {
    return answer.json().items("results").stream().map(item -> (Json.Obj) item).toList();
  }
}
