package io.customerconnect.functions.challenge;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.SuspensionCause;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.TypedAmount;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.functions.challenge.ProofScene.Supplier;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.functions.HttpCall.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private final ProofScene scene = new ProofScene();

  @Test
  void supplierProvesTheRelationshipWithTwoInvoicesAndIsConnected() {
    Supplier supplier = scene.supplier();
    assertThat(supplier.show().json().require("state")).isEqualTo("step-1");

    Json.Obj asked = supplier.first(scene.invoice(0)).json();

    assertThat(asked.require("verdict")).isEqualTo("right");
    assertThat(asked.require("state")).isEqualTo("step-2");
    HistoricInvoice second = scene.invoice(number(asked));
    assertThat(second.vendor()).isEqualTo(ProofScene.VENDOR);

    Json.Obj passed = supplier.second(second).json();

    assertThat(passed.require("state")).isEqualTo("passed");
    assertThat(scene.state(supplier))
        .isInstanceOfSatisfying(
            RelationshipState.Connected.class,
            connected -> assertThat(connected.vendorNumbers()).containsExactly(ProofScene.VENDOR));
  }

  @Test
  void aRightAnswerThatIsSentAgainGetsTheSameAnswer() {
    Supplier supplier = scene.supplier();
    HistoricInvoice second = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    supplier.second(second);

    Answer again = supplier.second(second);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().require("state")).isEqualTo("passed");
  }

  @Test
  void stepOneThatIsSentAgainGetsTheSameAnswerAndCostsNothing() {
    Supplier supplier = scene.supplier();
    Json.Obj asked = supplier.first(scene.invoice(0)).json();

    assertThat(supplier.first(scene.invoice(0)).json()).isEqualTo(asked);
    assertThat(supplier.first(scene.invoice(1)).problem())
        .as("another invoice")
        .isEqualTo("challenge-closed");
    assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero();
  }

  @Test
  void whatIsTypedMayLookOtherwise() {
    Supplier supplier = scene.supplier();
    HistoricInvoice first = scene.invoice(0);
    String german = first.total().amount().toPlainString().replace('.', ',');

    Answer answer =
        supplier.first(
            " " + first.number().written().toLowerCase(Locale.ROOT).replace("-", " "),
            first.issueDate().toString(),
            german);

    assertThat(answer.json().require("verdict")).isEqualTo("right");
  }

  @Test
  void neitherTheWrongFieldNorAnUnknownNumberShowsInTheAnswer() {
    HistoricInvoice first = scene.invoice(0);
    String amount = first.total().amount().toPlainString();
    String date = first.issueDate().toString();

    List<Json> answers =
        List.of(
            body(scene.supplier().first(first.number().written(), date, "1.00")),
            body(scene.supplier().first(first.number().written(), "2025-01-07", amount)),
            body(scene.supplier().first("RE-999999", date, amount)));

    assertThat(answers).allMatch(answers.getFirst()::equals);
  }

  @Test
  void rightAndWrongAnswersTakeTheSameRequests() {
    HistoricInvoice first = scene.invoice(0);

    Reading right = firstStep(first.number().written(), first, first.total().amount().toString());
    Reading wrong = firstStep(first.number().written(), first, "1.00");
    Reading unknown = firstStep("RE-999999", first, first.total().amount().toString());

    Reading nothingToAsk =
        firstStep(
            scene.ofNoUse().number().written(),
            scene.ofNoUse(),
            scene.ofNoUse().total().amount().toString());

    for (Reading other : List.of(wrong, unknown, nothingToAsk)) {
      assertThat(other.requestsByOperation()).isEqualTo(right.requestsByOperation());
      assertThat(other.writeUnits()).isEqualTo(right.writeUnits());
    }
    assertThat(List.of(unknown.readUnits(), nothingToAsk.readUnits()))
        .as("whether a number exists")
        .containsOnly(wrong.readUnits());
  }

  private Reading firstStep(String number, HistoricInvoice about, String amount) {
    Supplier supplier = scene.supplier();
    Caller caller = new Caller(supplier.account(), new UserId("user-1"), Set.of(), Json.object());
    return scene.during(
        () ->
            scene
                .answering()
                .first(
                    caller,
                    supplier.id(),
                    new FirstAnswer(
                        new InvoiceNumber(number),
                        new InvoiceAnswer(about.issueDate(), TypedAmount.parse(amount)))));
  }

  @Test
  void threeWrongAnswersLockAndTheWayOverTheCustomerStaysOpen() {
    Supplier supplier = scene.supplier();
    for (int left = 2; left >= 0; left--) {
      Json.Obj answer = supplier.first("RE-0300", "2025-01-07", "1.00").json();
      assertThat(answer.find("attemptsLeft")).contains(new Json.Num(BigDecimal.valueOf(left)));
    }
    assertThat(supplier.show().json().require("state")).isEqualTo("locked");
    assertThat(supplier.first(scene.invoice(0)).problem()).isEqualTo("challenge-closed");

    Json.Obj handedOver = supplier.handOver().json();

    Json.Obj customer = (Json.Obj) handedOver.items("customers").getFirst();
    assertThat(customer.require("state")).isEqualTo("pending");
    TicketNumber ticket = TicketNumber.parse(customer.require("ticketNumber"));
    assertThat(
            new TicketStore(scene.table())
                .find(ticket).orElseThrow().history().stream().map(entry -> entry.event()).toList())
        .contains(TicketEvent.CUSTOMER_ASKED, TicketEvent.CHALLENGE_TRIED);
    assertThat(supplier.handOver().json().items("customers").getFirst()).isEqualTo(customer);
  }

  @Test
  void aHandOverThatComesAgainAsksNobodyAnewWhateverHasComeOfTheRequest() {
    Supplier withdrawn = scene.supplier();
    withdrawn.handOver();
    scene.apply(withdrawn, new Command.End(Side.SUPPLIER));
    Supplier declined = scene.supplier();
    declined.handOver();
    scene.apply(declined, new Command.Decline(ticket(declined), DeclineKind.DECLINED, "no"));
    Supplier expired = scene.supplier();
    expired.handOver();
    scene.pass(Duration.ofDays(31));
    scene.apply(expired, new Command.PassTime(2));

    for (Supplier supplier : List.of(withdrawn, declined, expired)) {
      RelationshipState over = scene.state(supplier);
      assertThat(supplier.handOver().status()).isEqualTo(200);
      assertThat(scene.state(supplier)).isEqualTo(over);
      assertThat(tickets(supplier)).hasSize(1);
    }
  }

  @Test
  void anOldAnswerThatComesAgainUndoesNothingThatSupportHasPutRight() {
    VendorNumber right = new VendorNumber("V-1008");
    TicketNumber review = TicketNumber.random(new Random(1));
    Supplier supplier = scene.supplierOfGroup(Members.MAX_AT_ONCE);
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    supplier.second(asked);
    scene.apply(supplier, new Command.Suspend(review, "the number is another's"));
    scene.apply(supplier, new Command.Approve(review, Optional.of(right), "V-1008 it is"));

    assertThat(supplier.second(asked).json().require("state")).isEqualTo("passed");

    assertThat(scene.state(supplier))
        .isInstanceOfSatisfying(
            RelationshipState.Connected.class,
            connected -> assertThat(connected.vendorNumbers()).containsExactly(right));
  }

  @Test
  void aCustomerWithTwoAttemptsLocksAfterTwoForAsLongAsItWants() {
    scene.set(RuleSettings.NONE.with(RuleNumber.ATTEMPTS, 2).with(RuleNumber.LOCK_HOURS, 49));
    Supplier supplier = scene.supplier();
    assertThat(supplier.show().json().requireNumber("attemptsLeft")).isEqualTo(2);

    supplier.first("RE-0300", "2025-01-07", "1.00");
    Json.Obj locked = supplier.first("RE-0300", "2025-01-07", "1.00").json();

    assertThat(locked.require("state")).isEqualTo("locked");
    assertThat(locked.require("lockedUntil"))
        .isEqualTo(Fixtures.MONDAY_MORNING.plus(Duration.ofHours(49)).toString());
    assertThat(supplier.first(scene.invoice(0)).problem()).isEqualTo("challenge-closed");
  }

  @Test
  void aCustomerWithTheStrongerFormAsksForTwoInvoicesAndBothMustBeRight() {
    scene.set(RuleSettings.NONE.with(ChallengeRules.Form.TWO));
    Supplier supplier = scene.supplier();
    List<HistoricInvoice> asked =
        supplier.first(scene.invoice(0)).json().items("invoiceNumbers").stream()
            .map(number -> scene.invoice(((Json.Str) number).text()))
            .toList();
    assertThat(asked).hasSize(2).doesNotHaveDuplicates();

    assertThat(supplier.second(List.of(asked.get(0), asked.get(0))).json().require("verdict"))
        .isEqualTo("wrong");
    assertThat(supplier.second(asked.getFirst()).problem()).isEqualTo("invalid-field");
    assertThat(supplier.second(asked).json().require("state")).isEqualTo("passed");
  }

  @Test
  void whatACustomerAsksForInBitsDecidesWhetherThereIsAnythingToAsk() {
    scene.set(
        RuleSettings.NONE
            .with(RuleNumber.EVIDENCE_BITS, 40)
            .with(ChallengeRules.WeakPairs.REFUSED));
    Supplier supplier = scene.supplier();

    assertThat(supplier.first(scene.invoice(0)).json().require("verdict")).isEqualTo("wrong");
  }

  @Test
  void howChallengesEndIsCountedForTheCustomersFeed() {
    Supplier honest = scene.supplier();
    HistoricInvoice second = scene.invoice(number(honest.first(scene.invoice(0)).json()));
    honest.second(second);
    honest.second(second);
    Supplier guessing = scene.supplier();
    for (int i = 0; i < 4; i++) {
      guessing.first("RE-0300", "2025-01-07", "1.00");
    }
    guessing.handOver();
    Supplier withoutData = scene.supplier();
    withoutData.handOver();
    withoutData.handOver();
    scene.supplier();

    assertThat(ends()).isEqualTo(new ChallengeEnds(1, 1, 1));
  }

  @Test
  void aChallengeThatNobodyAnsweredInTimeDoesNotCountWhenTheCustomerIsAskedAfterIt() {
    Supplier late = scene.supplier();
    late.first(scene.invoice(0));
    scene.pass(Duration.ofHours(24));

    assertThat(late.handOver().status()).isEqualTo(200);

    assertThat(late.show().json().require("state")).isEqualTo("expired");
    assertThat(ends()).isEqualTo(ChallengeEnds.NONE);
  }

  @Test
  void aCustomersOwnHoursSayUntilWhenWhatIsHandedOverCanBeAnswered() {
    scene.set(RuleSettings.NONE.with(RuleNumber.CHALLENGE_HOURS, 48));
    Supplier supplier = scene.supplier();
    scene.pass(Duration.ofHours(47));

    supplier.handOver();

    assertThat(supplier.show().json().require("state")).isEqualTo("step-1");
    assertThat(ends()).isEqualTo(new ChallengeEnds(0, 0, 1));
    scene.pass(Duration.ofHours(1));
    assertThat(supplier.show().json().require("state")).isEqualTo("expired");
  }

  /** The process was gone before the last answer was compared: Connect finds that and locks it. */
  @Test
  void aChallengeThatIsFoundUsedUpCountsAsLocked() {
    Supplier crashed = scene.supplier();
    crashed.first("RE-0300", "2025-01-07", "1.00");
    crashed.first("RE-0300", "2025-01-07", "1.00");
    int counted = 3;
    Faults.breakOff(Fault.CRASH, counted, () -> crashed.first("RE-0300", "2025-01-07", "1.00"));
    assertThat(ends()).isEqualTo(ChallengeEnds.NONE);

    crashed.begin();
    crashed.begin();

    assertThat(crashed.show().json().require("state")).isEqualTo("locked");
    assertThat(ends()).isEqualTo(new ChallengeEnds(0, 1, 0));
  }

  private ChallengeEnds ends() {
    return new FeedQualities(scene.table()).find(scene.buyer().id(), MONDAY_MORNING).challenges();
  }

  @Test
  void aLockedChallengeCanBeTriedAgainTheNextDayWithTheSameSecondInvoice() {
    Supplier supplier = scene.supplier();
    String number = number(supplier.first(scene.invoice(0)).json());
    supplier.first(scene.invoice(0));
    Supplier another = scene.supplier();

    assertThat(number(another.first(scene.invoice(1)).json())).isEqualTo(number);

    for (int i = 0; i < 3; i++) {
      another.second("2025-01-07", "1.00");
    }
    scene.pass(Duration.ofHours(25));
    another.begin();
    assertThat(another.show().json().require("state")).isEqualTo("step-1");
  }

  @Test
  void fiftyWrongAnswersAtOnceAreThreeAttempts() throws Exception {
    Supplier supplier = scene.supplier();
    List<Callable<Answer>> answers =
        Collections.nCopies(50, () -> supplier.first("RE-0300", "2025-01-07", "1.00"));
    List<Answer> compared = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
      for (Future<Answer> done : threads.invokeAll(answers)) {
        if (done.get().status() == 200) {
          compared.add(done.get());
        }
      }
    }

    assertThat(compared).hasSizeLessThanOrEqualTo(3);
    assertThat(scene.challenge(supplier).challenge().failuresEver()).isEqualTo(3);
    assertThat(supplier.show().json().require("state")).isEqualTo("locked");
    assertThat(scene.recorded(supplier)).as("attempts on record").isEqualTo(3);
  }

  @Test
  void fiftyWrongAnswersToStepTwoAtOnceAreThreeAttemptsToo() throws Exception {
    Supplier supplier = scene.supplier();
    supplier.first(scene.invoice(0));
    List<Callable<Answer>> answers =
        Collections.nCopies(50, () -> supplier.second("2025-01-07", "1.00"));
    long compared = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
      for (Future<Answer> done : threads.invokeAll(answers)) {
        compared += done.get().status() == 200 ? 1 : 0;
      }
    }

    assertThat(compared).isLessThanOrEqualTo(3);
    assertThat(scene.ofVendor().failures()).isEqualTo(3);
    assertThat(scene.challenge(supplier).challenge().failuresEver()).isEqualTo(3);
    assertThat(scene.recorded(supplier)).as("attempts on record, with that at step 1").isEqualTo(4);
  }

  @Test
  void aRightAnswerToStepOneThatComesTwiceAtOnceIsOneAndCostsNothing() {
    int requests =
        Faults.beforeEachRequest(
            scene::supplier,
            supplier -> supplier.first(scene.invoice(0)),
            supplier -> {
              Json.Obj answer = supplier.first(scene.invoice(0)).json();
              assertThat(answer.require("verdict")).isEqualTo("right");
              assertThat(answer.require("state")).isEqualTo("step-2");
              assertThat(answer.requireNumber("attemptsLeft")).isEqualTo(3);
            },
            supplier -> {
              assertThat(supplier.show().json().requireNumber("attemptsLeft")).isEqualTo(3);
              assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero();
            });

    assertThat(requests).isGreaterThan(4);
  }

  @Test
  void aRightAnswerToStepTwoThatComesTwiceAtOnceIsOneAndCostsNothing() {
    int requests =
        Faults.beforeEachRequest(
            () -> {
              Supplier supplier = scene.supplier();
              supplier.first(scene.invoice(0));
              return supplier;
            },
            supplier -> supplier.second(asked()),
            supplier ->
                assertThat(supplier.second(asked()).json().require("state")).isEqualTo("passed"),
            supplier -> {
              assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero();
              assertThat(scene.ofVendor().failures()).isZero();
              scene.end(supplier);
            });

    assertThat(requests).isGreaterThan(4);
  }

  private HistoricInvoice asked() {
    return scene.invoice(scene.ofVendor().asked().orElseThrow().numbers().getFirst().written());
  }

  @Test
  void aWrongAnswerThatIsOvertakenIsOnRecordWhateverWasQuicker() {
    Faults.beforeEachRequest(
        () -> {
          Supplier supplier = scene.supplier();
          supplier.first(scene.invoice(0));
          return supplier;
        },
        supplier -> supplier.second(asked()),
        supplier -> supplier.second("2025-01-07", "1.00"),
        supplier -> {
          int counted = scene.challenge(supplier).challenge().failuresEver();
          assertThat(scene.recorded(supplier)).as("and two right ones").isEqualTo(counted + 2);
          scene.forgiveFailures();
          scene.end(supplier);
        });
  }

  @Test
  void afterNineWrongAnswersOfWhoeverTheBuyerIsToldAndNobodyGetsFurther() {
    for (int i = 0; i < 3; i++) {
      assertThat(scene.ofVendor().alarmed()).isEmpty();
      Supplier supplier = scene.supplier();
      supplier.first(scene.invoice(0));
      for (int wrong = 0; wrong < 3; wrong++) {
        supplier.second("2025-01-07", "1.00");
      }
    }

    assertThat(scene.ofVendor().alarmed()).contains(scene.buyer().id());
    Supplier late = scene.supplier();
    assertThat(late.first(scene.invoice(0)).json().require("verdict")).isEqualTo("wrong");
    assertThat(late.handOver().status()).isEqualTo(200);
  }

  @Test
  void whatANewerFileSaysMeanwhileIsWhatIsCompared() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    HistoricInvoice corrected = scene.correct(asked, "4321.09");

    assertThat(supplier.second(asked).json().require("verdict")).isEqualTo("wrong");
    assertThat(supplier.second(corrected).json().require("state")).isEqualTo("passed");
  }

  @Test
  void aVendorNumberThatIsBoundMeanwhileLeadsToAReview() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    prove(scene.supplier());

    supplier.second(asked);

    assertThat(scene.state(supplier)).isInstanceOf(RelationshipState.Suspended.class);
  }

  @Test
  void aDeclineMeanwhileWins() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    supplier.handOver();
    scene.apply(supplier, new Command.Decline(ticket(supplier), DeclineKind.DECLINED, "no"));

    assertThat(supplier.second(asked).json().require("state")).isEqualTo("passed");

    assertThat(scene.state(supplier)).isInstanceOf(RelationshipState.Declined.class);
  }

  @Test
  void anApprovalMeanwhileStaysAndGainsTheVendorNumber() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    supplier.handOver();
    scene.apply(supplier, new Command.Confirm(ticket(supplier), Optional.empty()));

    assertThat(supplier.second(asked).json().require("state")).isEqualTo("passed");

    assertThat(scene.state(supplier))
        .isInstanceOfSatisfying(
            RelationshipState.Connected.class,
            connected -> {
              assertThat(connected.origin()).isEqualTo(Origin.BUYER);
              assertThat(connected.vendorNumbers()).containsExactly(ProofScene.VENDOR);
            });
  }

  @Test
  void anApprovalMeanwhileStaysAndANumberOfAnotherIsReviewedBesideIt() {
    VendorNumber said = new VendorNumber("V-1008");
    Supplier holder = scene.supplier();
    prove(holder);
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    supplier.handOver();
    scene.apply(supplier, new Command.Confirm(ticket(supplier), Optional.of(said)));
    scene.pass(Duration.ofMinutes(1));

    assertThat(supplier.second(asked).json().require("state")).isEqualTo("passed");

    RelationshipState.Connected stands = (RelationshipState.Connected) scene.state(supplier);
    assertThat(stands.vendorNumbers()).containsExactly(said);
    assertThat(tickets(holder))
        .hasSize(1)
        .allMatch(one -> one.status() instanceof TicketStatus.Open);
    assertThat(tickets(supplier))
        .hasSize(2)
        .filteredOn(one -> one.status() instanceof TicketStatus.Open)
        .hasSize(1);

    scene.apply(
        supplier,
        new Command.Approve(stands.ticket().orElseThrow(), Optional.empty(), "two accounts"));

    assertThat(((RelationshipState.Connected) scene.state(supplier)).vendorNumbers())
        .containsExactlyInAnyOrder(said, ProofScene.VENDOR);
    assertThat(
            Stream.concat(tickets(holder).stream(), tickets(supplier).stream())
                .filter(one -> one.status() instanceof TicketStatus.Open))
        .isEmpty();
  }

  @Test
  void whatWasEndedMeanwhileStaysSo() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    scene.apply(supplier, new Command.End(Side.SUPPLIER));

    supplier.second(asked);

    assertThat(scene.state(supplier)).isInstanceOf(RelationshipState.Ended.class);
  }

  @Test
  void anAnswerThatComesAfterItsDayIsNotCompared() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    scene.pass(Duration.ofHours(25));

    assertThat(supplier.second(asked).problem()).isEqualTo("challenge-closed");
    assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero();
  }

  private TicketNumber ticket(Supplier supplier) {
    return ((RelationshipState.Pending) scene.state(supplier)).ticket();
  }

  @Test
  void aVendorNumberOfAnotherAccountIsNeverGivenAway() {
    Supplier holder = scene.supplier();
    prove(holder);
    Supplier second = scene.supplier();
    scene.pass(Duration.ofMinutes(1));

    HistoricInvoice asked = scene.invoice(number(second.first(scene.invoice(0)).json()));
    second.second(asked);
    second.second(asked);

    assertThat(scene.state(holder)).isInstanceOf(RelationshipState.Connected.class);
    RelationshipState.Suspended review = (RelationshipState.Suspended) scene.state(second);
    Ticket told = tickets(holder).getLast();
    assertThat(tickets(holder)).as("one claim, one ticket").hasSize(1);
    assertThat(review.cause())
        .isEqualTo(
            new SuspensionCause.VendorNumberTaken(
                List.of(new HolderTicket(holder.account(), told.number()))));
    assertThat(told.subject())
        .isEqualTo(
            new Ticket.Subject.VendorNumberClaim(
                scene.buyer().id(), scene.buyer().legalName(), ProofScene.VENDOR));
    assertThat(told.status())
        .isInstanceOfSatisfying(
            TicketStatus.Open.class,
            open -> assertThat(open.nextStep().actor()).isEqualTo(Actor.Role.OPERATOR));
    assertThat(told.related()).containsExactly(review.ticket());
    assertThat(tickets(second).getLast().related()).containsExactly(told.number());
    assertThat(
            new TicketStore(scene.table())
                .notices(holder.account(), Optional.empty(), 10)
                .items()
                .getFirst()
                .event())
        .isEqualTo(TicketEvent.VENDOR_NUMBER_CLAIMED);
  }

  @Test
  void aVendorNumberStaysItsHoldersWhenTheCustomerJoinsAVendorMaster() {
    Supplier holder = scene.supplier();
    prove(holder);
    scene.join(Fixtures.GROUP);
    Supplier other = scene.supplier();
    scene.pass(Duration.ofMinutes(1));

    prove(other);

    assertThat(scene.state(other)).isInstanceOf(RelationshipState.Suspended.class);
    assertThat(tickets(holder))
        .extracting(Ticket::subject)
        .hasOnlyElementsOfType(Ticket.Subject.VendorNumberClaim.class)
        .hasSize(1);
  }

  @Test
  void ofTwoWhoProveTheSameVendorNumberAtOnceOneIsConnectedAndHearsOfTheOther() throws Exception {
    List<Supplier> both = List.of(scene.supplier(), scene.supplier());
    HistoricInvoice second = scene.invoice(number(both.getFirst().first(scene.invoice(0)).json()));
    both.getLast().first(scene.invoice(0));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Answer>> answers =
          both.stream().<Callable<Answer>>map(one -> () -> one.second(second)).toList();
      for (Future<Answer> answer : threads.invokeAll(answers)) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }

    List<Supplier> connected =
        both.stream()
            .filter(one -> scene.state(one) instanceof RelationshipState.Connected)
            .toList();
    assertThat(connected).hasSize(1);
    assertThat(both)
        .filteredOn(one -> scene.state(one) instanceof RelationshipState.Suspended)
        .hasSize(1);
    assertThat(tickets(connected.getFirst()))
        .extracting(Ticket::subject)
        .hasAtLeastOneElementOfType(Ticket.Subject.VendorNumberClaim.class);
  }

  private List<Ticket> tickets(Supplier supplier) {
    return new TicketStore(scene.table()).list(supplier.account(), Optional.empty(), 10).items();
  }

  @Test
  void whoeverAProofDoesNotCoverIsAskedWhenItIsHandedOverThen() {
    ProofScene group = ProofScene.ofGroup(Fixtures.GROUP);
    List<LegalEntity> others = new ArrayList<>(group.members(1));
    others.add(group.memberApart());
    Supplier supplier = group.supplier(others);
    supplier.second(group.invoice(number(supplier.first(group.invoice(0)).json())));
    assertThat(group.states(supplier))
        .hasExactlyElementsOfTypes(
            RelationshipState.Connected.class,
            RelationshipState.Connected.class,
            RelationshipState.Challenged.class);

    for (int call = 0; call < 2; call++) {
      assertThat(supplier.handOver().json().require("state")).isEqualTo("passed");
      assertThat(group.states(supplier))
          .hasExactlyElementsOfTypes(
              RelationshipState.Connected.class,
              RelationshipState.Connected.class,
              RelationshipState.Pending.class);
    }
    assertThat(
            new TicketStore(group.table()).list(supplier.account(), Optional.empty(), 10).items())
        .hasSize(1);
  }

  @Test
  void whoeverTheSupplierHasTakenBackIsNotAskedWhenItHandsOver() {
    ProofScene group = ProofScene.ofGroup(Fixtures.GROUP);
    List<LegalEntity> members = group.members(2);
    Supplier supplier = group.supplier(members);
    group.end(supplier, members.getFirst());
    List<RelationshipState> before = group.states(supplier);

    assertThat(supplier.handOver().status()).isEqualTo(200);

    List<RelationshipState> after = group.states(supplier);
    assertThat(after.get(0)).isInstanceOf(RelationshipState.Pending.class);
    assertThat(after.get(1))
        .isEqualTo(before.get(1))
        .isNotInstanceOf(RelationshipState.Challenged.class);
    assertThat(after.get(2)).isInstanceOf(RelationshipState.Pending.class);
  }

  @Test
  void whereTheCustomerWantsToDecideItIsAskedAllTheSame() {
    ProofScene careful = new ProofScene(BuyerPolicy.CHALLENGE_THEN_APPROVAL);
    Supplier supplier = careful.supplier();
    HistoricInvoice second = careful.invoice(number(supplier.first(careful.invoice(0)).json()));

    supplier.second(second);

    assertThat(careful.state(supplier)).isInstanceOf(RelationshipState.Pending.class);
  }

  @Test
  void whereTheCustomerWantsToDecideANumberOfAnotherIsReviewedAllTheSame() {
    ProofScene careful = new ProofScene(BuyerPolicy.CHALLENGE_THEN_APPROVAL);
    Supplier holder = careful.supplier();
    HistoricInvoice second = careful.invoice(number(holder.first(careful.invoice(0)).json()));
    holder.second(second);
    careful.apply(
        holder,
        new Command.Confirm(
            ((RelationshipState.Pending) careful.state(holder)).ticket(), Optional.empty()));
    Supplier other = careful.supplier();
    other.first(careful.invoice(0));

    other.second(second);

    assertThat(careful.state(other))
        .isInstanceOfSatisfying(
            RelationshipState.Suspended.class,
            review ->
                assertThat(review.cause())
                    .isInstanceOfSatisfying(
                        SuspensionCause.VendorNumberTaken.class,
                        taken ->
                            assertThat(taken.holders())
                                .extracting(HolderTicket::account)
                                .containsExactly(holder.account())));
  }

  @Test
  void stepsOutOfOrderAndOthersChallengesAreRefused() {
    Supplier supplier = scene.supplier();
    Supplier stranger = scene.supplier();

    assertThat(supplier.second("2025-01-07", "1.00").problem()).isEqualTo("challenge-closed");
    assertThat(stranger.show().json().require("challengeId"))
        .isNotEqualTo(supplier.show().json().require("challengeId"));
    scene.pass(Duration.ofHours(25));
    assertThat(supplier.first(scene.invoice(0)).problem()).isEqualTo("challenge-closed");
  }

  @Test
  void aChallengeOfAnotherAccountIsNoneOnAnyRoute() {
    Supplier supplier = scene.supplier();
    Supplier stranger = scene.supplier();
    String second = "{\"invoiceDate\":\"2025-01-07\",\"invoiceAmount\":\"1.00\"}";
    String first = second.replace("{", "{\"invoiceNumber\":\"RE-0300\",");

    List<Answer> answers =
        List.of(
            stranger.about(supplier, "GET", "", ""),
            stranger.about(supplier, "POST", "/step-1", first),
            stranger.about(supplier, "POST", "/step-2", second),
            stranger.about(supplier, "POST", "/hand-over", "{}"));

    assertThat(answers).allMatch(answer -> answer.status() == 404);
    assertThat(answers).extracting(Answer::problem).containsOnly("not-found");
    assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero();
    assertThat(scene.challenge(stranger).challenge().failuresEver()).isZero();
    assertThat(scene.state(stranger)).isInstanceOf(RelationshipState.Challenged.class);
    assertThat(supplier.show().json().require("state")).isEqualTo("step-1");
  }

  @Test
  void aReloadAndANewChallengeNameTheSameSecondInvoice() {
    Supplier supplier = scene.supplier();
    String number = number(supplier.first(scene.invoice(0)).json());

    assertThat(number(supplier.show().json())).isEqualTo(number);
    assertThat(number(supplier.show().json())).isEqualTo(number);
    scene.pass(Duration.ofHours(25));
    supplier.begin();
    assertThat(supplier.show().json().find("invoiceNumbers")).as("before step 1").isEmpty();
    assertThat(number(supplier.first(scene.invoice(2)).json())).isEqualTo(number);
  }

  @Test
  void anAmountThatCanBeReadTwoWaysIsOneAttempt() {
    HistoricInvoice thousands = scene.correct(scene.invoice(0), "1234.00");
    Supplier supplier = scene.supplier();

    Json.Obj wrong = supplier.first("RE-0300", "2025-01-07", "1.234").json();
    assertThat(wrong.requireNumber("attemptsLeft")).isEqualTo(2);

    Json.Obj right = supplier.first("RE-0300", thousands.issueDate().toString(), "1.234").json();
    assertThat(right.require("verdict")).isEqualTo("right");
    assertThat(right.requireNumber("attemptsLeft")).isEqualTo(2);
  }

  @Test
  void aNumberInFullWidthDigitsIsTheSameNumber() {
    HistoricInvoice first = scene.invoice(0);

    Answer answer =
        scene
            .supplier()
            .first("ＲＥ－０３００", first.issueDate().toString(), first.total().amount().toPlainString());

    assertThat(answer.json().require("verdict")).isEqualTo("right");
  }

  @Test
  void whereTheCustomerClosesItsDoorsMeanwhileAProofConnectsNobody() {
    Supplier supplier = scene.supplier();
    HistoricInvoice asked = scene.invoice(number(supplier.first(scene.invoice(0)).json()));
    scene.set(BuyerPolicy.CLOSED);

    supplier.second(asked);

    assertThat(scene.state(supplier)).isInstanceOf(RelationshipState.Challenged.class);
  }

  @Test
  void whereTheCustomerGetsStricterMeanwhileTheNextWrongAnswerLocks() {
    Supplier supplier = scene.supplier();
    supplier.first("RE-0300", "2025-01-07", "1.00");
    supplier.first("RE-0300", "2025-01-07", "1.00");
    scene.set(RuleSettings.NONE.with(RuleNumber.ATTEMPTS, 2));

    assertThat(supplier.first(scene.invoice(0)).problem()).isEqualTo("challenge-closed");
    assertThat(supplier.show().json().requireNumber("attemptsLeft")).isZero();
  }

  @Test
  void whatCannotBeReadCostsNoAttempt() {
    Supplier supplier = scene.supplier();
    for (String amount : List.of("NaN", "1e9", "0", "-0", "1".repeat(40))) {
      assertThat(supplier.first("RE-0300", "2025-01-07", amount).problem())
          .isEqualTo("invalid-field");
    }
    for (String date :
        List.of("2025-02-31", "0219-01-01", "01.02.25", "1900-01-01", "2026-03-04")) {
      assertThat(supplier.first("RE-0300", date, "1.00").problem()).isEqualTo("invalid-field");
    }
    for (String number : List.of("", "S/N", "000", "RE7", "R-E 7", "x".repeat(200))) {
      assertThat(supplier.first(number, "2025-01-07", "1.00").problem()).isEqualTo("invalid-field");
    }

    assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero();
  }

  @Test
  void aMemberThatIsConnectedLaterTakesTheSameInvoiceThoughItStandsInTheOthersBooks() {
    ProofScene one = ProofScene.ofGroup(Fixtures.GROUP);
    ProofScene other = one.another(Fixtures.GROUP);
    Supplier supplier = one.supplier();
    HistoricInvoice asked = one.invoice(number(supplier.first(one.invoice(0)).json()));
    supplier.second(asked);

    Supplier later = other.supplier(supplier.account());
    assertThat(number(later.first(other.invoice(0)).json())).isEqualTo(asked.number().written());

    assertThat(later.second(asked).json().require("state")).isEqualTo("passed");
    assertThat(other.state(later)).isInstanceOf(RelationshipState.Connected.class);
  }

  @Test
  void anotherAccountAtAnotherMemberIsAskedForTheSameInvoiceAndCanAnswer() {
    ProofScene one = ProofScene.ofGroup(Fixtures.GROUP);
    ProofScene other = one.another(Fixtures.GROUP);
    HistoricInvoice asked = one.invoice(number(one.supplier().first(one.invoice(0)).json()));

    Supplier supplier = other.supplier();
    Json.Obj question = supplier.first(other.invoice(0)).json();
    assertThat(number(question)).isEqualTo(asked.number().written());
    Json.Obj billed = (Json.Obj) question.items("billedTo").getFirst();
    assertThat(billed.require("invoiceNumber")).isEqualTo(asked.number().written());
    assertThat(billed.require("name")).isEqualTo(one.buyer().legalName());

    assertThat(supplier.second("2025-01-07", "1.00").json().require("verdict")).isEqualTo("wrong");
    assertThat(supplier.second(asked).json().require("state")).isEqualTo("passed");
  }

  @Test
  void inTheStrongerFormOfAnotherMemberOneInvoiceStandsInTheBooksOfEach() {
    ProofScene one = ProofScene.ofGroup(Fixtures.GROUP);
    ProofScene other = one.another(Fixtures.GROUP);
    HistoricInvoice asked = one.invoice(number(one.supplier().first(one.invoice(0)).json()));
    other.set(RuleSettings.NONE.with(ChallengeRules.Form.TWO));

    Supplier supplier = other.supplier();
    List<Json> numbers = supplier.first(other.invoice(0)).json().items("invoiceNumbers");
    HistoricInvoice joined = other.invoice(((Json.Str) numbers.getLast()).text());

    assertThat(supplier.second(List.of(asked, asked)).json().require("verdict")).isEqualTo("wrong");
    assertThat(supplier.second(List.of(asked, joined)).json().require("state")).isEqualTo("passed");
  }

  @Test
  void twoGroupsWithAVendorMasterOfOneNameShareNothing() {
    ProofScene one = ProofScene.ofGroup(Fixtures.GROUP);
    ProofScene other =
        one.another(new EntityGroup(new GroupId("sued"), "Sued Group", Optional.empty()));
    Supplier supplier = one.supplier();
    supplier.second(one.invoice(number(supplier.first(one.invoice(0)).json())));

    Supplier stranger = other.supplier();
    HistoricInvoice asked = other.invoice(number(stranger.first(other.invoice(0)).json()));
    stranger.second(asked);

    assertThat(other.state(stranger)).isInstanceOf(RelationshipState.Connected.class);
  }

  @Test
  void anAnswerAboutOneVendorIsNoneAboutAnotherThatIsAskedAboutMeanwhile() {
    List<Supplier> refused = new ArrayList<>();

    Faults.beforeEachRequest(
        () -> {
          Supplier supplier = scene.supplier();
          supplier.first(scene.invoice(0));
          return supplier;
        },
        scene::startOverAsAnotherVendor,
        supplier -> {
          String asked = scene.ofVendor().asked().orElseThrow().numbers().getFirst().written();
          if ("challenge-closed".equals(problem(supplier.second(scene.invoice(asked))))) {
            refused.add(supplier);
          }
        },
        supplier ->
            assertThat(scene.state(supplier).boundVendorNumbers())
                .doesNotContain(ProofScene.OTHERS));

    assertThat(refused).hasSizeGreaterThan(4);
    assertThat(refused)
        .allSatisfy(
            supplier -> assertThat(scene.challenge(supplier).challenge().failuresEver()).isZero());
  }

  private static String problem(Answer answer) {
    return answer.status() == 200 ? "" : answer.problem();
  }

  private void prove(Supplier supplier) {
    supplier.second(scene.invoice(number(supplier.first(scene.invoice(0)).json())));
  }

  private static String number(Json.Obj challenge) {
    return ((Json.Str) challenge.items("invoiceNumbers").getFirst()).text();
  }

  /** An answer without what differs between challenges anyhow. */
  private static Json body(Answer answer) {
    Json.Obj json = answer.json();
    return Json.object()
        .with("verdict", json.require("verdict"))
        .with("state", json.require("state"))
        .with("attemptsLeft", json.find("attemptsLeft").orElseThrow());
  }
}
