package io.customerconnect.bench.proof;

import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.CountedAttempt;
import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.StepOne;
import io.customerconnect.domain.challenge.StepTwo;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.TypedAmount;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Attacks on one buyer's books, each vendor by somebody who has studied the other half of them. */
final class Impostors {
  private static final int LIFETIME = 9;

  private final Books books;
  private final List<List<Books.Vendor>> targets = new ArrayList<>();
  private final List<Knowledge> knowledge = new ArrayList<>();

  Impostors(Books books) {
    this.books = books;
    List<Books.Vendor> challengeable = books.challengeable(new Random(1));
    for (int half = 0; half < 2; half++) {
      int attacked = half;
      targets.add(challengeable.stream().filter(vendor -> half(vendor) == attacked).toList());
      knowledge.add(
          new Knowledge(
              books.vendors().stream().filter(vendor -> half(vendor) != attacked).toList()));
    }
  }

  private static int half(Books.Vendor vendor) {
    return Math.floorMod(vendor.number().value().hashCode() * 31, 7) % 2;
  }

  /**
   * What came of attacks.
   *
   * @param contexts attacked vendors with what the attacker had of them
   * @param predicted chance over a lifetime by the evidence of what was asked, on average
   * @param hitsOnce hits within the first challenge
   * @param hits within a lifetime
   */
  record Outcome(int contexts, double predicted, int hitsOnce, int hits) {
    Outcome plus(Outcome other) {
      int all = contexts + other.contexts;
      return new Outcome(
          all,
          all == 0 ? 0 : (predicted * contexts + other.predicted * other.contexts) / all,
          hitsOnce + other.hitsOnce,
          hits + other.hits);
    }
  }

  static final Outcome NONE = new Outcome(0, 0, 0, 0);

  /** One stolen invoice each, all attempts of a lifetime through the real rules. */
  Outcome thieves(int contexts, long seed, Studied studied) {
    Outcome sum = NONE;
    Random random = new Random(seed);
    for (int half = 0; half < 2; half++) {
      for (int i = 0; i < contexts / 2 && !targets.get(half).isEmpty(); i++) {
        Books.Vendor vendor = targets.get(half).get(i % targets.get(half).size());
        LedgerInvoice stolen = any(vendor.recent(), random);
        sum =
            sum.plus(
                lifetime(vendor, stolen, guesser(half, vendor, stolen, LIFETIME, studied), random));
      }
    }
    return sum;
  }

  private Guesser guesser(
      int half, Books.Vendor vendor, LedgerInvoice stolen, int count, Studied studied) {
    return switch (studied) {
      case LEDGER -> thief(half, vendor, stolen, count);
      case PRICES -> prices(half, vendor, stolen, count);
    };
  }

  /** What somebody knows beside a stolen invoice. */
  enum Studied {
    /** The other half of the ledger. */
    LEDGER,
    /** What this vendor usually charges, and when its invoices are posted, as well. */
    PRICES
  }

  /** Which invoices somebody holds. */
  enum Holding {
    AT_RANDOM,
    IN_A_ROW
  }

  /** What one can guess about an invoice that is asked for. */
  @FunctionalInterface
  interface Guesser {
    Guesses about(InvoiceNumber asked);
  }

  private Guesser thief(int half, Books.Vendor vendor, LedgerInvoice stolen, int count) {
    LocalDate to = vendor.recent().getLast().issueDate();
    LocalDate from = to.minusMonths(24);
    long cents = Math.max(1, Math.abs(Knowledge.cents(stolen)));
    return asked ->
        new Guesses(
            knowledge.get(half).dates(stolen, asked, from, to, count),
            knowledge.get(half).amounts(cents, count));
  }

  private Guesser prices(int half, Books.Vendor vendor, LedgerInvoice stolen, int count) {
    Map<Long, Integer> usual = new HashMap<>();
    vendor.recent().forEach(one -> usual.merge(Math.abs(Knowledge.cents(one)), 1, Integer::sum));
    usual.values().removeIf(times -> times < 2);
    usual.merge(Math.max(1, Math.abs(Knowledge.cents(stolen))), 1, Integer::sum);
    usual.remove(0L);
    return asked -> {
      LocalDate[] around = around(vendor, asked);
      return new Guesses(
          knowledge.get(half).daysBetween(asked, around[0], around[1], count),
          knowledge.get(half).amountsByPrices(usual, count));
    };
  }

  /** The days around an invoice for somebody who has every fourth of the vendor's. */
  private static LocalDate[] around(Books.Vendor vendor, InvoiceNumber asked) {
    TreeMap<Long, LocalDate> sequence = new TreeMap<>();
    Optional<Knowledge.Tail> tail = Knowledge.Tail.of(asked);
    for (LedgerInvoice one : vendor.recent()) {
      Knowledge.Tail.of(one.number())
          .filter(other -> tail.isPresent() && other.prefix().equals(tail.get().prefix()))
          .ifPresent(other -> sequence.put(other.value(), one.issueDate()));
    }
    LocalDate from = vendor.recent().getFirst().issueDate();
    LocalDate to = vendor.recent().getLast().issueDate();
    int reach = (vendor.recent().size() + 3) / 4;
    if (tail.isPresent()) {
      List<LocalDate> before =
          new ArrayList<>(sequence.headMap(tail.get().value(), false).descendingMap().values());
      List<LocalDate> behind =
          new ArrayList<>(sequence.tailMap(tail.get().value(), false).values());
      from = before.size() >= reach ? before.get(reach - 1) : from;
      to = behind.size() >= reach ? behind.get(reach - 1) : to;
    }
    return from.isAfter(to) ? new LocalDate[] {to, from} : new LocalDate[] {from, to};
  }

  /** Three challenges of three attempts each, as far as the rules let them. */
  private Outcome lifetime(
      Books.Vendor vendor, LedgerInvoice stolen, Guesser guesser, Random random) {
    Desk desk = new Desk(books, vendor, random);
    double predicted = 0;
    int attempts = 0;
    Map<SecondInvoices, Plan> plans = new HashMap<>();
    for (int challenge = 0; challenge < 3 && desk.begin(); challenge++) {
      Optional<SecondInvoices> second = desk.first(answer(stolen));
      if (second.isEmpty()) {
        break;
      }
      SecondInvoices asked = second.get();
      Plan plan = plans.computeIfAbsent(asked, _ -> new Plan(asked, guesser, LIFETIME));
      while (desk.isOpen()) {
        predicted += Math.pow(2, -vendor.bits(asked));
        attempts++;
        if (desk.second(plan.next())) {
          return new Outcome(1, predicted, challenge == 0 ? 1 : 0, 1);
        }
      }
    }
    return attempts == 0 ? NONE : new Outcome(1, predicted, 0, 0);
  }

  /** Guesses about all that is asked, the best combinations first. */
  private static final class Plan {
    private final SecondInvoices asked;
    private final List<List<Guesses.Guess>> guesses;
    private int tried;

    Plan(SecondInvoices asked, Guesser guesser, int count) {
      this.asked = asked;
      // Of two invoices both are to be hit: the square root of the guesses for each.
      int each = asked.numbers().size() == 1 ? count : (int) Math.ceil(Math.sqrt(count));
      this.guesses =
          asked.numbers().stream().map(number -> guesser.about(number).best(each)).toList();
    }

    Map<InvoiceNumber, InvoiceAnswer> next() {
      int place = tried++;
      Map<InvoiceNumber, InvoiceAnswer> answers = new HashMap<>();
      for (int i = 0; i < guesses.size(); i++) {
        List<Guesses.Guess> own = guesses.get(i);
        answers.put(asked.numbers().get(i), own.get(place % own.size()).answer());
        place /= own.size();
      }
      return answers;
    }
  }

  /**
   * The attackers against no rules at all: any other invoice of any vendor is asked for. What they
   * hit there shows what they are able to.
   */
  Outcome unruled(int contexts, long seed, Studied studied) {
    Random random = new Random(seed);
    int done = 0;
    int hits = 0;
    for (int half = 0; half < 2; half++) {
      int attacked = half;
      List<Books.Vendor> some =
          books.vendors().stream()
              .filter(vendor -> half(vendor) == attacked && vendor.recent().size() > 1)
              .toList();
      for (int i = 0; i < contexts / 2; i++) {
        Books.Vendor vendor = some.get(i % some.size());
        LedgerInvoice stolen = any(vendor.recent(), random);
        LedgerInvoice other = any(vendor.recent(), random);
        if (other.number().key().equals(stolen.number().key())) {
          continue;
        }
        done++;
        SecondInvoices asked = SecondInvoices.of(Desk.BUYER, other);
        CountedAttempt attempt = granted(Step.SECOND, vendor.today());
        Plan plan = new Plan(asked, guesser(half, vendor, stolen, LIFETIME, studied), LIFETIME);
        boolean hit = false;
        for (int guess = 0; guess < LIFETIME; guess++) {
          hit |= StepTwo.compare(attempt, asked, plan.next(), List.of(other)) == Verdict.RIGHT;
        }
        hits += hit ? 1 : 0;
      }
    }
    return new Outcome(done, 0, 0, hits);
  }

  /** Goes on guessing far beyond what the rules allow; how many contexts are hit. */
  Outcome unlimited(int contexts, int guesses, long seed, Studied studied) {
    Random random = new Random(seed);
    int done = 0;
    int hits = 0;
    for (int half = 0; half < 2; half++) {
      for (int i = 0; i < contexts / 2 && !targets.get(half).isEmpty(); i++) {
        List<Books.Vendor> vendors = targets.get(half);
        Books.Vendor vendor = vendors.get(random.nextInt(vendors.size()));
        LedgerInvoice stolen = any(vendor.recent(), random);
        Desk desk = new Desk(books, vendor, random);
        desk.begin();
        Optional<SecondInvoices> second = desk.first(answer(stolen));
        if (second.isEmpty()) {
          continue;
        }
        done++;
        Guesser guesser = guesser(half, vendor, stolen, guesses, studied);
        List<LedgerInvoice> rows = second.get().numbers().stream().map(vendor::invoice).toList();
        CountedAttempt attempt = granted(Step.SECOND, vendor.today());
        Plan plan = new Plan(second.get(), guesser, guesses);
        for (int guess = 0; guess < guesses; guess++) {
          if (StepTwo.compare(attempt, second.get(), plan.next(), rows) == Verdict.RIGHT) {
            hits++;
            break;
          }
        }
      }
    }
    return new Outcome(done, 0, 0, hits);
  }

  /** Somebody who holds several invoices, and begins with the one that serves best. */
  Outcome insiders(int known, int contexts, long seed, int fromInvoices, Holding holding) {
    Random random = new Random(seed);
    List<Books.Vendor> all =
        targets.stream()
            .flatMap(List::stream)
            .filter(vendor -> vendor.recent().size() >= Math.max(fromInvoices, known))
            .toList();
    Outcome sum = NONE;
    for (int i = 0; i < contexts && !all.isEmpty(); i++) {
      Books.Vendor vendor = all.get(i % all.size());
      List<LedgerInvoice> held = held(vendor, known, holding, random);
      sum = sum.plus(insider(vendor, held, random));
    }
    return sum;
  }

  private Outcome insider(Books.Vendor vendor, List<LedgerInvoice> held, Random random) {
    Desk desk = new Desk(books, vendor, random);
    Map<InvoiceNumber, InvoiceAnswer> answers = new HashMap<>();
    held.forEach(one -> answers.put(one.number(), answer(one).about()));
    LedgerInvoice first = bestFirst(held);
    for (int challenge = 0; challenge < 3; challenge++) {
      if (!desk.begin()) {
        break;
      }
      List<LedgerInvoice> order = new ArrayList<>(held);
      order.remove(first);
      order.addFirst(first);
      Optional<SecondInvoices> second = Optional.empty();
      for (LedgerInvoice one : order) {
        second = second.or(() -> desk.isOpen() ? desk.first(answer(one)) : Optional.empty());
      }
      if (second.isEmpty()) {
        return challenge == 0 ? NONE : new Outcome(1, 0, 0, 0);
      }
      if (answers.keySet().containsAll(second.get().numbers())) {
        boolean connected = desk.second(answers);
        return new Outcome(1, 0, connected && challenge == 0 ? 1 : 0, connected ? 1 : 0);
      }
      while (desk.isOpen()) {
        desk.second(Map.of());
      }
    }
    return new Outcome(1, 0, 0, 0);
  }

  /** The one that most of the others are far from. */
  private static LedgerInvoice bestFirst(List<LedgerInvoice> held) {
    return Collections.max(
        held,
        Comparator.comparingLong(
            (LedgerInvoice one) ->
                held.stream()
                    .filter(
                        other ->
                            Math.abs(ChronoUnit.DAYS.between(one.issueDate(), other.issueDate()))
                                >= 120)
                    .count()));
  }

  private static List<LedgerInvoice> held(
      Books.Vendor vendor, int known, Holding holding, Random random) {
    List<LedgerInvoice> recent = vendor.recent();
    if (holding == Holding.IN_A_ROW) {
      int from = random.nextInt(recent.size() - known + 1);
      return recent.subList(from, from + known);
    }
    List<LedgerInvoice> shuffled = new ArrayList<>(recent);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, known);
  }

  /** Somebody who has nothing: how many of the guesses pass step 1, as anybody. */
  Outcome blind(int guesses) {
    int hits = 0;
    int hitsOfNine = 0;
    int vendors = 0;
    LocalDate day = LocalDate.of(2000, 1, 1);
    for (Books.Vendor vendor : books.vendors()) {
      day = vendor.today().isAfter(day) ? vendor.today() : day;
    }
    CountedAttempt attempt = granted(Step.FIRST, day);
    for (int half = 0; half < 2; half++) {
      Set<String> attacked = new HashSet<>();
      targets.get(half).forEach(vendor -> attacked.add(vendor.number().value()));
      vendors += attacked.size();
      List<FirstAnswer> plan = blindPlan(knowledge.get(half), guesses);
      for (int i = 0; i < plan.size(); i++) {
        FirstAnswer guess = plan.get(i);
        if (StepOne.compare(attempt, guess, books.sameNumber(guess.number()))
                instanceof StepOne.Result.Found found
            && attacked.contains(found.vendor().value())) {
          hits++;
          hitsOfNine += i < LIFETIME ? 1 : 0;
        }
      }
    }
    return new Outcome(vendors, 0, hitsOfNine, hits);
  }

  /**
   * Invoices as vendors that were studied have them, those with a date in their number first; then
   * numbers that are likely to exist with usual dates and amounts.
   */
  private static List<FirstAnswer> blindPlan(Knowledge knowledge, int guesses) {
    Ranking.Builder<FirstAnswer> seen = new Ranking.Builder<>();
    Ranking.Builder<InvoiceNumber> numbers = new Ranking.Builder<>();
    Ranking.Builder<LocalDate> dates = new Ranking.Builder<>();
    Ranking.Builder<Long> amounts = new Ranking.Builder<>();
    for (LedgerInvoice invoice : knowledge.invoices()) {
      if (invoice.number().key().length() >= 4 && Knowledge.cents(invoice) > 0) {
        seen.add(answer(invoice), invoice.number().tells(invoice.issueDate()) ? 3 : 1);
        numbers.add(new InvoiceNumber(invoice.number().key()), 1);
        dates.add(invoice.issueDate(), 1);
        amounts.add(Knowledge.cents(invoice), 1);
      }
    }
    List<FirstAnswer> plan = new ArrayList<>();
    seen.best(guesses / 2).values().forEach(entry -> plan.add(entry.getKey()));
    List<Guesses.Guess> usual = new Guesses(dates.best(20), amounts.best(20)).best(guesses / 400);
    for (Map.Entry<InvoiceNumber, Double> number : numbers.best(200).values()) {
      usual.forEach(guess -> plan.add(new FirstAnswer(number.getKey(), guess.answer())));
    }
    return plan;
  }

  static FirstAnswer answer(LedgerInvoice invoice) {
    return new FirstAnswer(
        invoice.number(),
        new InvoiceAnswer(
            invoice.issueDate(), TypedAmount.parse(invoice.total().amount().toPlainString())));
  }

  /** A permit to compare without end: the bench counts what the product would not allow. */
  private CountedAttempt granted(Step step, LocalDate day) {
    Challenge open =
        new Challenge(
            new AccountId("account"),
            new LegalEntityId("buyer"),
            Set.of(),
            new ChallengeState.NotBegun(),
            0,
            List.of());
    return ((CountedAttempt.Outcome.Granted)
            CountedAttempt.count(
                _ -> new Counting.Counted(open),
                ChallengeId.random(new LegalEntityId("buyer"), new Random(1)),
                step,
                books.rules(),
                day.atStartOfDay().toInstant(ZoneOffset.UTC)))
        .attempt();
  }

  private static LedgerInvoice any(List<LedgerInvoice> invoices, Random random) {
    return invoices.get(random.nextInt(invoices.size()));
  }

  int vendors() {
    return targets.stream().mapToInt(List::size).sum();
  }
}
