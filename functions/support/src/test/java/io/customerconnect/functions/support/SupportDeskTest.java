package io.customerconnect.functions.support;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.StoredVendor;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.Transition;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Queues;
import io.customerconnect.testing.functions.Scene;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportDeskTest {
  private static final String TICKET = "/support/tickets/{number}";
  private static final String CUSTOMER = "/support/legal-entities/{legalEntityId}";

  private final Scene scene = Scene.alone();
  private final String mailQueue = Queues.empty("MAIL_QUEUE_URL");
  private final WorkListHandler workList = new WorkListHandler(scene.platform());
  private final SettleHandler settle = new SettleHandler(scene.platform());
  private final TendHandler tend = new TendHandler(scene.platform());
  private final CustomerSettingsHandler settings = new CustomerSettingsHandler(scene.platform());

  @Test
  void whatWaitsForSupportIsListedTheLongestWaitingFirstAndLeavesTheListWhenItIsSettled() {
    TicketNumber first = missing("Alpha");
    scene.pass(Duration.ofHours(1));
    TicketNumber second = missing("Beta");
    TicketNumber waitsForTheCustomer = scene.ask();

    assertThat(numbers(list().send())).containsExactly(first.value(), second.value());
    assertThat(numbers(list().query("waitingFor", "buyer").send()))
        .containsExactly(waitsForTheCustomer.value());

    ok(
        "close",
        first,
        Json.object().with("outcome", "customer-added").with("reason", "Loaded this morning."));

    assertThat(numbers(list().send())).containsExactly(second.value());
    assertThat(scene.history(first))
        .containsExactly(TicketEvent.MISSING_CUSTOMER_REPORTED, TicketEvent.CUSTOMER_ADDED);
  }

  @Test
  void closedTicketsAreListedTheLatestFirstWhoeverClosedThem() {
    TicketNumber first = missing("Alpha");
    TicketNumber open = missing("Beta");
    TicketNumber second = scene.ask();
    Json.Obj notAdded =
        Json.object().with("outcome", "customer-not-added").with("reason", "Not on the network.");
    ok("assign", first, Json.object().with("assignee", "sofia"));
    ok("close", first, notAdded);
    scene.pass(Duration.ofMillis(1));
    scene.apply(new Command.Confirm(second, Optional.empty()));

    assertThat(numbers(list().query("state", "closed").send()))
        .containsExactly(second.value(), first.value());
    assertThat(numbers(list().query("state", "open").send())).containsExactly(open.value());
    assertThat(numbers(list().query("state", "closed").query("assignee", "me").send()))
        .containsExactly(first.value());
    assertThat(
            numbers(
                list()
                    .query("state", "closed")
                    .query("legalEntityId", scene.buyer().id().value())
                    .send()))
        .containsExactly(second.value());
    Json.Obj closed =
        (Json.Obj) list().query("state", "closed").send().json().items("tickets").getFirst();
    assertThat(closed.require("outcome")).isEqualTo("connected");
    assertThat(closed.require("closedAt")).isEqualTo(scene.now().toString());
  }

  @Test
  void aClosedTicketWaitsForNobody() {
    Answer answer = list().query("state", "closed").query("waitingFor", "buyer").send();

    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.json().require("field")).isEqualTo("waitingFor");
    assertThat(list().query("state", "lost").send().problem()).isEqualTo("invalid-field");
  }

  /** Few of very many: a page looks at more tickets than it holds, and misses none. */
  @Test
  void pagesOfAFilteredListHoldEveryTicketOnce() {
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      TicketNumber number = missing("Customer " + i);
      if (i % 2 == 0) {
        ok("assign", number, Json.object().with("assignee", "sofia"));
        mine.add(number.value());
      }
      scene.pass(Duration.ofSeconds(1));
    }

    Answer page = list().query("assignee", "me").send();
    assertThat(numbers(page)).isEqualTo(mine.subList(0, 50));
    String next = page.json().require("next");
    assertThat(numbers(list().query("assignee", "me").query("cursor", next).send()))
        .isEqualTo(mine.subList(50, 60));
  }

  @Test
  void aTicketWhoseMailWaitsForTomorrowIsListedAmongThoseOfTheSystem() {
    TicketNumber number = scene.ask();
    assertThat(numbers(list().query("waitingFor", "system").send())).isEmpty();

    scene.apply(new Command.Postpone(number, 1));

    assertThat(numbers(list().query("waitingFor", "buyer").send())).isEmpty();
    assertThat(numbers(list().query("waitingFor", "system").send()))
        .containsExactly(number.value());
    assertThat(list().query("waitingFor", "nobody").send().problem()).isEqualTo("invalid-field");
  }

  @Test
  void pagesOfTheListHoldEveryTicketOnce() {
    List<String> reported = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      reported.add(missing("Customer " + i).value());
    }

    List<String> listed = new ArrayList<>();
    Answer page = list().send();
    while (true) {
      listed.addAll(numbers(page));
      Optional<String> next = page.json().string("next");
      if (next.isEmpty()) {
        break;
      }
      page = list().query("cursor", next.get()).send();
    }

    assertThat(listed).containsExactlyInAnyOrderElementsOf(reported);
  }

  @Test
  void oneOfTheStaffTakesATicketAndFindsItAmongItsOwn() {
    TicketNumber number = missing("Alpha");
    missing("Beta");

    Json.Obj assigned = ok("assign", number, Json.object().with("assignee", "sofia"));

    assertThat(assigned.require("assignee")).isEqualTo("sofia");
    assertThat(((Json.Obj) assigned.items("history").getLast()).require("detail"))
        .isEqualTo("sofia");
    assertThat(numbers(list().query("assignee", "me").send())).containsExactly(number.value());
    assertThat(numbers(list().query("assignee", "nobody").send())).hasSize(1);

    ok("assign", number, Json.object());

    assertThat(numbers(list().query("assignee", "me").send())).isEmpty();
  }

  @Test
  void whoIsAssignedStaysWhenTheCustomerAnswers() {
    TicketNumber number = scene.ask();
    ok("assign", number, Json.object().with("assignee", "sofia"));

    scene.pass(Timetable.DEFAULT.reminders().getFirst());
    scene.apply(new Command.PassTime(2));

    Json.Obj shown = show(number);
    assertThat(shown.require("assignee")).isEqualTo("sofia");
    assertThat(shown.object("nextStep").require("then")).isEqualTo("reminder");
  }

  @Test
  void aCommentOfSupportIsNewsForTheSupplierAndThereOnceHoweverOftenItIsSent() {
    TicketNumber number = scene.ask();
    Json text = Json.object().with("text", "We telephoned.");

    for (int i = 0; i < 2; i++) {
      Answer answer =
          post(tend, "comments", number).header("idempotency-key", "k").body(text.toText()).send();
      assertThat(answer.status()).isEqualTo(200);
    }

    assertThat(scene.history(number))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.SUPPORT_COMMENTED);
    assertThat(notices()).containsOnlyOnce(TicketEvent.SUPPORT_COMMENTED);
  }

  @Test
  void connectedByHandTheRelationshipAndTheTicketSayWhoAndWhy() {
    TicketNumber number = scene.ask();

    Json.Obj shown =
        ok(
            "connect",
            number,
            Json.object().with("vendorNumber", "4711").with("reason", "Told by telephone."));

    assertThat(scene.state())
        .isEqualTo(
            new Connected(
                scene.now(),
                Origin.SUPPORT,
                Set.of(new VendorNumber("4711")),
                Optional.of(number)));
    assertThat(shown.object("relationship").require("how")).isEqualTo("support");
    Json.Obj entry = (Json.Obj) shown.items("history").getLast();
    assertThat(entry.require("event")).isEqualTo("connected-by-support");
    assertThat(entry.require("name")).isEqualTo("sofia");
    assertThat(entry.require("detail")).isEqualTo("Told by telephone.");
  }

  @Test
  void rejectedByHandTheSupplierReadsTheReason() {
    TicketNumber number = scene.ask();

    ok("reject", number, Json.object().with("reason", "A stranger."));

    assertThat(((Declined) scene.state()).reason()).isEqualTo("A stranger.");
    assertThat(notices()).contains(TicketEvent.REJECTED);
  }

  @Test
  void askedAgainTwiceAtOnceTheCustomerGetsOneMailMore() {
    TicketNumber number = scene.ask();
    Json same = Json.object().with("ask", 1);

    ok("ask-again", number, same);
    ok("ask-again", number, same);

    assertThat(((Pending) scene.state()).asks()).isEqualTo(2);
  }

  @Test
  void whatIsOverCannotBeSettled() {
    TicketNumber number = scene.ask();
    scene.apply(new Command.Confirm(number, Optional.empty()));

    Answer rejected =
        post(settle, "reject", number).body(Json.object().with("reason", "no").toText()).send();

    assertThat(rejected.status()).isEqualTo(409);
    assertThat(rejected.problem()).isEqualTo("cannot-settle");
    assertThat(scene.state()).isInstanceOf(Connected.class);
  }

  private TicketStatus status(TicketNumber number) {
    return new TicketStore(scene.table()).findTicket(number).orElseThrow().status();
  }

  @Test
  void bothSidesOfAClaimedVendorNumberAreListedAndLeadToEachOther() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));

    assertThat(numbers(list().send()))
        .containsExactlyInAnyOrder(claim.holders().value(), claim.claimants().value());
    assertThat(show(claim.holders()).items("related"))
        .containsExactly(Json.of(claim.claimants().value()));
    assertThat(show(claim.claimants()).items("related"))
        .containsExactly(Json.of(claim.holders().value()));
    assertThat(show(claim.holders()).require("about")).isEqualTo("vendor-number");

    Answer refused =
        post(settle, "connect", claim.holders())
            .body(Json.object().with("reason", "?").toText())
            .send();
    assertThat(refused.problem()).isEqualTo("cannot-settle");
    assertThat(refused.body()).contains(claim.claimants().value());
  }

  @Test
  void givenToTheOtherAccountTooTheHoldersTicketSaysSoAndNothingElseOfItChanges() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));
    RelationshipState before = scene.state();
    scene.pass(Duration.ofHours(1));

    ok("connect", claim.claimants(), Json.object().with("reason", "One group, two accounts."));

    assertThat(status(claim.holders()))
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_SHARED, scene.now()));
    assertThat(scene.history(claim.holders()))
        .containsExactly(TicketEvent.VENDOR_NUMBER_CLAIMED, TicketEvent.VENDOR_NUMBER_SHARED);
    assertThat(notices()).contains(TicketEvent.VENDOR_NUMBER_SHARED);
    assertThat(show(claim.holders()).toText()).doesNotContain("One group");
    assertThat(scene.state()).isEqualTo(before);
  }

  @Test
  void refusedTheVendorNumberStaysTheHoldersAlsoWhereItHasGoneMeanwhile() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));
    scene.apply(new Command.End(Side.SUPPLIER));

    ok("reject", claim.claimants(), Json.object().with("reason", "Not theirs."));

    assertThat(status(claim.holders()))
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_KEPT, scene.now()));
    assertThat(numbers(list().send())).isEmpty();
    assertThat(scene.state()).isInstanceOf(RelationshipState.Ended.class);
  }

  @Test
  void takenBackByTheOtherAccountTheHoldersTicketIsClosedToo() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));

    scene.applyTo(claim, new Command.End(Side.SUPPLIER));

    assertThat(status(claim.holders()))
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_KEPT, scene.now()));
  }

  @Test
  void connectedUnderAnotherVendorNumberTheClaimedOneIsKept() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));

    ok(
        "connect",
        claim.claimants(),
        Json.object().with("vendorNumber", "4712").with("reason", "A number of its own."));

    assertThat(scene.history(claim.holders())).endsWith(TicketEvent.VENDOR_NUMBER_KEPT);
  }

  @Test
  void aLockedChallengeCanBeAnsweredAgainFromItsFirstStep() {
    TicketNumber number = scene.ask();
    ChallengeId id = ChallengeId.random(scene.buyer().id(), new Random(1));
    lock(id);

    Json.Obj before = show(number);
    ok("unlock-challenge", number, Json.object().with("reason", "Typed the order number."));

    assertThat(before.object("challenge").require("state")).isEqualTo("locked");
    assertThat(challenges().find(scene.account(), scene.buyer().id()).challenge())
        .isEqualTo(
            new Challenge(
                scene.account(),
                scene.buyer().id(),
                Set.of(),
                new ChallengeState.HandedOver(
                    new ChallengeState.Asked(id, scene.now(), 0), MONDAY_MORNING),
                0,
                List.of()));
    assertThat(scene.history(number)).endsWith(TicketEvent.CHALLENGE_UNLOCKED);
    assertThat(notices()).contains(TicketEvent.CHALLENGE_UNLOCKED);
  }

  @Test
  void fromTheTicketOfAMemberTheChallengeThatCoversItIsSeenAndUnlocked() {
    LegalEntity member = scene.add(Fixtures.customer("member-" + UUID.randomUUID()));
    ChallengeId id = ChallengeId.random(scene.buyer().id(), new Random(1));
    TicketNumber ticket = TicketNumber.random(new Random(2));
    change(member, new Command.BeginChallenge(id));
    change(member, Command.Ask.of(member, ticket));
    lock(id);

    Json.Obj before = show(ticket);
    Json.Obj unlocked =
        ok("unlock-challenge", ticket, Json.object().with("reason", "Typed the order number."));

    assertThat(before.object("challenge").require("state")).isEqualTo("locked");
    assertThat(unlocked.object("challenge").require("state")).isEqualTo("step-1");
    assertThat(challenges().find(scene.account(), scene.buyer().id()).challenge().failuresEver())
        .isZero();
  }

  @Test
  void aVendorNumberThatOthersHaveUsedUpIsFreedForWhoeverNeverGotToIt() {
    VendorNumber burnt = new VendorNumber("4711");
    TicketNumber number = scene.ask();
    lock(ChallengeId.random(scene.buyer().id(), new Random(1)));
    VendorChallenges failed = VendorChallenges.none(burnt);
    for (int i = 0; i < 9; i++) {
      failed = failed.attempted().wrong(scene.buyer().id(), ChallengeRules.DEFAULT);
    }
    challenges().put(vendor(burnt).with(failed));

    ok("unlock-challenge", number, unlocking("4711"));

    assertThat(vendor(burnt).challenges()).isEqualTo(failed.unlocked());
    assertThat(
            post(tend, "unlock-challenge", number).body(unlocking("4712").toText()).send().status())
        .as("a typing error")
        .isEqualTo(409);
  }

  private StoredVendor vendor(VendorNumber number) {
    return challenges().vendor(scene.buyer().vendorScope(), number);
  }

  private static Json.Obj unlocking(String vendorNumber) {
    return Json.object().with("vendorNumber", vendorNumber).with("reason", "Others had tried.");
  }

  private void change(LegalEntity customer, Command command) {
    Relationships relationships = new Relationships(scene.table());
    StoredRelationship before = relationships.find(scene.account(), customer.id());
    relationships.commit(
        List.of(
            new Transition(
                before,
                (Decision.Changed) relationships.decide(before, command, scene.now()),
                Actor.supplier("user-1"),
                scene.now(),
                EntityBrief.of(customer),
                Optional.empty())));
  }

  @Test
  void whoWasNeverChallengedHasNothingToUnlock() {
    TicketNumber number = scene.ask();

    Answer answer =
        post(tend, "unlock-challenge", number)
            .body(Json.object().with("reason", "?").toText())
            .send();

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void theMailWithTheAnswerIsSentAgainWithANumberOfItsOwn() {
    TicketNumber number = scene.ask();
    assertThat(post(tend, "resend-mail", number).body(Json.object().toText()).send().status())
        .isEqualTo(409);
    scene.apply(new Command.Confirm(number, Optional.empty()));

    ok("resend-mail", number, Json.object());
    ok("resend-mail", number, Json.object());

    assertThat(Queues.take(mailQueue))
        .extracting(body -> Json.readObject(body).requireNumber("copy"))
        .containsExactly(2L, 3L);
    assertThat(scene.history(number)).endsWith(TicketEvent.MAIL_RESENT, TicketEvent.MAIL_RESENT);
  }

  @Test
  void aRepeatOfTheSameRequestSendsNoSecondMail() {
    TicketNumber number = scene.ask();
    scene.apply(new Command.Confirm(number, Optional.empty()));
    HttpCall resend =
        post(tend, "resend-mail", number)
            .header("idempotency-key", "once-more")
            .body(Json.object().toText());

    assertThat(resend.send().status()).isEqualTo(200);
    assertThat(resend.send().status()).isEqualTo(200);

    assertThat(Queues.take(mailQueue)).hasSize(1);
    assertThat(scene.history(number)).filteredOn(TicketEvent.MAIL_RESENT::equals).hasSize(1);
  }

  @Test
  void whatSupportSetsForACustomerStandsOverTheDirectoryUntilItIsTakenBack() {
    Answer set =
        set(
            Json.object()
                .with("policy", "closed")
                .with(
                    "contacts",
                    List.of("ebba@example.com"),
                    mail ->
                        Json.object()
                            .with("name", "Ebba Lindqvist")
                            .with("mail", mail)
                            .with("language", "en"))
                .with("reason", "Their mail of Monday"));
    assertThat(set.status()).isEqualTo(200);

    scene.pass(Duration.ofDays(1));
    scene.add(scene.buyer());

    assertThat(inForce().policy()).isEqualTo(BuyerPolicy.CLOSED);
    assertThat(inForce().contacts())
        .extracting(contact -> contact.mail().value())
        .containsExactly("ebba@example.com");

    Json.Obj takenBack = set(Json.object().with("reason", "Over")).json();

    assertThat(inForce()).isEqualTo(scene.buyer());
    assertThat(takenBack.items("changes")).hasSize(2);
    assertThat(((Json.Obj) takenBack.items("changes").getLast()).require("by")).isEqualTo("sofia");
  }

  @Test
  void supportGivesACustomerNumbersOfItsOwnUntilTheyAreTakenBack() {
    Json.Obj set =
        rules(
                Json.object()
                    .with("attempts", 2)
                    .with("expiryDays", 45)
                    .with("secondInvoices", "two")
                    .with("weakPairs", "refused"))
            .json();

    assertThat(inForce().challengeRules().failures()).isEqualTo(2);
    assertThat(inForce().challengeRules().form()).isEqualTo(ChallengeRules.Form.TWO);
    assertThat(inForce().connectionRules().timetable().expiry()).isEqualTo(Duration.ofDays(45));
    Json.Obj own =
        (Json.Obj) ((Json.Obj) set.find("set").orElseThrow()).find("rules").orElseThrow();
    assertThat(own.members())
        .containsOnlyKeys("attempts", "expiryDays", "secondInvoices", "weakPairs");
    Json.Obj all = (Json.Obj) set.find("rules").orElseThrow();
    assertThat(all.requireNumber("attempts")).isEqualTo(2);
    assertThat(all.requireNumber("lockHours")).isEqualTo(24);

    rules(Json.object());

    assertThat(inForce()).isEqualTo(scene.buyer());
  }

  @ParameterizedTest
  @CsvSource({
    "attempts, 0, rules.attempts",
    "attempts, 1000, rules.attempts",
    "evidenceBits, 13, rules.evidenceBits",
    "attemptsPerSupplier, 2, rules.attemptsPerSupplier",
    "expiryDays, 20, rules.expiryDays",
    "requests, 2.5, rules.requests"
  })
  void aNumberThatCannotBeIsRefusedWithTheFieldAtFault(String word, String value, String field) {
    Answer answer = rules(Json.object().with(word, new Json.Num(new BigDecimal(value))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().require("field")).isEqualTo(field);
    assertThat(inForce()).isEqualTo(scene.buyer());
  }

  private Answer rules(Json.Obj rules) {
    return set(Json.object().with("rules", rules).with("reason", "Their wish"));
  }

  @Test
  void aRequestToACustomerWithDaysOfItsOwnIsRemindedOfThen() {
    rules(Json.object().with("firstReminderDays", 7));

    scene.ask(inForce());

    assertThat(((RelationshipState.Pending) scene.state()).timetable().reminders().getFirst())
        .isEqualTo(Duration.ofDays(7));
  }

  @Test
  void aCustomerThatSupportHidesIsFoundNoMore() {
    set(Json.object().with("policy", "hidden").with("reason", "x"));

    assertThat(inForce().offer().name()).isEqualTo("WITHHELD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /support/tickets", "GET /support/tickets/{number}"})
  void whoIsNotOfTheStaffIsTurnedAway(String route) {
    TicketNumber number = scene.ask();

    Answer answer = scene.call(workList, route).path("number", number.value()).send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain(scene.buyer().legalName());
  }

  @Test
  void whoIsNotOfTheStaffChangesNothing() {
    TicketNumber number = scene.ask();
    RelationshipState before = scene.state();

    for (HttpCall call :
        List.of(
            scene.call(settle, "POST " + TICKET + "/connect"),
            scene.call(tend, "POST " + TICKET + "/assign"),
            scene.call(settings, "PUT " + CUSTOMER))) {
      Answer answer =
          call.path("number", number.value())
              .path("legalEntityId", scene.buyer().id().value())
              .body(Json.object().with("reason", "me").toText())
              .send();
      assertThat(answer.status()).isEqualTo(403);
    }

    assertThat(scene.state()).isEqualTo(before);
    assertThat(scene.history(number)).containsExactly(TicketEvent.CUSTOMER_ASKED);
  }

  private TicketNumber missing(String name) {
    return new TicketStore(scene.table())
        .reportMissing(
            scene.account(),
            new Ticket.Subject.MissingCustomer(name, new CountryCode("DE"), ""),
            name,
            TicketNumber.random(new Random(name.hashCode())),
            Actor.supplier("user-1"),
            scene.now())
        .orElseThrow();
  }

  /** Whoever comes second is told so, and is not asked to try again. */
  @Test
  void ofTwoWhoCloseATicketTheSecondIsToldThatItIsClosed() {
    record Closing(TicketNumber number, List<Answer> answers) {}
    Faults.beforeEachRequest(
        () -> new Closing(missing("Gamma " + UUID.randomUUID()), new ArrayList<>()),
        closing -> closing.answers().add(close(closing.number(), "customer-added")),
        closing -> closing.answers().add(close(closing.number(), "customer-not-added")),
        closing -> {
          assertThat(closing.answers())
              .extracting(Answer::status)
              .containsExactlyInAnyOrder(200, 409);
          assertThat(closing.answers())
              .filteredOn(answer -> answer.status() == 409)
              .extracting(Answer::problem)
              .containsExactly("cannot-settle");
          assertThat(scene.history(closing.number())).hasSize(2);
        });
  }

  private Answer close(TicketNumber number, String outcome) {
    return post(tend, "close", number)
        .body(Json.object().with("outcome", outcome).with("reason", "As they said.").toText())
        .send();
  }

  @Test
  void aTicketThatWaitsForItsCustomerSaysHowLongThatOneUsuallyTakes() {
    TicketNumber number = scene.ask();
    scene.answered(scene.buyer(), 5, 2);

    assertThat(show(number).object("nextStep").requireNumber("usualWorkingDays")).isEqualTo(2);
    Json.Obj listed =
        (Json.Obj) list().query("waitingFor", "buyer").send().json().items("tickets").getFirst();
    assertThat(listed.object("nextStep").requireNumber("usualWorkingDays")).isEqualTo(2);

    scene.apply(new Command.Confirm(number, Optional.empty()));
    assertThat(show(number).find("nextStep")).isEmpty();
  }

  @Test
  void aChallengeWhoseTimeIsOverIsShownAsExpired() {
    TicketNumber number = scene.ask();
    StoredChallenge none = challenges().find(scene.account(), scene.buyer().id());
    ChallengeId id = ChallengeId.random(scene.buyer().id(), new Random(9));
    challenges()
        .begin(
            List.of(
                new Challenges.Begun(
                    none,
                    new Challenge(
                        scene.account(),
                        scene.buyer().id(),
                        Set.of(),
                        new ChallengeState.Asked(id, scene.now(), 1),
                        1,
                        List.of()))),
            List.of(),
            scene.now());
    assertThat(show(number).object("challenge").require("state")).isEqualTo("step-1");

    scene.pass(ChallengeRules.DEFAULT.life());

    assertThat(show(number).object("challenge").require("state")).isEqualTo("expired");
  }

  private void lock(ChallengeId id) {
    StoredChallenge none = challenges().find(scene.account(), scene.buyer().id());
    Challenge locked =
        new Challenge(
            scene.account(),
            scene.buyer().id(),
            Set.of(),
            new ChallengeState.HandedOver(
                new ChallengeState.Locked(
                    id, MONDAY_MORNING.plus(Duration.ofDays(1)), Optional.empty()),
                MONDAY_MORNING),
            9,
            List.of());
    challenges().begin(List.of(new Challenges.Begun(none, locked)), List.of(), MONDAY_MORNING);
    scene.pass(Duration.ofMinutes(1));
    assertThat(challenges().find(scene.account(), scene.buyer().id()).challenge())
        .isEqualTo(locked);
  }

  private Challenges challenges() {
    return new Challenges(scene.table(), new Relationships(scene.table()));
  }

  private LegalEntity inForce() {
    return new DirectoryStore(scene.table()).configured(scene.buyer().id()).orElseThrow().entity();
  }

  private List<TicketEvent> notices() {
    return new TicketStore(scene.table())
        .notices(scene.account(), Optional.empty(), 50).items().stream()
            .map(Notice::event)
            .toList();
  }

  private HttpCall list() {
    return HttpCall.of(workList, "GET /support/tickets").signedInAs("s", "sofia", "support");
  }

  private Json.Obj show(TicketNumber number) {
    return HttpCall.of(workList, "GET " + TICKET)
        .signedInAs("s", "sofia", "support")
        .path("number", number.value())
        .send()
        .json();
  }

  private HttpCall customer(String method) {
    return HttpCall.of(settings, method + " " + CUSTOMER)
        .signedInAs("s", "sofia", "support")
        .path("legalEntityId", scene.buyer().id().value());
  }

  /** Over what is set already. */
  private Answer set(Json.Obj settings) {
    long version = customer("GET").send().json().requireNumber("version");
    return customer("PUT").body(settings.with("version", version).toText()).send();
  }

  private HttpCall post(RequestStreamHandler handler, String action, TicketNumber number) {
    return HttpCall.of(handler, "POST " + TICKET + "/" + action)
        .signedInAs("s", "sofia", "support")
        .path("number", number.value());
  }

  private Json.Obj ok(String action, TicketNumber number, Json body) {
    RequestStreamHandler handler =
        List.of("connect", "reject", "ask-again").contains(action) ? settle : tend;
    Answer answer = post(handler, action, number).body(body.toText()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> numbers(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().items("tickets").stream()
        .map(ticket -> ((Json.Obj) ticket).require("ticketNumber"))
        .toList();
  }
}
