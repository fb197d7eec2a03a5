package io.customerconnect.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Decision.Changed;
import io.customerconnect.domain.connection.Decision.Refused;
import io.customerconnect.domain.connection.Decision.Unchanged;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
  private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");
  private static final VendorNumberHolder.Others TAKEN =
      new VendorNumberHolder.Others(
          List.of(new HolderTicket(new AccountId("holder"), TicketNumber.random(new Random(99)))));
  private static final TicketNumber THIS = TicketNumber.random(new Random(1));
  private static final TicketNumber OTHER = TicketNumber.random(new Random(2));
  private static final TicketNumber NEW = TicketNumber.random(new Random(3));
  private static final ChallengeId CHALLENGE =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(4));
  private static final ChallengeId OTHER_CHALLENGE =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(5));
  private static final VendorNumber VENDOR = new VendorNumber("4711");
  private static final Contact COLLEAGUE =
      new Contact("Ana Colleague", new EmailAddress("ana@buyer.example.com"), Language.EN);

  private final Transitions transitions = new Transitions();

  /**
   * The whole table: a row for each state, a column for each command. A word names the state that
   * follows, {@code =} that nothing changes, a capitalised word why it is refused. Commands speak
   * of the state's own ticket and challenge, and in the columns with "other" of another one.
   */
  private static final String TABLE =
      """
                   | test      | ask     | confirm          | confirm-other   | decline           | decline-other   | forward           | bounce  | time    | end             | end-buyer       | postpone | end-connection
      unconnected  | connected | pending | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | =       | =       | NOTHING_TO_END  | NOTHING_TO_END  | =        | ANOTHER_REQUEST
      challenged   | =         | pending | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | =       | =       | ended           | ended           | =        | ANOTHER_REQUEST
      pending      | =         | =       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | pending | =       | ended           | ended           | pending  | ANOTHER_REQUEST
      overdue      | =         | =       | REQUEST_EXPIRED  | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST | REQUEST_EXPIRED   | pending | expired | ended           | ended           | pending  | ANOTHER_REQUEST
      handed-over  | =         | =       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | pending | =       | ended           | ended           | pending  | ANOTHER_REQUEST
      proved       | =         | =       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | pending | =       | ended           | ended           | pending  | ANOTHER_REQUEST
      asked-again  | =         | =       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | pending | =       | ended           | ended           | pending  | ANOTHER_REQUEST
      postponed    | =         | =       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | =       | =       | ended           | ended           | =        | ANOTHER_REQUEST
      connected    | =         | =       | =                | ANOTHER_REQUEST | ALREADY_CONFIRMED | ANOTHER_REQUEST | ALREADY_CONFIRMED | =       | =       | ended           | ended           | =        | ended
      test         | =         | =       | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | =       | =       | TEST_CONNECTION | TEST_CONNECTION | =        | ANOTHER_REQUEST
      suspended    | =         | =       | SUSPENDED        | ANOTHER_REQUEST | SUSPENDED         | ANOTHER_REQUEST | SUSPENDED         | =       | =       | ended           | ended           | =        | ANOTHER_REQUEST
      declined     | =         | pending | ALREADY_DECLINED | ANOTHER_REQUEST | =                 | ANOTHER_REQUEST | ALREADY_DECLINED  | =       | =       | NOTHING_TO_END  | NOTHING_TO_END  | =        | NOTHING_TO_END
      expired      | =         | pending | REQUEST_EXPIRED  | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST | REQUEST_EXPIRED   | =       | =       | NOTHING_TO_END  | NOTHING_TO_END  | =        | NOTHING_TO_END
      ended        | =         | pending | REQUEST_ENDED    | ANOTHER_REQUEST | REQUEST_ENDED     | ANOTHER_REQUEST | REQUEST_ENDED     | =       | =       | NOTHING_TO_END  | NOTHING_TO_END  | =        | =
      """;

  /** The same states, and the commands of challenges and of those who doubt them. */
  private static final String PROOF_TABLE =
      """
                   | begin            | begin-same       | pass              | pass-other        | pass-taken          | pass-approval     | pass-approval-taken | pass-closed       | suspend
      unconnected  | challenged       | challenged       | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | NOT_CONNECTED
      challenged   | challenged       | =                | connected         | ANOTHER_CHALLENGE | suspended           | pending           | suspended           | NOT_ACCEPTING     | NOT_CONNECTED
      pending      | pending          | pending          | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | NOT_CONNECTED
      overdue      | pending          | pending          | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | NOT_CONNECTED
      handed-over  | pending          | =                | connected         | ANOTHER_CHALLENGE | suspended           | pending           | suspended           | NOT_ACCEPTING     | NOT_CONNECTED
      proved       | =                | =                | =                 | =                 | =                   | =                 | =                   | =                 | NOT_CONNECTED
      asked-again  | ALREADY_DECLINED | ALREADY_DECLINED | ALREADY_DECLINED  | ALREADY_DECLINED  | ALREADY_DECLINED    | ALREADY_DECLINED  | ALREADY_DECLINED    | ALREADY_DECLINED  | NOT_CONNECTED
      postponed    | pending          | pending          | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | ANOTHER_CHALLENGE   | ANOTHER_CHALLENGE | NOT_CONNECTED
      connected    | =                | =                | connected         | connected         | connected           | =                 | connected           | =                 | suspended
      test         | =                | =                | =                 | =                 | =                   | =                 | =                   | =                 | TEST_CONNECTION
      suspended    | SUSPENDED        | SUSPENDED        | SUSPENDED         | SUSPENDED         | SUSPENDED           | SUSPENDED         | SUSPENDED           | SUSPENDED         | =
      declined     | ALREADY_DECLINED | ALREADY_DECLINED | ALREADY_DECLINED  | ALREADY_DECLINED  | ALREADY_DECLINED    | ALREADY_DECLINED  | ALREADY_DECLINED    | ALREADY_DECLINED  | NOT_CONNECTED
      expired      | challenged       | challenged       | REQUEST_EXPIRED   | REQUEST_EXPIRED   | REQUEST_EXPIRED     | REQUEST_EXPIRED   | REQUEST_EXPIRED     | REQUEST_EXPIRED   | NOT_CONNECTED
      ended        | challenged       | challenged       | REQUEST_ENDED     | REQUEST_ENDED     | REQUEST_ENDED       | REQUEST_ENDED     | REQUEST_ENDED       | REQUEST_ENDED     | NOT_CONNECTED
      """;

  /** The same states, and what support does by hand. */
  private static final String SUPPORT_TABLE =
      """
                   | approve          | approve-other   | reject            | reject-other    | ask-again         | ask-again-other
      unconnected  | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST
      challenged   | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST
      pending      | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | ANOTHER_REQUEST
      overdue      | REQUEST_EXPIRED  | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST
      handed-over  | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | ANOTHER_REQUEST
      proved       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | ANOTHER_REQUEST
      asked-again  | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | ANOTHER_REQUEST
      postponed    | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | ANOTHER_REQUEST
      connected    | =                | ANOTHER_REQUEST | ALREADY_CONFIRMED | ANOTHER_REQUEST | ALREADY_CONFIRMED | ANOTHER_REQUEST
      test         | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST
      suspended    | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | SUSPENDED         | ANOTHER_REQUEST
      declined     | ALREADY_DECLINED | ANOTHER_REQUEST | =                 | ANOTHER_REQUEST | ALREADY_DECLINED  | ANOTHER_REQUEST
      expired      | REQUEST_EXPIRED  | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST
      ended        | REQUEST_ENDED    | ANOTHER_REQUEST | REQUEST_ENDED     | ANOTHER_REQUEST | REQUEST_ENDED     | ANOTHER_REQUEST
      """;

  @Test
  void everyCommandInEveryStateLeadsToWhatTheTableSays() {
    assertThat(asTable(commands())).isEqualTo(normalised(TABLE));
    assertThat(asTable(proofCommands())).isEqualTo(normalised(PROOF_TABLE));
    assertThat(asTable(supportCommands())).isEqualTo(normalised(SUPPORT_TABLE));
  }

  @Test
  void theTableHasEveryStateAndEveryCommand() {
    assertThat(states().values().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(permitted(RelationshipState.class));
    assertThat(
            Stream.of(commands(), proofCommands(), supportCommands())
                .flatMap(all -> all.values().stream())
                .map(Object::getClass)
                .distinct())
        .containsExactlyInAnyOrder(permitted(Command.class));
  }

  private String asTable(Map<String, Command> commands) {
    StringBuilder table = new StringBuilder();
    commands.keySet().forEach(name -> table.append('|').append(name));
    table.append('\n');
    states()
        .forEach(
            (name, state) -> {
              Instant now = ASKED.plus(Duration.ofDays(name.equals("overdue") ? 30 : 1));
              table.append(name);
              commands
                  .values()
                  .forEach(
                      command ->
                          table
                              .append('|')
                              .append(word(transitions.decide(in(state), command, now))));
              table.append('\n');
            });
    return table.toString();
  }

  private static String word(Decision decision) {
    return switch (decision) {
      case Changed changed ->
          changed.next().state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      case Unchanged _ -> "=";
      case Refused refused -> refused.why().name();
    };
  }

  private static String normalised(String table) {
    return table.replaceAll(" *\\| *", "|").replaceAll("(?m)^ +| +$", "");
  }

  private static Map<String, RelationshipState> states() {
    Map<String, RelationshipState> states = new LinkedHashMap<>();
    states.put("unconnected", new RelationshipState.Unconnected());
    states.put("challenged", new RelationshipState.Challenged(CHALLENGE, ASKED));
    states.put("pending", pending(new Recipient.DirectoryContact(0), 0));
    states.put("overdue", pending(new Recipient.DirectoryContact(0), 3));
    states.put("handed-over", pending(new Proof.Begun(CHALLENGE)));
    states.put("proved", pending(new Proof.Given(VENDOR)));
    states.put("asked-again", pending(new Proof.Barred()));
    states.put(
        "postponed",
        pending(
            new Recipient.Later(new Recipient.DirectoryContact(0), ASKED.plus(Duration.ofDays(2))),
            0));
    states.put(
        "connected",
        new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(), Optional.of(THIS)));
    states.put(
        "test", new RelationshipState.Connected(ASKED, Origin.TEST, Set.of(), Optional.empty()));
    states.put(
        "suspended",
        new RelationshipState.Suspended(
            THIS, ASKED, ASKED, SuspensionCause.DISPUTED, connectedByChallenge(Optional.empty())));
    states.put("declined", new RelationshipState.Declined(THIS, ASKED, DeclineKind.DECLINED, ""));
    states.put("expired", new RelationshipState.Expired(THIS, ASKED));
    states.put("ended", new RelationshipState.Ended(Optional.of(THIS), ASKED, Side.SUPPLIER));
    return states;
  }

  private static Map<String, Command> commands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("test", new Command.ConnectTestBuyer());
    commands.put("ask", new Command.Ask(NEW, BuyerPolicy.APPROVAL, 2, ConnectionRules.DEFAULT));
    commands.put("confirm", new Command.Confirm(THIS, Optional.empty()));
    commands.put("confirm-other", new Command.Confirm(OTHER, Optional.empty()));
    commands.put("decline", new Command.Decline(THIS, DeclineKind.DECLINED, "not now"));
    commands.put("decline-other", new Command.Decline(OTHER, DeclineKind.DECLINED, "not now"));
    commands.put("forward", new Command.Forward(THIS, COLLEAGUE));
    commands.put("bounce", new Command.Bounce(THIS, 1, 2));
    commands.put("time", new Command.PassTime(2));
    commands.put("end", new Command.End(Side.SUPPLIER));
    commands.put("end-buyer", new Command.End(Side.BUYER));
    commands.put("postpone", new Command.Postpone(THIS, 1));
    commands.put("end-connection", new Command.EndConnection(THIS));
    return commands;
  }

  private static Map<String, Command> proofCommands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("begin", new Command.BeginChallenge(OTHER_CHALLENGE));
    commands.put("begin-same", new Command.BeginChallenge(CHALLENGE));
    commands.put("pass", pass(CHALLENGE, AfterProof.CONNECTED, VendorNumberHolder.NOBODY));
    commands.put(
        "pass-other", pass(OTHER_CHALLENGE, AfterProof.CONNECTED, VendorNumberHolder.THIS_ACCOUNT));
    commands.put("pass-taken", pass(CHALLENGE, AfterProof.CONNECTED, TAKEN));
    commands.put("pass-approval", pass(CHALLENGE, AfterProof.APPROVAL, VendorNumberHolder.NOBODY));
    commands.put("pass-approval-taken", pass(CHALLENGE, AfterProof.APPROVAL, TAKEN));
    commands.put("pass-closed", pass(CHALLENGE, AfterProof.NOTHING, VendorNumberHolder.NOBODY));
    commands.put("suspend", new Command.Suspend(NEW, "not us"));
    return commands;
  }

  private static Map<String, Command> supportCommands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("approve", approve(THIS, "it was the new clerk"));
    commands.put("approve-other", approve(OTHER, "it was the new clerk"));
    commands.put("reject", new Command.Reject(THIS, "somebody else"));
    commands.put("reject-other", new Command.Reject(OTHER, "somebody else"));
    commands.put("ask-again", new Command.AskAgain(THIS, 1, 2));
    commands.put("ask-again-other", new Command.AskAgain(OTHER, 1, 2));
    return commands;
  }

  @Test
  void aMailThatHasToWaitGoesOutTheNextDayAndIsTheReminderThatWasDueMeanwhile() {
    Instant evening = ASKED.plus(Duration.ofDays(2)).plus(Duration.ofHours(12));
    TradingRelationship asked = in(pending(new Recipient.DirectoryContact(1), 0));

    TradingRelationship waiting =
        ((Changed) transitions.decide(asked, new Command.Postpone(THIS, 1), evening)).next();

    Instant from =
        ((Recipient.Later) ((RelationshipState.Pending) waiting.state()).recipient()).from();
    assertThat(from)
        .isBetween(
            evening.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)),
            evening
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1))
                .plus(Timetable.DEFAULT.expiry().dividedBy(1440)));
    assertThat(transitions.decide(waiting, new Command.PassTime(2), from.minusMillis(1)))
        .isInstanceOf(Unchanged.class);
    Changed written =
        (Changed)
            transitions.decide(waiting, new Command.PassTime(2), from.plus(Duration.ofHours(12)));
    assertThat(written.event()).isEqualTo(TicketEvent.CUSTOMER_ASKED);
    RelationshipState.Pending pending = (RelationshipState.Pending) written.next().state();
    assertThat(pending.recipient()).isEqualTo(new Recipient.DirectoryContact(1));
    assertThat(pending.asks()).isEqualTo(2);
    assertThat(pending.reminders()).isEqualTo(1);
  }

  @Test
  void whoHasWaitedLongerIsWrittenToSooner() {
    Instant now = ASKED.plus(Duration.ofDays(9));
    Command postpone = new Command.Postpone(THIS, 1);
    TradingRelationship older = in(pending(new Recipient.DirectoryContact(0), 2));
    TradingRelationship younger =
        in(
            new RelationshipState.Pending(
                THIS, ASKED.plus(Duration.ofDays(8)), new Recipient.DirectoryContact(0), 1, 0));

    assertThat(laterFrom(older, postpone, now)).isBefore(laterFrom(younger, postpone, now));
  }

  private Instant laterFrom(TradingRelationship asked, Command postpone, Instant now) {
    TradingRelationship waiting = ((Changed) transitions.decide(asked, postpone, now)).next();
    return ((Recipient.Later) ((RelationshipState.Pending) waiting.state()).recipient()).from();
  }

  @Test
  void onceTheLastReminderWouldHaveBeenDueAnOperatorLooksIntoIt() {
    TradingRelationship waiting =
        in(
            pending(
                new Recipient.Later(
                    new Recipient.DirectoryContact(0), ASKED.plus(Duration.ofDays(20))),
                1));

    Changed changed =
        (Changed)
            transitions.decide(waiting, new Command.PassTime(2), ASKED.plus(Duration.ofDays(20)));

    assertThat(changed.event()).isEqualTo(TicketEvent.ESCALATED);
  }

  @Test
  void aRequestIsPassedOnOnlySoOften() {
    TradingRelationship passedOn = in(pending(new Recipient.DirectoryContact(0), 0));
    for (int asks = 1; asks < ConnectionRules.MAX_ASKS; asks++) {
      passedOn = next(passedOn, new Command.Forward(THIS, COLLEAGUE));
    }

    assertThat(transitions.decide(passedOn, new Command.Forward(THIS, COLLEAGUE), ASKED))
        .isEqualTo(new Refused(Decision.Refusal.FORWARDED_TOO_OFTEN));
    assertThat(next(passedOn, new Command.Confirm(THIS, Optional.empty())).state())
        .isInstanceOf(RelationshipState.Connected.class);
  }

  @Test
  void aCustomerEndsAConnectionAlsoWhileItIsLookedInto() {
    TradingRelationship suspended =
        in(
            new RelationshipState.Suspended(
                NEW,
                ASKED,
                ASKED,
                SuspensionCause.DISPUTED,
                connectedByChallenge(Optional.of(THIS))));

    assertThat(next(suspended, new Command.EndConnection(THIS)).state())
        .isEqualTo(new RelationshipState.Ended(Optional.of(NEW), ASKED, Side.BUYER));
  }

  @Test
  void aCustomerEndsAConnectionAlsoAfterItHasStoodReviews() {
    TradingRelationship resumed =
        in(new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(), Optional.of(THIS)));
    for (TicketNumber review : List.of(OTHER, NEW)) {
      resumed =
          next(next(resumed, new Command.Suspend(review, "")), approve(review, "it is right"));
    }

    assertThat(next(resumed, new Command.EndConnection(THIS)).state())
        .isEqualTo(new RelationshipState.Ended(Optional.of(NEW), ASKED, Side.BUYER));
  }

  @Test
  void aChallengePassedWhileTheTicketIsOpenConnectsAndKeepsTheTicketToCloseIt() {
    Changed changed =
        (Changed)
            transitions.decide(
                in(pending(new Proof.Begun(CHALLENGE))),
                pass(CHALLENGE, AfterProof.CONNECTED, VendorNumberHolder.NOBODY),
                ASKED.plusSeconds(60));

    assertThat(changed.event()).isEqualTo(TicketEvent.CONNECTED_BY_CHALLENGE);
    assertThat(changed.next().state())
        .isEqualTo(
            new RelationshipState.Connected(
                ASKED.plusSeconds(60), Origin.CHALLENGE, Set.of(VENDOR), Optional.of(THIS)));
  }

  @Test
  void aDeclineWinsOverAChallengePassedLaterEvenIfTheCustomerIsAskedAgainMeanwhile() {
    TradingRelationship handedOver =
        next(
            next(in(new RelationshipState.Unconnected()), new Command.BeginChallenge(CHALLENGE)),
            new Command.Ask(THIS, BuyerPolicy.CHALLENGE, 1, ConnectionRules.DEFAULT));
    TradingRelationship declined =
        next(handedOver, new Command.Decline(THIS, DeclineKind.DECLINED, "no"));
    TradingRelationship askedAgain =
        next(declined, new Command.Ask(NEW, BuyerPolicy.CHALLENGE, 1, ConnectionRules.DEFAULT));
    Command pass = pass(CHALLENGE, AfterProof.CONNECTED, VendorNumberHolder.NOBODY);

    for (TradingRelationship later : List.of(declined, askedAgain)) {
      assertThat(transitions.decide(later, pass, ASKED))
          .isEqualTo(new Refused(Decision.Refusal.ALREADY_DECLINED));
    }
  }

  @Test
  void aVendorNumberOfAnotherAccountIsNeverGivenAwayButReviewedOnATicket() {
    Changed changed =
        (Changed)
            transitions.decide(
                in(new RelationshipState.Challenged(CHALLENGE, ASKED)),
                pass(CHALLENGE, AfterProof.CONNECTED, TAKEN),
                ASKED);

    assertThat(changed.event()).isEqualTo(TicketEvent.UNDER_REVIEW);
    assertThat(changed.next().state())
        .isEqualTo(
            new RelationshipState.Suspended(
                NEW,
                ASKED,
                ASKED,
                new SuspensionCause.VendorNumberTaken(TAKEN.tickets()),
                connectedByChallenge(Optional.empty())));
    assertThat(next(changed.next(), approve(NEW, "both are right")).state())
        .isEqualTo(connectedByChallenge(Optional.of(NEW)));
  }

  @Test
  void aVendorNumberOfAnotherAccountIsReviewedAlsoWhereTheBuyerApproves() {
    Command pass = pass(CHALLENGE, AfterProof.APPROVAL, TAKEN);

    TradingRelationship unasked =
        next(in(new RelationshipState.Challenged(CHALLENGE, ASKED)), pass);
    TradingRelationship asked = next(in(pending(new Proof.Begun(CHALLENGE))), pass);

    assertThat(unasked.state()).isEqualTo(reviewOfTaken(NEW, Optional.empty()));
    assertThat(asked.state())
        .as("on the ticket of the request")
        .isEqualTo(reviewOfTaken(THIS, Optional.of(THIS)));
    assertThat(transitions.decide(asked, new Command.Confirm(THIS, Optional.empty()), ASKED))
        .isEqualTo(new Refused(Decision.Refusal.SUSPENDED));
    assertThat(next(asked, approve(THIS, "both are right")).state())
        .isEqualTo(
            new RelationshipState.Connected(
                ASKED, Origin.SUPPORT, Set.of(VENDOR), Optional.of(THIS)));
  }

  private static RelationshipState reviewOfTaken(
      TicketNumber review, Optional<TicketNumber> request) {
    return new RelationshipState.Suspended(
        review,
        ASKED,
        ASKED,
        new SuspensionCause.VendorNumberTaken(TAKEN.tickets()),
        new RelationshipState.Connected(ASKED, Origin.SUPPORT, Set.of(VENDOR), request));
  }

  @Test
  void whereTheBuyerApprovesAfterAProofTheVendorNumberIsKnownWhenItConfirms() {
    TradingRelationship proved =
        next(
            in(new RelationshipState.Challenged(CHALLENGE, ASKED)),
            pass(CHALLENGE, AfterProof.APPROVAL, VendorNumberHolder.NOBODY));

    TradingRelationship confirmed = next(proved, new Command.Confirm(NEW, Optional.empty()));

    assertThat(confirmed.state())
        .isEqualTo(
            new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(VENDOR), Optional.of(NEW)));
  }

  @Test
  void aConnectedSupplierThatProvesToBeOneMoreVendorKeepsBothNumbers() {
    VendorNumber known = new VendorNumber("old");
    TradingRelationship connected =
        in(new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(known), Optional.of(THIS)));

    TradingRelationship both =
        next(connected, pass(CHALLENGE, AfterProof.CONNECTED, VendorNumberHolder.NOBODY));

    assertThat(((RelationshipState.Connected) both.state()).vendorNumbers())
        .containsExactlyInAnyOrder(known, VENDOR);
    assertThat(
            transitions.decide(
                both, pass(CHALLENGE, AfterProof.CONNECTED, VendorNumberHolder.NOBODY), ASKED))
        .isInstanceOf(Unchanged.class);
  }

  private static final VendorNumber KNOWN = new VendorNumber("old");
  private static final RelationshipState.Connected CONNECTED =
      new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(KNOWN), Optional.of(THIS));
  private static final Instant LATER = ASKED.plus(Duration.ofHours(1));

  /** A connected supplier has proved a number of another's. */
  private TradingRelationship numberUnderReview() {
    return next(in(CONNECTED), pass(CHALLENGE, AfterProof.CONNECTED, TAKEN));
  }

  private Changed settle(TradingRelationship review, Command command) {
    return (Changed) transitions.decide(review, command, LATER);
  }

  @Test
  void oneMoreNumberThatIsAnothersIsReviewedOnATicketAndTheConnectionStandsMeanwhile() {
    TradingRelationship review = numberUnderReview();

    RelationshipState.Connected stands = (RelationshipState.Connected) review.state();
    assertThat(stands.vendorNumbers()).containsExactly(KNOWN);
    assertThat(stands.since()).isEqualTo(CONNECTED.since());
    assertThat(Tickets.ticketOf(stands)).contains(NEW);
    assertThat(Tickets.statusAfter(CONNECTED, stands).orElseThrow())
        .isInstanceOf(TicketStatus.Open.class);
    HolderNews news = HolderNews.of(CONNECTED, stands).orElseThrow();
    assertThat(news.holders()).isEqualTo(TAKEN.tickets());
    assertThat(news.vendorNumber()).isEqualTo(VENDOR);
    assertThat(Consequence.of(Optional.of(in(CONNECTED)), review))
        .containsExactly(
            new Consequence.Review(
                review.account(),
                review.legalEntity(),
                NEW,
                new SuspensionCause.VendorNumberTaken(TAKEN.tickets())));
    assertThat(transitions.decide(review, pass(CHALLENGE, AfterProof.CONNECTED, TAKEN), LATER))
        .as("one at a time")
        .isEqualTo(new Refused(Decision.Refusal.VENDOR_NUMBER_TAKEN));
  }

  @Test
  void supportAddsTheNumberOrRefusesItAndBothSidesHear() {
    TradingRelationship review = numberUnderReview();
    TicketNumber holders = TAKEN.tickets().getFirst().ticket();

    TradingRelationship added = settle(review, approve(NEW, "two accounts")).next();
    TradingRelationship refused = settle(review, new Command.Reject(NEW, "a stranger")).next();

    assertThat(((RelationshipState.Connected) added.state()).vendorNumbers())
        .containsExactlyInAnyOrder(KNOWN, VENDOR);
    assertThat(Tickets.statusAfter(review.state(), added.state()))
        .contains(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_ADDED, LATER));
    assertThat(HolderNews.of(review.state(), added.state()).orElseThrow().status())
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_SHARED, LATER));
    assertThat(((RelationshipState.Connected) refused.state()).vendorNumbers())
        .containsExactly(KNOWN);
    assertThat(Tickets.statusAfter(review.state(), refused.state()))
        .contains(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_REFUSED, LATER));
    assertThat(HolderNews.of(review.state(), refused.state()).orElseThrow().status())
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_KEPT, LATER));
    for (TradingRelationship settled : List.of(added, refused)) {
      assertThat(Consequence.of(Optional.of(review), settled))
          .as("told once, by the tickets")
          .filteredOn(one -> !(one instanceof Consequence.SettleStatus))
          .containsExactly(
              new Consequence.TellSupplier(NEW), new Consequence.TellSupplier(holders));
    }
  }

  @Test
  void whatSupportFoundOfANumberStands() {
    TradingRelationship review = numberUnderReview();
    Command approve = approve(NEW, "two accounts");
    Command reject = new Command.Reject(NEW, "a stranger");
    TradingRelationship added = settle(review, approve).next();
    TradingRelationship refused = settle(review, reject).next();

    assertThat(transitions.decide(added, approve, LATER)).isInstanceOf(Unchanged.class);
    assertThat(transitions.decide(refused, reject, LATER)).isInstanceOf(Unchanged.class);
    assertThat(transitions.decide(added, reject, LATER))
        .isEqualTo(new Refused(Decision.Refusal.ALREADY_CONFIRMED));
    assertThat(transitions.decide(refused, approve, LATER))
        .isEqualTo(new Refused(Decision.Refusal.VENDOR_NUMBER_TAKEN));
  }

  @Test
  void aNumberThatSupportKnowsBetterIsAddedAndTheHoldersKeepTheirs() {
    TradingRelationship review = numberUnderReview();
    VendorNumber better = new VendorNumber("4712");

    TradingRelationship added =
        settle(review, new Command.Approve(NEW, Optional.of(better), "a typing error")).next();

    assertThat(((RelationshipState.Connected) added.state()).vendorNumbers())
        .containsExactlyInAnyOrder(KNOWN, better);
    assertThat(HolderNews.of(review.state(), added.state()).orElseThrow().status())
        .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_KEPT, LATER));
    assertThat(Consequence.of(Optional.of(review), added))
        .contains(new Consequence.TellOfNumber(review.account(), review.legalEntity(), better));
  }

  @Test
  void aReviewOfOneMoreNumberEndsWithTheConnectionAndWithADispute() {
    TradingRelationship review = numberUnderReview();

    TradingRelationship ended = settle(review, new Command.End(Side.BUYER)).next();
    TradingRelationship disputed = settle(review, new Command.Suspend(OTHER, "not us")).next();

    assertThat(Tickets.statusAfter(review.state(), ended.state()))
        .contains(new TicketStatus.Closed(TicketStatus.Outcome.WITHDRAWN, LATER));
    assertThat(Tickets.ticketOf(disputed.state())).as("the ticket that is open").contains(NEW);
    for (TradingRelationship over : List.of(ended, disputed)) {
      assertThat(HolderNews.of(review.state(), over.state()).orElseThrow().status())
          .isEqualTo(new TicketStatus.Closed(TicketStatus.Outcome.NUMBER_KEPT, LATER));
    }
    assertThat(
            ((RelationshipState.Connected) next(disputed, approve(NEW, "it is right")).state())
                .vendorNumbers())
        .containsExactly(KNOWN);
  }

  @Test
  void whoSaysThisWasNotUsSuspendsAtOnceAndSupportDecides() {
    TradingRelationship connected = in(connectedByChallenge(Optional.empty()));

    TradingRelationship suspended = next(connected, new Command.Suspend(NEW, "not us"));

    assertThat(suspended.state())
        .isEqualTo(
            new RelationshipState.Suspended(
                NEW,
                ASKED,
                ASKED,
                SuspensionCause.DISPUTED,
                connectedByChallenge(Optional.empty())));
    assertThat(next(suspended, new Command.Reject(NEW, "a stranger")).state())
        .isEqualTo(new RelationshipState.Declined(NEW, ASKED, DeclineKind.REJECTED, "a stranger"));
  }

  private TradingRelationship next(TradingRelationship relationship, Command command) {
    return ((Changed) transitions.decide(relationship, command, ASKED)).next();
  }

  @Test
  void confirmedWithAVendorNumberTheRelationshipKeepsIt() {
    VendorNumber number = new VendorNumber("4711");

    Decision decision =
        transitions.decide(
            in(pending(new Recipient.DirectoryContact(0), 0)),
            new Command.Confirm(THIS, Optional.of(number)),
            ASKED.plusSeconds(60));

    assertThat(decision)
        .isEqualTo(
            new Changed(
                in(
                    new RelationshipState.Connected(
                        ASKED.plusSeconds(60), Origin.BUYER, Set.of(number), Optional.of(THIS))),
                TicketEvent.CONNECTED,
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, contact 0, -",
    "3, 0, contact 0, REMINDED",
    "9, 1, contact 0, -",
    "10, 1, contact 1, OTHER_CONTACT_ASKED",
    "19, 2, contact 1, -",
    "20, 2, contact 1, ESCALATED",
    "30, 3, -, EXPIRED",
    // Reminders that nobody sent in time are made up for by one.
    "10, 0, contact 1, OTHER_CONTACT_ASKED",
    "25, 0, contact 1, ESCALATED",
    "31, 0, -, EXPIRED"
  })
  void asDaysPassTheCustomerIsRemindedAndInTheEndTheRequestExpires(
      int day, int remindersSoFar, String recipient, String event) {
    Recipient current = new Recipient.DirectoryContact(remindersSoFar < 2 ? 0 : 1);

    Decision decision =
        transitions.decide(
            in(pending(current, remindersSoFar)),
            new Command.PassTime(2),
            ASKED.plus(Duration.ofDays(day)));

    if (event.equals("-")) {
      assertThat(decision).isInstanceOf(Unchanged.class);
      return;
    }
    Changed changed = (Changed) decision;
    assertThat(changed.event()).isEqualTo(TicketEvent.valueOf(event));
    if (changed.next().state() instanceof RelationshipState.Pending next) {
      assertThat(next.recipient())
          .isEqualTo(new Recipient.DirectoryContact(Integer.parseInt(recipient.substring(8))));
      assertThat(next.asks()).isEqualTo(2);
    }
  }

  @Test
  void theSingleContactIsRemindedAgainWhereThereIsNoOther() {
    Changed changed =
        (Changed)
            transitions.decide(
                in(pending(new Recipient.DirectoryContact(0), 1)),
                new Command.PassTime(1),
                ASKED.plus(Duration.ofDays(10)));

    assertThat(changed.event()).isEqualTo(TicketEvent.REMINDED);
    assertThat(changed.next().state())
        .isEqualTo(
            new RelationshipState.Pending(THIS, ASKED, new Recipient.DirectoryContact(0), 2, 2));
  }

  @Test
  void aRequestGoesByTheTimetableOfItsCustomer() {
    ConnectionRules patient =
        ConnectionRules.of(
            RuleSettings.NONE
                .with(RuleNumber.EXPIRY_DAYS, 60)
                .with(RuleNumber.THIRD_REMINDER_DAYS, 40)
                .with(RuleNumber.SECOND_REMINDER_DAYS, 14)
                .with(RuleNumber.FIRST_REMINDER_DAYS, 7)
                .with(RuleNumber.REQUESTS, 1));
    TradingRelationship asked =
        next(
            in(new RelationshipState.Unconnected()),
            new Command.Ask(THIS, BuyerPolicy.APPROVAL, 2, patient));
    RelationshipState.Pending pending = (RelationshipState.Pending) asked.state();

    assertThat(Tickets.dueAt(pending)).isEqualTo(pending.since().plus(Duration.ofDays(7)));
    assertThat(decideOnDay(asked, 6)).isInstanceOf(Unchanged.class);
    assertThat(decideOnDay(asked, 7)).isInstanceOf(Changed.class);
    assertThat(decideOnDay(asked, 59)).isInstanceOf(Changed.class);
    Changed expired = (Changed) decideOnDay(asked, 60);
    assertThat(expired.event()).isEqualTo(TicketEvent.EXPIRED);
    assertThat(
            transitions.decide(
                expired.next(),
                new Command.Ask(NEW, BuyerPolicy.APPROVAL, 2, patient),
                pending.since().plus(Duration.ofDays(61))))
        .isEqualTo(new Refused(Decision.Refusal.TOO_MANY_REQUESTS));
  }

  private Decision decideOnDay(TradingRelationship asked, int day) {
    Instant since = ((RelationshipState.Pending) asked.state()).since();
    return transitions.decide(asked, new Command.PassTime(2), since.plus(Duration.ofDays(day)));
  }

  @ParameterizedTest
  @CsvSource({"3, -", "10, -", "20, -", "30, EXPIRED"})
  void whereAnOperatorAsksNobodyIsReminded(int day, String event) {
    Decision decision =
        transitions.decide(
            in(pending(new Recipient.Operator(ASKED), 0)),
            new Command.PassTime(2),
            ASKED.plus(Duration.ofDays(day)));

    assertThat(decision instanceof Changed changed ? changed.event().name() : "-").isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "1, 0"})
  void aColleagueWhoDoesNotAnswerIsFollowedByAnotherContact(int contacts, int next) {
    Changed changed =
        (Changed)
            transitions.decide(
                in(pending(new Recipient.Colleague(COLLEAGUE), 1)),
                new Command.PassTime(contacts),
                ASKED.plus(Duration.ofDays(10)));

    assertThat(changed.event()).isEqualTo(TicketEvent.OTHER_CONTACT_ASKED);
    assertThat(((RelationshipState.Pending) changed.next().state()).recipient())
        .isEqualTo(new Recipient.DirectoryContact(next));
  }

  @Test
  void aBouncedMailMovesOnToTheNextContactAndFromTheLastToAnOperator() {
    TradingRelationship first = in(pending(new Recipient.DirectoryContact(0), 0));

    Changed second = (Changed) transitions.decide(first, new Command.Bounce(THIS, 1, 2), ASKED);
    Changed third =
        (Changed) transitions.decide(second.next(), new Command.Bounce(THIS, 2, 2), ASKED);

    assertThat(second.event()).isEqualTo(TicketEvent.MAIL_BOUNCED);
    assertThat(((RelationshipState.Pending) second.next().state()).recipient())
        .isEqualTo(new Recipient.DirectoryContact(1));
    assertThat(((RelationshipState.Pending) third.next().state()).recipient())
        .isEqualTo(new Recipient.Operator(ASKED));
  }

  @Test
  void theBounceOfAnEarlierMailChangesNothing() {
    TradingRelationship asked =
        in(new RelationshipState.Pending(THIS, ASKED, new Recipient.DirectoryContact(1), 2, 0));

    assertThat(transitions.decide(asked, new Command.Bounce(THIS, 1, 2), ASKED))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void aMailToAColleagueThatBouncesGoesBackToTheFirstContact() {
    TradingRelationship forwarded = in(pending(new Recipient.Colleague(COLLEAGUE), 0));

    Changed back = (Changed) transitions.decide(forwarded, new Command.Bounce(THIS, 1, 2), ASKED);

    assertThat(((RelationshipState.Pending) back.next().state()).recipient())
        .isEqualTo(new Recipient.DirectoryContact(0));
  }

  @Test
  void withoutAContactAnOperatorAsks() {
    Changed changed =
        (Changed)
            transitions.decide(
                in(new RelationshipState.Unconnected()),
                new Command.Ask(NEW, BuyerPolicy.APPROVAL, 0, ConnectionRules.DEFAULT),
                ASKED);

    assertThat(changed.event()).isEqualTo(TicketEvent.OPERATOR_ASKED);
    assertThat(((RelationshipState.Pending) changed.next().state()).recipient())
        .isEqualTo(new Recipient.Operator(ASKED));
  }

  @Test
  void aFourthRequestWithinNinetyDaysIsRefusedAndOneLaterIsNot() {
    List<Instant> three =
        List.of(ASKED, ASKED.plus(Duration.ofDays(31)), ASKED.plus(Duration.ofDays(62)));
    TradingRelationship often =
        new TradingRelationship(
            new AccountId("acme"),
            new LegalEntityId("buyer"),
            new RelationshipState.Expired(THIS, ASKED),
            three);
    Command ask = new Command.Ask(NEW, BuyerPolicy.CHALLENGE, 1, ConnectionRules.DEFAULT);

    assertThat(transitions.decide(often, ask, ASKED.plus(Duration.ofDays(89))))
        .isEqualTo(new Refused(Decision.Refusal.TOO_MANY_REQUESTS));
    Changed later = (Changed) transitions.decide(often, ask, ASKED.plus(Duration.ofDays(90)));
    assertThat(later.next().requests())
        .containsExactly(three.get(1), three.get(2), ASKED.plus(Duration.ofDays(90)));
  }

  @ParameterizedTest
  @EnumSource(BuyerPolicy.class)
  void onlyBuyersThatTakeNewSuppliersAreAsked(BuyerPolicy policy) {
    Decision decision =
        transitions.decide(
            in(new RelationshipState.Unconnected()),
            new Command.Ask(NEW, policy, 1, ConnectionRules.DEFAULT),
            ASKED);

    switch (policy) {
      case HIDDEN, CLOSED ->
          assertThat(decision).isEqualTo(new Refused(Decision.Refusal.NOT_ACCEPTING));
      case APPROVAL, CHALLENGE, CHALLENGE_THEN_APPROVAL ->
          assertThat(decision).isInstanceOf(Changed.class);
    }
  }

  private static Class<?>[] permitted(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses()).toArray(Class<?>[]::new);
  }

  @Test
  void whatSupportConnectsByHandSaysSoAndWhy() {
    VendorNumber said = new VendorNumber("4712");

    Changed changed =
        (Changed)
            transitions.decide(
                in(pending(new Proof.Given(VENDOR))),
                new Command.Approve(THIS, Optional.of(said), "told by telephone"),
                ASKED);

    assertThat(changed)
        .isEqualTo(
            new Changed(
                in(
                    new RelationshipState.Connected(
                        ASKED, Origin.SUPPORT, Set.of(said), Optional.of(THIS))),
                TicketEvent.CONNECTED_BY_SUPPORT,
                "told by telephone"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1", // the one who was asked last
    "1, 1, 0", // who has left the directory
    "operator, 1, 0", // the operator has found somebody
    "operator, 0, NO_CONTACT"
  })
  void supportHasTheLastContactAskedAgainOrTheFirst(String asked, int contacts, String next) {
    Recipient recipient =
        asked.equals("operator")
            ? new Recipient.Operator(ASKED)
            : new Recipient.DirectoryContact(Integer.parseInt(asked));

    Decision decision =
        transitions.decide(
            in(pending(recipient, 1)),
            new Command.AskAgain(THIS, 1, contacts),
            ASKED.plusSeconds(1));

    assertThat(decision)
        .isEqualTo(
            next.equals("NO_CONTACT")
                ? new Refused(Decision.Refusal.NO_CONTACT)
                : new Changed(
                    in(
                        new RelationshipState.Pending(
                            THIS,
                            ASKED,
                            new Recipient.DirectoryContact(Integer.parseInt(next)),
                            2,
                            1)),
                    TicketEvent.ASKED_AGAIN,
                    ""));
  }

  @Test
  void askingAgainTwiceOverTheSameMailAsksOnce() {
    TradingRelationship asked = in(pending(new Recipient.DirectoryContact(0), 0));

    TradingRelationship again = next(asked, new Command.AskAgain(THIS, 1, 2));

    assertThat(transitions.decide(again, new Command.AskAgain(THIS, 1, 2), ASKED))
        .isInstanceOf(Unchanged.class);
  }

  private static Command approve(TicketNumber ticket, String reason) {
    return new Command.Approve(ticket, Optional.empty(), reason);
  }

  private static Command.PassChallenge pass(
      ChallengeId challenge, AfterProof after, VendorNumberHolder holder) {
    return new Command.PassChallenge(
        challenge, VENDOR, after, holder, NEW, 1, ConnectionRules.DEFAULT);
  }

  private static RelationshipState.Connected connectedByChallenge(Optional<TicketNumber> ticket) {
    return new RelationshipState.Connected(ASKED, Origin.CHALLENGE, Set.of(VENDOR), ticket);
  }

  private static RelationshipState pending(Proof proof) {
    return new RelationshipState.Pending(
        THIS, ASKED, new Recipient.DirectoryContact(0), 1, 0, proof, Timetable.DEFAULT);
  }

  private static RelationshipState pending(Recipient recipient, int reminders) {
    return new RelationshipState.Pending(THIS, ASKED, recipient, 1, reminders);
  }

  private static TradingRelationship in(RelationshipState state) {
    return new TradingRelationship(
        new AccountId("acme"), new LegalEntityId("buyer"), state, List.of());
  }
}
