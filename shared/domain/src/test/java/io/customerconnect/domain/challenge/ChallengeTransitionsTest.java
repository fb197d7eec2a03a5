package io.customerconnect.domain.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.ChallengeDecision.ChallengeEvent;
import io.customerconnect.domain.challenge.ChallengeDecision.Changed;
import io.customerconnect.domain.challenge.ChallengeDecision.Refused;
import io.customerconnect.domain.challenge.ChallengeDecision.Unchanged;
import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChallengeTransitionsTest {
  private static final Instant BEGUN = Instant.parse("2026-03-02T08:00:00Z");
  private static final ChallengeId THIS =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(1));
  private static final ChallengeId OTHER =
      ChallengeId.random(new LegalEntityId("buyer"), new Random(2));
  private static final InvoiceNumber FIRST = new InvoiceNumber("RE-10007");
  private static final SecondInvoices SECOND =
      SecondInvoices.of(Invoices.BUYER, Invoices.invoice("RE-10070", "2025-05-09", "423.90"));

  private final ChallengeRules rules = ChallengeRules.DEFAULT;
  private final ChallengeTransitions transitions = new ChallengeTransitions(rules);

  /**
   * The whole table: a row for each state, a column for each command. A word names the state that
   * follows, {@code =} that nothing changes, a capitalised word why it is refused. "Late" states
   * are looked at a day later, "used" ones have had as many attempts as there are.
   */
  private static final String TABLE =
      """
                     | begin  | first-right       | first-wrong       | second-right      | second-wrong      | hand-over         | other-first       | other-hand-over   | time       | unlock
      not-begun      | asked  | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | NO_SUCH_CHALLENGE
      asked          | =      | askedsecond       | asked             | OUT_OF_ORDER      | OUT_OF_ORDER      | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      asked-used     | locked | askedsecond       | locked            | OUT_OF_ORDER      | OUT_OF_ORDER      | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      asked-late     | asked  | EXPIRED           | EXPIRED           | EXPIRED           | EXPIRED           | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | expired    | asked
      second         | =      | OUT_OF_ORDER      | OUT_OF_ORDER      | passed            | askedsecond       | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      second-used    | locked | OUT_OF_ORDER      | OUT_OF_ORDER      | passed            | locked            | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      second-late    | asked  | EXPIRED           | EXPIRED           | EXPIRED           | EXPIRED           | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | expired    | asked
      locked         | LOCKED | LOCKED            | LOCKED            | LOCKED            | LOCKED            | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      locked-late    | asked  | LOCKED            | LOCKED            | LOCKED            | LOCKED            | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      expired        | asked  | EXPIRED           | EXPIRED           | EXPIRED           | EXPIRED           | handedover        | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | asked
      handed-asked   | =      | handedover        | handedover        | OUT_OF_ORDER      | OUT_OF_ORDER      | =                 | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | handedover
      handed-second  | =      | OUT_OF_ORDER      | OUT_OF_ORDER      | passed            | handedover        | =                 | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | handedover
      handed-late    | asked  | EXPIRED           | EXPIRED           | EXPIRED           | EXPIRED           | =                 | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | handedover | handedover
      handed-locked  | LOCKED | LOCKED            | LOCKED            | LOCKED            | LOCKED            | =                 | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | handedover
      passed         | asked  | PASSED            | PASSED            | PASSED            | PASSED            | =                 | NO_SUCH_CHALLENGE | NO_SUCH_CHALLENGE | =          | PASSED
      """;

  @Test
  void everyCommandInEveryStateLeadsToWhatTheTableSays() {
    assertThat(asTable()).isEqualTo(TABLE.replaceAll(" *\\| *", "|").replaceAll("(?m)^ +| +$", ""));
  }

  @Test
  void theTableHasEveryStateAndEveryCommand() {
    assertThat(states().values().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(
            NotBegun.class,
            Asked.class,
            AskedSecond.class,
            Locked.class,
            Expired.class,
            HandedOver.class,
            Passed.class);
    assertThat(commands().values().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(
            Arrays.stream(ChallengeCommand.class.getPermittedSubclasses())
                .toArray(Class<?>[]::new));
  }

  private String asTable() {
    StringBuilder table = new StringBuilder();
    commands().keySet().forEach(name -> table.append('|').append(name));
    table.append('\n');
    states()
        .forEach(
            (name, state) -> {
              Instant now = BEGUN.plus(Duration.ofHours(name.endsWith("late") ? 24 : 1));
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

  private static String word(ChallengeDecision decision) {
    return switch (decision) {
      case Changed changed ->
          changed.next().state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      case Unchanged _ -> "=";
      case Refused refused -> refused.why().name();
    };
  }

  private static Map<String, ChallengeState> states() {
    Map<String, ChallengeState> states = new LinkedHashMap<>();
    states.put("not-begun", new NotBegun());
    states.put("asked", new Asked(THIS, BEGUN, 1));
    states.put("asked-used", new Asked(THIS, BEGUN, 3));
    states.put("asked-late", new Asked(THIS, BEGUN, 1));
    states.put("second", second(1));
    states.put("second-used", second(3));
    states.put("second-late", second(1));
    Locked locked = new Locked(THIS, BEGUN.plus(Duration.ofHours(24)), Optional.empty());
    states.put("locked", locked);
    states.put("locked-late", locked);
    states.put("expired", new Expired(THIS, BEGUN, Optional.empty()));
    states.put("handed-asked", new HandedOver(new Asked(THIS, BEGUN, 1), BEGUN));
    states.put("handed-second", new HandedOver(second(1), BEGUN));
    states.put("handed-late", new HandedOver(second(1), BEGUN));
    states.put("handed-locked", new HandedOver(locked, BEGUN));
    states.put("passed", new Passed(THIS, BEGUN, Invoices.VENDOR));
    return states;
  }

  private static Map<String, ChallengeCommand> commands() {
    Map<String, ChallengeCommand> commands = new LinkedHashMap<>();
    commands.put("begin", new ChallengeCommand.Begin(OTHER, Set.of()));
    commands.put("first-right", right(THIS));
    commands.put("first-wrong", new ChallengeCommand.AnswerFirst(THIS, Optional.empty()));
    commands.put("second-right", new ChallengeCommand.AnswerSecond(THIS, Verdict.RIGHT));
    commands.put("second-wrong", new ChallengeCommand.AnswerSecond(THIS, Verdict.WRONG));
    commands.put("hand-over", new ChallengeCommand.HandOver(THIS));
    commands.put("other-first", right(OTHER));
    commands.put("other-hand-over", new ChallengeCommand.HandOver(OTHER));
    commands.put("time", new ChallengeCommand.PassTime());
    commands.put("unlock", new ChallengeCommand.Unlock());
    return commands;
  }

  @Test
  void aRightFirstAnswerTakesItsAttemptBackAndAsksAboutTheSecondInvoice() {
    Challenge counted = in(new Asked(THIS, BEGUN, 0)).attempted();

    Changed changed = (Changed) transitions.decide(counted, right(THIS), BEGUN);

    assertThat(changed.event()).isEqualTo(ChallengeEvent.FIRST_RIGHT);
    assertThat(changed.next().state()).isEqualTo(second(0));
    assertThat(changed.next().failuresEver()).isEqualTo(4);
  }

  @Test
  void theThirdWrongAnswerLocksForADayWhicheverStepsTheyWereOf() {
    Challenge challenge = in(new Asked(THIS, BEGUN, 0));
    challenge = wrong(challenge.attempted(), Step.FIRST);
    challenge = ((Changed) transitions.decide(challenge.attempted(), right(THIS), BEGUN)).next();
    challenge = wrong(challenge.attempted(), Step.SECOND);
    assertThat(challenge.state()).isInstanceOf(AskedSecond.class);
    challenge = wrong(challenge.attempted(), Step.SECOND);

    assertThat(challenge.state())
        .isEqualTo(
            new Locked(THIS, BEGUN.plus(Duration.ofHours(24)), Optional.of(Invoices.VENDOR)));
    assertThat(challenge.wrong(Step.FIRST)).isEqualTo(1);
    assertThat(challenge.wrong(Step.SECOND)).isEqualTo(2);
    assertThat(challenge.failuresEver()).isEqualTo(4 + 3);
  }

  @Test
  void afterNineWrongAnswersOnlyTheCustomerCanConnect() {
    Challenge used =
        new Challenge(
            new AccountId("acme"),
            new LegalEntityId("buyer"),
            Set.of(),
            new Locked(THIS, BEGUN, Optional.empty()),
            9,
            List.of());

    assertThat(
            transitions.decide(
                used,
                new ChallengeCommand.Begin(OTHER, Set.of()),
                BEGUN.plus(Duration.ofDays(365))))
        .isEqualTo(new Refused(ChallengeRefusal.USED_UP));
    assertThat(transitions.decide(used, new ChallengeCommand.HandOver(THIS), BEGUN))
        .isInstanceOf(Changed.class);
  }

  @Test
  void theNinthWrongAnswerEverLocksAtOnce() {
    Challenge eight =
        new Challenge(
            new AccountId("acme"),
            new LegalEntityId("buyer"),
            Set.of(),
            new Asked(THIS, BEGUN, 0),
            8,
            List.of());

    Changed changed =
        (Changed)
            transitions.decide(
                eight.attempted(), new ChallengeCommand.AnswerFirst(THIS, Optional.empty()), BEGUN);

    assertThat(changed.event()).isEqualTo(ChallengeEvent.LOCKED);
  }

  @Test
  void connectingAgainGoesOnWithTheSameChallengeAndCoversWhatIsTickedBesides() {
    Changed changed =
        (Changed)
            transitions.decide(
                in(second(1)),
                new ChallengeCommand.Begin(OTHER, Set.of(new LegalEntityId("sister"))),
                BEGUN);

    assertThat(changed.next().state()).isEqualTo(second(1));
    assertThat(changed.next().covers()).containsExactly(new LegalEntityId("sister"));
  }

  @Test
  void anAttemptThatWasCountedAndNeverComparedLeavesTheChallengeLockedAndNotOpenForEver() {
    Challenge crashed = in(new Asked(THIS, BEGUN, 2)).attempted();

    Changed changed =
        (Changed) transitions.decide(crashed, new ChallengeCommand.Begin(OTHER, Set.of()), BEGUN);

    assertThat(changed.event()).isEqualTo(ChallengeEvent.LOCKED);
  }

  @Test
  void nothingThatHappensGivesMoreThanThreeAttemptsInADay() {
    Random random = new Random(21);
    for (int story = 0; story < 2_000; story++) {
      Challenge challenge = Challenge.none(new AccountId("acme"), new LegalEntityId("buyer"));
      Instant now = BEGUN;
      ChallengeId id = ChallengeId.random(new LegalEntityId("buyer"), random);
      int wrongAnswers = 0;
      for (int event = 0; event < 30; event++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(30)));
        Step step = random.nextBoolean() ? Step.FIRST : Step.SECOND;
        switch (random.nextInt(5)) {
          case 0 -> {
            if (transitions.decide(
                    challenge,
                    new ChallengeCommand.Begin(
                        ChallengeId.random(new LegalEntityId("buyer"), random), Set.of()),
                    now)
                instanceof Changed changed) {
              challenge = changed.next();
              id = challenge.state() instanceof Asked asked ? asked.id() : id;
            }
          }
          case 1 -> challenge = after(challenge, new ChallengeCommand.HandOver(id), now);
          case 2 -> challenge = after(challenge, new ChallengeCommand.PassTime(), now);
          default -> {
            AttemptLimits limits = new AttemptLimits(id, step, now.minus(rules.life()), 3, 9, 9);
            if (limits.allow(challenge, 0)) {
              boolean right = step == Step.FIRST && random.nextBoolean();
              wrongAnswers += right ? 0 : 1;
              challenge =
                  after(
                      challenge.attempted(),
                      right
                          ? right(id)
                          : step == Step.FIRST
                              ? new ChallengeCommand.AnswerFirst(id, Optional.empty())
                              : new ChallengeCommand.AnswerSecond(id, Verdict.WRONG),
                      now);
            }
          }
        }
      }
      assertThat(wrongAnswers).isLessThanOrEqualTo(3);
    }
  }

  private Challenge after(Challenge challenge, ChallengeCommand command, Instant now) {
    return transitions.decide(challenge, command, now) instanceof Changed changed
        ? changed.next()
        : challenge;
  }

  private Challenge wrong(Challenge challenge, Step step) {
    ChallengeCommand command =
        step == Step.FIRST
            ? new ChallengeCommand.AnswerFirst(THIS, Optional.empty())
            : new ChallengeCommand.AnswerSecond(THIS, Verdict.WRONG);
    return ((Changed) transitions.decide(challenge, command, BEGUN)).next();
  }

  private static ChallengeCommand right(ChallengeId id) {
    return new ChallengeCommand.AnswerFirst(
        id, Optional.of(new ChallengeCommand.Leads(Invoices.VENDOR, FIRST, SECOND)));
  }

  private static AskedSecond second(int failures) {
    return new AskedSecond(THIS, BEGUN, failures, Invoices.VENDOR, FIRST, SECOND);
  }

  private static Challenge in(ChallengeState state) {
    return new Challenge(
        new AccountId("acme"), new LegalEntityId("buyer"), Set.of(), state, 4, List.of());
  }
}
