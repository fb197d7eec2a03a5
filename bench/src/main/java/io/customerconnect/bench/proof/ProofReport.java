package io.customerconnect.bench.proof;

import io.customerconnect.bench.proof.Honest.Firsts;
import io.customerconnect.bench.proof.Honest.Habits;
import io.customerconnect.bench.proof.Impostors.Holding;
import io.customerconnect.bench.proof.Impostors.Outcome;
import io.customerconnect.bench.proof.Impostors.Studied;
import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.ChallengeRules.Form;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures what challenges prove, and prints it as the tables of the documentation. */
public final class ProofReport {
  private static final int[] THRESHOLDS = {14, 17, 20, 22};
  private static final int SUPPLIERS = 10_000;
  private static final int CONTEXTS = 16_000;
  private static final int LONG_CONTEXTS = 1_000;
  private static final int LONG_GUESSES = 60_000;
  private static final int INSIDERS = 4_000;

  private final double scale;
  private final PrintStream out;

  /**
   * A report.
   *
   * @param scale multiplies how often everything is tried
   */
  public ProofReport(double scale, PrintStream out) {
    this.scale = scale;
    this.out = out;
  }

  /**
   * All tables, one ledger after the other.
   *
   * @param only ledgers whose names begin so
   */
  public void run(String only) {
    List<Ledger> ledgers = new ArrayList<>(List.of(Ledger.council(), Ledger.receipts()));
    ledgers.removeIf(ledger -> !ledger.name().startsWith(only));
    ledgers.forEach(
        ledger -> {
          long start = System.nanoTime();
          out.printf(
              "%n### %s: %,d invoices of %,d vendors, %,d rows rejected%n",
              ledger.name(), ledger.size(), ledger.vendors().size(), ledger.rejected());
          coverage(ledger);
          Books books = new Books(ledger, ChallengeRules.DEFAULT);
          honest(books);
          impostors(books, new Books(ledger, ChallengeRules.of(RuleSettings.NONE.with(Form.TWO))));
          out.printf("%nMeasured in %.0f s.%n", (System.nanoTime() - start) / 1e9);
        });
    List<Ledger> small = new ArrayList<>(Ledger.receivables());
    small.removeIf(ledger -> !ledger.name().startsWith(only));
    for (Ledger ledger : small) {
      out.printf("%n### %s: %,d invoices%n", ledger.name(), ledger.size());
      coverage(ledger);
    }
  }

  private void coverage(Ledger ledger) {
    out.printf(
        "%n| bits | vendors | invoices | asked for two, of the vendors |%n|---|---|---|---|%n");
    for (int bits : THRESHOLDS) {
      Books books =
          new Books(
              ledger, ChallengeRules.of(RuleSettings.NONE.with(RuleNumber.EVIDENCE_BITS, bits)));
      List<Books.Vendor> some = books.challengeable(new Random(1));
      out.printf(
          "| %d | %.1f %% | %.1f %% | %.1f %% |%n",
          bits,
          100.0 * some.size() / books.vendors().size(),
          100.0 * invoices(some) / invoices(books.vendors()),
          100.0
              * some.stream().filter(vendor -> vendor.strongest() < bits).count()
              / Math.max(1, some.size()));
    }
  }

  private static int invoices(List<Books.Vendor> vendors) {
    return vendors.stream().mapToInt(vendor -> vendor.recent().size()).sum();
  }

  private void honest(Books books) {
    Map<String, Habits> rows = new LinkedHashMap<>();
    rows.put("true data in every notation", new Habits(0, 0, 0, 0, Firsts.ACCEPTED));
    rows.put(
        "5 % of answers mistyped, 0.4 % of records differ",
        new Habits(.05, .004, 0, 0, Firsts.ACCEPTED));
    rows.put(
        "true data, any invoice first, numbers of other vendors too",
        new Habits(0, 0, 0, 0, Firsts.ANY));
    rows.put("net for gross", new Habits(0, 0, 1, 0, Firsts.ACCEPTED));
    rows.put("other dates than the books'", new Habits(0, 0, 0, 1, Firsts.ACCEPTED));
    out.printf(
        "%n| honest supplier | first challenge | with the replacement | customer asked |%n|---|---|---|---|%n");
    rows.forEach(
        (name, habits) -> {
          Honest.Outcome outcome = new Honest(books, habits).run(times(SUPPLIERS), 1);
          double all = outcome.suppliers();
          out.printf(
              "| %s | %.2f %% | %.2f %% | %.2f %% |%n",
              name,
              100 * outcome.first() / all,
              100 * (outcome.first() + outcome.replaced()) / all,
              100 * outcome.handedOver() / all);
        });
  }

  private void impostors(Books one, Books two) {
    Impostors usual = new Impostors(one);
    Impostors stronger = new Impostors(two);
    out.printf(
        "%n| impostor | contexts | predicted, lifetime | hits, challenge | hits, lifetime |%n|---|---|---|---|---|%n");
    row("one stolen invoice, without any rules", usual.unruled(times(CONTEXTS), 7, Studied.LEDGER));
    row(
        "one stolen invoice and the price list, without any rules",
        usual.unruled(times(CONTEXTS), 8, Studied.PRICES));
    row("one stolen invoice", usual.thieves(times(CONTEXTS), 2, Studied.LEDGER));
    row("one stolen invoice and the price list", usual.thieves(times(CONTEXTS), 4, Studied.PRICES));
    row(
        "one stolen invoice, 60,000 guesses",
        usual.unlimited(times(LONG_CONTEXTS), LONG_GUESSES, 3, Studied.LEDGER));
    row(
        "price list, 60,000 guesses",
        usual.unlimited(times(LONG_CONTEXTS), LONG_GUESSES, 5, Studied.PRICES));
    row("blind, 60,000 guesses at step 1", usual.blind(LONG_GUESSES));
    for (int known : new int[] {3, 10}) {
      for (int from : new int[] {0, 20}) {
        for (Holding holding : Holding.values()) {
          String what =
              "%d known, %s%s"
                  .formatted(
                      known,
                      holding == Holding.IN_A_ROW ? "in a row" : "at random",
                      from == 0 ? "" : ", vendors with " + from + " or more");
          // What is held against a goal is measured to a tenth of a per cent.
          int contexts = times(known == 3 && from > 0 ? 8 * INSIDERS : INSIDERS);
          row(what, usual.insiders(known, contexts, 6, from, holding));
          row(what + ", stronger form", stronger.insiders(known, contexts, 6, from, holding));
        }
      }
    }
    out.printf(
        "| published ledger | every one | never connected by the challenge: %s | | |%n",
        AfterProof.of(Published.BUYER));
  }

  private void row(String name, Outcome outcome) {
    double all = Math.max(1, outcome.contexts());
    out.printf(
        "| %s | %,d | %s | %d (%.3g %%) | %d (%.3g %%) |%n",
        name,
        outcome.contexts(),
        outcome.predicted() == 0 ? "" : "%.1e".formatted(outcome.predicted()),
        outcome.hitsOnce(),
        100 * outcome.hitsOnce() / all,
        outcome.hits(),
        100 * outcome.hits() / all);
  }

  private int times(int count) {
    return Math.max(1, (int) (count * scale));
  }
}
