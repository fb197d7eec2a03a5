package io.customerconnect.bench.search;

import java.util.List;

/**
 * What other systems found, as the study of company name search reports it: recall among the first
 * ten for each class, in the classes' order, and over all. Its real queries and the pairs of
 * systems in it are other ones than ours: those figures show the order of magnitude.
 */
final class StudyRows {
  private StudyRows() {}

  /**
   * A row.
   *
   * @param recalls class by class, then over all; {@link Double#NaN} where none is reported
   * @param meanReciprocalRank over all
   */
  record Row(String system, List<Double> recalls, double meanReciprocalRank) {}

  /** On the study's corpus of 100,000 names with its own tuning queries: the same as here. */
  static final List<Row> STUDY =
      List.of(
          row(
              "study: range items, heads, directory",
              0.587,
              0.665,
              0.720,
              0.285,
              0.996,
              0.701,
              1.00,
              0.769,
              0.985,
              0.697),
          row(
              "study: the same and every suffix",
              0.590,
              0.651,
              0.727,
              0.400,
              0.994,
              0.649,
              0.994,
              0.780,
              0.985,
              0.706),
          row(
              "Lucene, best mix, our normaliser",
              0.551,
              0.630,
              0.722,
              0.361,
              0.994,
              0.705,
              0.967,
              0.411,
              1.00,
              0.675),
          row(
              "Lucene, best mix",
              0.504,
              0.670,
              0.745,
              0.355,
              0.796,
              0.716,
              0.519,
              0.409,
              1.00,
              0.624),
          row(
              "PostgreSQL word_similarity, prefix",
              0.454,
              0.682,
              0.612,
              0.141,
              0.730,
              0.505,
              0.726,
              0.417,
              0.970,
              0.554),
          row(
              "PostgreSQL unaccent, ILIKE",
              0.428,
              0.702,
              0.698,
              0.413,
              0.638,
              0.051,
              0.583,
              0.369,
              1.00,
              0.522),
          row(
              "SQLite FTS5 trigram",
              0.361,
              0.635,
              0.695,
              0.422,
              0.060,
              0.053,
              0.589,
              0.369,
              0.930,
              0.447),
          row(
              "Peppol Directory's way",
              0.289,
              0.485,
              0.700,
              0.392,
              0.058,
              0.048,
              0.506,
              0.326,
              0.605,
              0.381));

  /** On 100,000 entities with queries of the same kinds as ours, over other real names. */
  static final List<Row> REAL =
      List.of(
          row(
              "Lucene mix, half of the words, our normaliser",
              0.792,
              0.902,
              0.948,
              0.985,
              0.979,
              0.608,
              0.967,
              0.868,
              0.876,
              0.870,
              0.906),
          row(
              "PostgreSQL word_similarity, our normaliser",
              Double.NaN,
              0.868,
              0.914,
              0.987,
              0.979,
              0.600,
              0.819,
              0.797,
              0.996,
              0.855,
              0.879),
          row(
              "Lucene mix, all words required",
              Double.NaN,
              0.523,
              0.466,
              0.979,
              0.997,
              0.635,
              0.938,
              0.643,
              0.876,
              0.815,
              0.803),
          row(
              "study: range items, heads, directory",
              Double.NaN,
              0.802,
              0.776,
              0.990,
              1.00,
              0.613,
              0.916,
              0.718,
              0.0,
              0.551,
              0.756),
          row(
              "study: its ranking over every name",
              Double.NaN,
              0.833,
              1.00,
              0.989,
              1.00,
              0.587,
              0.980,
              0.857,
              0.0,
              0.837,
              0.824),
          row(
              "Peppol Directory's way",
              Double.NaN,
              0.389,
              0.190,
              0.766,
              0.454,
              0.440,
              0.041,
              0.355,
              0.583,
              0.769,
              0.506));

  private static Row row(String system, double meanReciprocalRank, Double... recalls) {
    return new Row(system, List.of(recalls), meanReciprocalRank);
  }
}
