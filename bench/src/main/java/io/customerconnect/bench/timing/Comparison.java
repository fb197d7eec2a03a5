package io.customerconnect.bench.timing;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Whether two samples of times can be told apart.
 *
 * @param auc how often one of the first is longer than one of the second; 0.5 tells nothing
 * @param mannWhitney the chance that samples of one distribution differ as much, by their ranks
 * @param kolmogorovSmirnov the same, by the greatest distance of their distributions
 */
public record Comparison(double auc, double mannWhitney, double kolmogorovSmirnov) {

  /** Compares two samples. */
  public static Comparison of(double[] one, double[] other) {
    var ranks =
        MannWhitneyUTest.withDefaults().with(AlternativeHypothesis.TWO_SIDED).test(one, other);
    return new Comparison(
        ranks.getStatistic() / ((double) one.length * other.length),
        ranks.getPValue(),
        KolmogorovSmirnovTest.withDefaults().test(one, other).getPValue());
  }
}
