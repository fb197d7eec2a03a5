package io.customerconnect.bench.proof;

import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.challenge.AttemptLimits;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.CountedAttempt;
import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.StepOne;
import io.customerconnect.domain.challenge.StepTwo;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One account before one buyer, with the real rules from the first attempt to the last: what the
 * functions do around the domain, in memory.
 */
final class Desk {
  static final LegalEntityId BUYER = new LegalEntityId("buyer");

  private final Books books;
  private final RandomGenerator random;
  private final ChallengeTransitions transitions;
  private final Map<VendorNumber, VendorChallenges> vendors = new HashMap<>();
  private Challenge challenge = Challenge.none(new AccountId("account"), BUYER);
  private Instant now;

  /** On the day that the vendor's books are looked at. */
  Desk(Books books, Books.Vendor vendor, RandomGenerator random) {
    this.now = vendor.today().atTime(8, 0).toInstant(ZoneOffset.UTC);
    this.books = books;
    this.random = random;
    this.transitions = new ChallengeTransitions(books.rules());
  }

  /** Begins a challenge, a day later where that is needed; false when none is open then. */
  boolean begin() {
    if (challenge.state() instanceof ChallengeState.Locked locked) {
      now = locked.until();
    }
    decide(new ChallengeCommand.Begin(ChallengeId.random(BUYER, random), Set.of()));
    return isOpen();
  }

  /** Answers step 1; gives what step 2 asks, when the answer leads there. */
  Optional<SecondInvoices> first(FirstAnswer answer) {
    if (!(count(Step.FIRST) instanceof CountedAttempt.Outcome.Granted(CountedAttempt attempt))) {
      return Optional.empty();
    }
    Optional<ChallengeCommand.Leads> leads =
        StepOne.compare(
                    attempt,
                    answer,
                    books.sameNumber(answer.number(), LocalDate.ofInstant(now, ZoneOffset.UTC)))
                instanceof StepOne.Result.Found found
            ? vendor(found.vendor())
                .ask(
                    BUYER,
                    found.invoice(),
                    askable(found.vendor()).askable(),
                    LocalDate.ofInstant(now, ZoneOffset.UTC),
                    books.rules(),
                    random)
                .map(
                    asking -> {
                      vendors.put(found.vendor(), asking);
                      return new ChallengeCommand.Leads(
                          found.vendor(), found.invoice().number(), asking.asked().orElseThrow());
                    })
            : Optional.empty();
    decide(new ChallengeCommand.AnswerFirst(id(), leads));
    return leads.map(ChallengeCommand.Leads::second);
  }

  /** Answers step 2; whether that connects. */
  boolean second(Map<InvoiceNumber, InvoiceAnswer> answers) {
    if (!(challenge.state() instanceof ChallengeState.AskedSecond asked)
        || !(count(Step.SECOND)
            instanceof CountedAttempt.Outcome.Granted(CountedAttempt attempt))) {
      return false;
    }
    Verdict verdict =
        StepTwo.compare(attempt, asked.second(), answers, askable(asked.vendor()).invoices());
    if (verdict == Verdict.RIGHT) {
      vendors.put(asked.vendor(), vendor(asked.vendor()).right());
    }
    decide(new ChallengeCommand.AnswerSecond(id(), verdict));
    if (challenge.state() instanceof ChallengeState.Locked) {
      vendors.put(asked.vendor(), vendor(asked.vendor()).usedUp());
    }
    return verdict == Verdict.RIGHT;
  }

  boolean isOpen() {
    return challenge.state() instanceof ChallengeState.Asked
        || challenge.state() instanceof ChallengeState.AskedSecond;
  }

  /** What step 2 asks now; empty before it. */
  Optional<SecondInvoices> asked() {
    return challenge.state() instanceof ChallengeState.AskedSecond asked
        ? Optional.of(asked.second())
        : Optional.empty();
  }

  private CountedAttempt.Outcome count(Step step) {
    now = now.plus(Duration.ofMinutes(1));
    return CountedAttempt.count(this::count, id(), step, books.rules(), now);
  }

  private Counting count(AttemptLimits limits) {
    Optional<VendorNumber> about =
        challenge.state() instanceof ChallengeState.AskedSecond asked
            ? Optional.of(asked.vendor())
            : Optional.empty();
    if (!limits.allow(challenge, about.map(number -> vendor(number).failures()).orElse(0))) {
      return new Counting.NotCounted(challenge);
    }
    challenge = challenge.attempted();
    about.ifPresent(number -> vendors.put(number, vendor(number).attempted()));
    return new Counting.Counted(challenge);
  }

  private void decide(ChallengeCommand command) {
    if (transitions.decide(challenge, command, now) instanceof ChallengeDecision.Changed changed) {
      challenge = changed.next();
    }
  }

  private ChallengeId id() {
    return switch (challenge.state()) {
      case ChallengeState.Unproved state -> state.id();
      case ChallengeState.HandedOver state -> state.stood().id();
      case ChallengeState.Passed state -> state.id();
      case ChallengeState.NotBegun _ -> throw new IllegalStateException("Begin first.");
    };
  }

  private VendorChallenges vendor(VendorNumber number) {
    return vendors.computeIfAbsent(number, VendorChallenges::none);
  }

  private Books.Vendor askable(VendorNumber number) {
    return books.vendor(number);
  }
}
