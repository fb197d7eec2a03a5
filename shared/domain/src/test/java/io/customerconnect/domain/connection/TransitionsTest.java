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
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
  private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");
  private static final TicketNumber THIS = TicketNumber.random(new Random(1));
  private static final TicketNumber OTHER = TicketNumber.random(new Random(2));
  private static final TicketNumber NEW = TicketNumber.random(new Random(3));
  private static final Contact COLLEAGUE =
      new Contact("Ana Colleague", new EmailAddress("ana@buyer.example.com"), Language.EN);

  private final ConnectionRules rules = ConnectionRules.DEFAULT;
  private final Transitions transitions = new Transitions(rules);

  /**
   * The whole table: a row for each state, a column for each command. A word names the state that
   * follows, {@code =} that nothing changes, a capitalised word why it is refused. Commands speak
   * of the state's own ticket, and in the columns with "other" of another one.
   */
  private static final String TABLE =
      """
                   | test      | ask     | confirm          | confirm-other   | decline           | decline-other   | forward           | bounce  | time    | end             | end-buyer
      unconnected  | connected | pending | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | =       | =       | NOTHING_TO_END  | NOTHING_TO_END
      pending      | =         | =       | connected        | ANOTHER_REQUEST | declined          | ANOTHER_REQUEST | pending           | pending | =       | ended           | ended
      overdue      | =         | =       | REQUEST_EXPIRED  | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST | REQUEST_EXPIRED   | pending | expired | ended           | ended
      connected    | =         | =       | =                | ANOTHER_REQUEST | ALREADY_CONFIRMED | ANOTHER_REQUEST | ALREADY_CONFIRMED | =       | =       | ended           | ended
      test         | =         | =       | ANOTHER_REQUEST  | ANOTHER_REQUEST | ANOTHER_REQUEST   | ANOTHER_REQUEST | ANOTHER_REQUEST   | =       | =       | TEST_CONNECTION | TEST_CONNECTION
      declined     | =         | pending | ALREADY_DECLINED | ANOTHER_REQUEST | =                 | ANOTHER_REQUEST | ALREADY_DECLINED  | =       | =       | NOTHING_TO_END  | NOTHING_TO_END
      expired      | =         | pending | REQUEST_EXPIRED  | ANOTHER_REQUEST | REQUEST_EXPIRED   | ANOTHER_REQUEST | REQUEST_EXPIRED   | =       | =       | NOTHING_TO_END  | NOTHING_TO_END
      ended        | =         | pending | REQUEST_ENDED    | ANOTHER_REQUEST | REQUEST_ENDED     | ANOTHER_REQUEST | REQUEST_ENDED     | =       | =       | NOTHING_TO_END  | NOTHING_TO_END
      """;

  @Test
  void everyCommandInEveryStateLeadsToWhatTheTableSays() {
    assertThat(asTable()).isEqualTo(normalised(TABLE));
  }

  @Test
  void theTableHasEveryStateAndEveryCommand() {
    assertThat(states().values().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(permitted(RelationshipState.class));
    assertThat(commands().values().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(permitted(Command.class));
  }

  private String asTable() {
    StringBuilder table = new StringBuilder();
    commands().keySet().forEach(name -> table.append('|').append(name));
    table.append('\n');
    states()
        .forEach(
            (name, state) -> {
              Instant now = ASKED.plus(Duration.ofDays(name.equals("overdue") ? 30 : 1));
              table.append(name);
              commands()
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
          changed.next().state().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
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
    states.put("pending", pending(new Recipient.DirectoryContact(0), 0));
    states.put("overdue", pending(new Recipient.DirectoryContact(0), 3));
    states.put(
        "connected",
        new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(), Optional.of(THIS)));
    states.put(
        "test", new RelationshipState.Connected(ASKED, Origin.TEST, Set.of(), Optional.empty()));
    states.put("declined", new RelationshipState.Declined(THIS, ASKED, DeclineKind.DECLINED, ""));
    states.put("expired", new RelationshipState.Expired(THIS, ASKED));
    states.put("ended", new RelationshipState.Ended(Optional.of(THIS), ASKED, Side.SUPPLIER));
    return states;
  }

  private static Map<String, Command> commands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("test", new Command.ConnectTestBuyer());
    commands.put("ask", new Command.Ask(NEW, BuyerPolicy.APPROVAL, 2));
    commands.put("confirm", new Command.Confirm(THIS, Optional.empty()));
    commands.put("confirm-other", new Command.Confirm(OTHER, Optional.empty()));
    commands.put("decline", new Command.Decline(THIS, DeclineKind.DECLINED, "not now"));
    commands.put("decline-other", new Command.Decline(OTHER, DeclineKind.DECLINED, "not now"));
    commands.put("forward", new Command.Forward(THIS, COLLEAGUE));
    commands.put("bounce", new Command.Bounce(THIS, 1, 2));
    commands.put("time", new Command.PassTime(2));
    commands.put("end", new Command.End(Side.SUPPLIER));
    commands.put("end-buyer", new Command.End(Side.BUYER));
    return commands;
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
  void aBouncedMailMovesOnToTheNextContactAndFromTheLastToAnOperator() {
    TradingRelationship first = in(pending(new Recipient.DirectoryContact(0), 0));

    Changed second = (Changed) transitions.decide(first, new Command.Bounce(THIS, 1, 2), ASKED);
    Changed third =
        (Changed) transitions.decide(second.next(), new Command.Bounce(THIS, 2, 2), ASKED);

    assertThat(second.event()).isEqualTo(TicketEvent.MAIL_BOUNCED);
    assertThat(((RelationshipState.Pending) second.next().state()).recipient())
        .isEqualTo(new Recipient.DirectoryContact(1));
    assertThat(((RelationshipState.Pending) third.next().state()).recipient())
        .isEqualTo(new Recipient.Operator());
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
                new Command.Ask(NEW, BuyerPolicy.APPROVAL, 0),
                ASKED);

    assertThat(changed.event()).isEqualTo(TicketEvent.OPERATOR_ASKED);
    assertThat(((RelationshipState.Pending) changed.next().state()).recipient())
        .isEqualTo(new Recipient.Operator());
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
    Command ask = new Command.Ask(NEW, BuyerPolicy.CHALLENGE, 1);

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
            in(new RelationshipState.Unconnected()), new Command.Ask(NEW, policy, 1), ASKED);

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

  private static RelationshipState pending(Recipient recipient, int reminders) {
    return new RelationshipState.Pending(THIS, ASKED, recipient, 1, reminders);
  }

  private static TradingRelationship in(RelationshipState state) {
    return new TradingRelationship(
        new AccountId("acme"), new LegalEntityId("buyer"), state, List.of());
  }
}
