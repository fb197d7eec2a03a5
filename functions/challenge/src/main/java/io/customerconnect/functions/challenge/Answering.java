package io.customerconnect.functions.challenge;

import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeCommand.Leads;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeDecision.ChallengeEvent;
import io.customerconnect.domain.challenge.ChallengeRefusal;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.CountedAttempt;
import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.StepOne;
import io.customerconnect.domain.challenge.StepTwo;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.challenge.VendorInvoice;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.functions.challenge.Members.Terms;
import io.customerconnect.lambda.Caller;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Challenges.Attempt;
import io.customerconnect.table.Challenges.Lead;
import io.customerconnect.table.Challenges.VendorStanding;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.StoredVendor;
import io.customerconnect.table.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers to the two steps of a challenge.
 *
 * <p>An attempt is counted first, whatever it then comes to. What is compared, read and written
 * after that is the same for every answer to step 1, right or wrong, so that neither the time nor
 * the requests that it takes tell anything (P22).
 */
final class Answering {
  private final Challenges challenges;
  private final Members members;
  private final Invoices invoices;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Answering(Challenges challenges, Members members, Invoices invoices, InstantSource clock) {
    this.challenges = challenges;
    this.members = members;
    this.invoices = invoices;
    this.clock = clock;
  }

  /** What an answer came to. */
  sealed interface Outcome {
    /** It was compared; the challenge stands as in {@code challenge}. */
    record Compared(StoredChallenge challenge, Verdict verdict) implements Outcome {}

    /** It decides nothing: no attempt was left for it, or another answer was quicker. */
    record Undecided(ChallengeRefusal why) implements Outcome {}

    /** The number that was named proves nothing; no attempt was counted. */
    record TooShort(int atLeast) implements Outcome {}
  }

  /** Step 1: number, date and amount of an invoice that the supplier chooses (P16). */
  Outcome first(Caller caller, ChallengeId id, FirstAnswer answer) {
    Instant now = clock.instant();
    Terms terms = members.termsOf(id.legalEntity());
    if (!StepOne.canProve(answer.number(), terms.rules())) {
      return new Outcome.TooShort(terms.rules().minNumberLength());
    }
    return switch (CountedAttempt.count(
        limits -> challenges.countFirst(caller.account(), id.legalEntity(), limits),
        id,
        Step.FIRST,
        terms.rules(),
        now)) {
      case CountedAttempt.Outcome.Refused(ChallengeRefusal why) -> new Outcome.Undecided(why);
      case CountedAttempt.Outcome.Granted(CountedAttempt attempt) ->
          first(caller, id, answer, terms, attempt, now);
    };
  }

  private Outcome first(
      Caller caller,
      ChallengeId id,
      FirstAnswer answer,
      Terms terms,
      CountedAttempt attempt,
      Instant now) {
    AccountId account = caller.account();
    List<VendorInvoice> sameNumber = sameNumber(id.legalEntity(), answer.number());
    Challenges.Existence number =
        sameNumber.isEmpty() ? Challenges.Existence.UNKNOWN : Challenges.Existence.KNOWN;
    StepOne.Result result = StepOne.compare(attempt, answer, sameNumber);
    return Table.startingOver(
        () -> {
          Lead lead =
              result instanceof StepOne.Result.Found found
                  ? challenges.leadsTo(account, id.legalEntity(), terms.scope(), found.vendor())
                  : challenges.leadsNowhere(account, id.legalEntity(), terms.scope(), number);
          Optional<VendorChallenges> asking =
              result instanceof StepOne.Result.Found found
                  ? lead.vendor()
                      .challenges()
                      .ask(
                          id.legalEntity(),
                          found.invoice(),
                          lead.askable().get(),
                          LocalDate.ofInstant(now, ZoneOffset.UTC),
                          terms.rules(),
                          random)
                  : Optional.empty();
          Optional<Leads> leads = asking.flatMap(vendor -> leads(vendor, answer.number()));
          Verdict verdict = leads.isPresent() ? Verdict.RIGHT : Verdict.WRONG;
          Attempt record = new Attempt(id, Step.FIRST, verdict, caller.user(), now);
          return switch (transitions(terms)
              .decide(
                  lead.challenge().challenge(), new ChallengeCommand.AnswerFirst(id, leads), now)) {
            case ChallengeDecision.Changed changed -> {
              challenges.commit(
                  lead.challenge(),
                  changed,
                  lead.vendor()
                      .with(
                          asking.orElseGet(
                              () ->
                                  lead.vendor()
                                      .challenges()
                                      .wrong(id.legalEntity(), terms.rules()))),
                  record,
                  List.of());
              yield new Outcome.Compared(lead.challenge().next(changed.next()), verdict);
            }
            case ChallengeDecision.Refused(ChallengeRefusal why) ->
                late(lead.challenge(), lead.vendor(), record, why);
            case ChallengeDecision.Unchanged _ ->
                throw new IllegalStateException("An answer that was compared changes something");
          };
        });
  }

  private static Optional<Leads> leads(VendorChallenges vendor, InvoiceNumber first) {
    return vendor.asked().map(second -> new Leads(vendor.vendor(), first, second));
  }

  /**
   * Step 2: date and amount of the invoices that are asked for (P17).
   *
   * @param answers in the order in which the numbers are shown
   */
  Outcome second(Caller caller, StoredChallenge read, ChallengeId id, List<InvoiceAnswer> answers) {
    Instant now = clock.instant();
    Terms terms = members.termsOf(id.legalEntity());
    return switch (CountedAttempt.count(
        limits ->
            read.challenge()
                .askedSecond()
                .map(
                    asked -> challenges.countSecond(read.challenge(), terms.scope(), asked, limits))
                .orElseGet(() -> new Counting.NotCounted(read.challenge())),
        id,
        Step.SECOND,
        terms.rules(),
        now)) {
      case CountedAttempt.Outcome.Refused(ChallengeRefusal why) -> {
        read.challenge().askedSecond().ifPresent(asked -> catchUp(id.legalEntity(), asked, terms));
        yield new Outcome.Undecided(why);
      }
      case CountedAttempt.Outcome.Granted(CountedAttempt attempt) ->
          second(
              caller,
              id,
              read.challenge().askedSecond().orElseThrow(),
              answers,
              terms,
              attempt,
              now);
    };
  }

  private Outcome second(
      Caller caller,
      ChallengeId id,
      AskedSecond asked,
      List<InvoiceAnswer> answers,
      Terms terms,
      CountedAttempt attempt,
      Instant now) {
    Verdict verdict =
        StepTwo.compare(attempt, asked.second(), byNumber(asked, answers), invoicesOf(asked));
    return Table.startingOver(
        () -> {
          StoredChallenge before = challenges.find(caller.account(), id.legalEntity());
          VendorStanding standing =
              challenges.standing(id.legalEntity(), terms.scope(), asked.vendor());
          Attempt record = new Attempt(id, Step.SECOND, verdict, caller.user(), now);
          return switch (decision(before.challenge(), asked, terms, record)) {
            case ChallengeDecision.Changed changed -> {
              challenges.commit(
                  before,
                  changed,
                  standing
                      .vendor()
                      .with(after(changed.event(), standing, id.legalEntity(), terms.rules())),
                  record,
                  changed.event() == ChallengeEvent.PASSED
                      ? members.proved(caller, before.challenge(), asked.vendor(), standing, now)
                      : List.of());
              yield new Outcome.Compared(before.next(changed.next()), verdict);
            }
            case ChallengeDecision.Refused(ChallengeRefusal why) -> {
              VendorChallenges vendor = standing.vendor().challenges();
              boolean isRepeat =
                  verdict == Verdict.RIGHT && before.challenge().isPast(id, Step.SECOND);
              yield late(
                  before,
                  standing
                      .vendor()
                      .with(
                          isRepeat
                              ? vendor.right()
                              : vendor.wrong(id.legalEntity(), terms.rules())),
                  record,
                  why);
            }
            case ChallengeDecision.Unchanged _ ->
                throw new IllegalStateException("An answer that was compared changes something");
          };
        });
  }

  /** What an answer to step 2 leads to, if that is what is still asked. */
  private static ChallengeDecision decision(
      Challenge stands, AskedSecond asked, Terms terms, Attempt answer) {
    return stands.askedSecond().filter(asks -> !asks.asksAs(asked)).isPresent()
        ? new ChallengeDecision.Refused(ChallengeRefusal.OUT_OF_ORDER)
        : transitions(terms)
            .decide(
                stands,
                new ChallengeCommand.AnswerSecond(answer.challenge(), answer.verdict()),
                answer.at());
  }

  /**
   * Writes down an answer that was counted, and that another was quicker than: every attempt is on
   * record (P45).
   */
  private Outcome late(
      StoredChallenge before, StoredVendor vendor, Attempt answer, ChallengeRefusal why) {
    // Of an account that was erased meanwhile there is nothing to be kept.
    if (before.version() > 0) {
      challenges.commitLate(
          before,
          before.challenge().late(answer.challenge(), answer.step(), answer.verdict(), answer.at()),
          vendor,
          answer);
    }
    return new Outcome.Undecided(why);
  }

  /**
   * Notes what follows from a last attempt that was counted, where whoever made it got no further:
   * the challenge is used up, and the buyer is to be told that nobody can prove the vendor number
   * any more.
   */
  private void catchUp(LegalEntityId at, AskedSecond asked, Terms terms) {
    Table.startingOver(
        () -> {
          StoredVendor stands = challenges.vendor(terms.scope(), asked.vendor());
          VendorChallenges told = stands.challenges().wrong(at, terms.rules());
          VendorChallenges next =
              asked.failures() >= terms.rules().failures() ? told.usedUp() : told;
          if (!next.equals(stands.challenges())) {
            challenges.put(stands.with(next));
          }
          return next;
        });
  }

  /**
   * Connects those members that the transaction of a passed challenge had no room for; a repeat
   * does what an earlier call did not get to.
   */
  void finish(Caller caller, StoredChallenge stands) {
    if (stands.challenge().state() instanceof ChallengeState.Passed passed
        && stands.challenge().covers().size() >= Members.MAX_AT_ONCE) {
      VendorScope scope = members.termsOf(stands.challenge().legalEntity()).scope();
      members.proveOthers(
          caller,
          stands.challenge(),
          passed.vendor(),
          challenges.standing(stands.challenge().legalEntity(), scope, passed.vendor()),
          clock.instant());
    }
  }

  private static ChallengeTransitions transitions(Terms terms) {
    return new ChallengeTransitions(terms.rules());
  }

  private static VendorChallenges after(
      ChallengeEvent event, VendorStanding standing, LegalEntityId at, ChallengeRules rules) {
    VendorChallenges vendor = standing.vendor().challenges();
    return switch (event) {
      case PASSED -> vendor.right();
      case LOCKED -> vendor.wrong(at, rules).usedUp();
      case WRONG -> vendor.wrong(at, rules);
      case BEGUN, FIRST_RIGHT, HANDED_OVER, EXPIRED, UNLOCKED -> vendor;
    };
  }

  /**
   * The invoices in question, of the proved vendor alone, from the books that they were drawn from:
   * one query for each that is asked for.
   */
  private List<LedgerInvoice> invoicesOf(AskedSecond asked) {
    return asked.second().invoices().stream()
        .flatMap(one -> sameNumber(one.books(), one.number()).stream())
        .filter(row -> row.vendor().equals(asked.vendor()))
        .map(VendorInvoice::invoice)
        .toList();
  }

  private List<VendorInvoice> sameNumber(LegalEntityId books, InvoiceNumber number) {
    return invoices.withNumber(books, number).stream()
        .map(invoice -> new VendorInvoice(invoice.vendor(), invoice.ledgerInvoice()))
        .toList();
  }

  private static Map<InvoiceNumber, InvoiceAnswer> byNumber(
      AskedSecond asked, List<InvoiceAnswer> answers) {
    List<InvoiceNumber> numbers = asked.second().numbers();
    Map<InvoiceNumber, InvoiceAnswer> byNumber = new HashMap<>();
    for (int i = 0; i < Math.min(numbers.size(), answers.size()); i++) {
      byNumber.put(numbers.get(i), answers.get(i));
    }
    return byNumber;
  }
}
