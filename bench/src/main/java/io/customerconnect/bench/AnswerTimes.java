package io.customerconnect.bench;

import io.customerconnect.bench.timing.Answer;
import io.customerconnect.bench.timing.Comparison;
import io.customerconnect.bench.timing.Question;
import io.customerconnect.bench.timing.Samples;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether the time that an answer to a challenge takes tells what was wrong with it: answers of
 * several kinds in turn, in an order that is drawn, each of an account of its own.
 */
public final class AnswerTimes {
  private static final int WARM_UP = 100;

  private AnswerTimes() {}

  /**
   * Runs it.
   *
   * @param args how many answers of each kind (500)
   */
  public static void main(String... args) {
    int each = args.length == 0 ? 500 : Integer.parseInt(args[0]);
    Question question = new Question();
    for (List<Answer> kinds : List.of(Answer.OF_STEP_ONE, Answer.OF_STEP_TWO)) {
      measure(question, kinds, WARM_UP);
      report(kinds, measure(question, kinds, each));
    }
    System.exit(0);
  }

  private static Samples measure(Question question, List<Answer> kinds, int each) {
    List<Answer> order =
        kinds.stream()
            .flatMap(kind -> IntStream.range(0, each).mapToObj(_ -> kind))
            .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    Collections.shuffle(order, new Random(1));
    Samples samples = new Samples();
    order.forEach(kind -> samples.add(kind, question.answer(kind)));
    return samples;
  }

  private static void report(List<Answer> kinds, Samples samples) {
    System.out.printf(
        "%n| answer | calls | median, share of the first | requests | read units | write units |"
            + " shown |%n|---|---|---|---|---|---|---|%n");
    for (Answer kind : kinds) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.3f | %s | %s | %s | %s |%n",
          kind,
          samples.of(kind).length,
          samples.median(kind) / samples.median(kinds.getFirst()),
          samples.requests(kind),
          samples.readUnits(kind),
          samples.writeUnits(kind),
          samples.shown(kind));
    }
    System.out.printf(
        "%n| pair | AUC | p, Mann-Whitney | p, Kolmogorov-Smirnov |%n|---|---|---|---|%n");
    for (int i = 0; i < kinds.size(); i++) {
      for (int j = i + 1; j < kinds.size(); j++) {
        Comparison comparison = Comparison.of(samples.of(kinds.get(i)), samples.of(kinds.get(j)));
        System.out.printf(
            Locale.ROOT,
            "| %s, %s | %.3f | %.2g | %.2g |%n",
            kinds.get(i),
            kinds.get(j),
            comparison.auc(),
            comparison.mannWhitney(),
            comparison.kolmogorovSmirnov());
      }
    }
  }
}
