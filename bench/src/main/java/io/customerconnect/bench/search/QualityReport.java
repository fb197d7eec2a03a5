package io.customerconnect.bench.search;

import io.customerconnect.domain.names.Hit;
import io.customerconnect.domain.names.Vocabulary;
import io.customerconnect.table.NameSearch;
import io.customerconnect.table.SearchResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the query sets and prints what was found, class by class, beside other systems' figures, and
 * what a key stroke takes.
 *
 * <p>The index is a sorted map in memory that answers the same ranges as the table; {@link
 * TableCheck} holds it against DynamoDB Local in the same run.
 */
public final class QualityReport {
  /** System property: only each so many'th query is asked. */
  private static final String EVERY = "every";

  /** System property: a file for the queries that did not find what was meant. */
  private static final String MISSES = "misses";

  private static final long SEED = 20261125;
  private static final int SHOWN = 10;

  private final PrintStream out;
  private final List<String> misses = new ArrayList<>();

  private QualityReport(PrintStream out) {
    this.out = out;
  }

  /** Prints all tables. */
  public static void print(Path data, PrintStream out) {
    QualityReport report = new QualityReport(out);
    report.print(StudyQueries.read(data), StudyRows.STUDY);
    QuerySet real = RealQueries.read(data, SEED);
    report.print(real, StudyRows.REAL);
    out.println(TableCheck.run(real));
    Optional.ofNullable(System.getProperty(MISSES)).map(Path::of).ifPresent(report::write);
  }

  private void print(QuerySet set, List<StudyRows.Row> others) {
    MemoryIndex index = MemoryIndex.of(set);
    Vocabulary vocabulary = index.vocabulary();
    Scores scores = run(set, index, vocabulary);
    int filed = set.entities().size() + set.groups().size();
    line("");
    line(
        String.format(
            Locale.ROOT,
            "%s: %,d entities, %,d groups",
            set.name(),
            set.entities().size(),
            set.groups().size()));
    line("");
    line(String.format(Locale.ROOT, "| R@10 | %s | ALL | MRR |", String.join(" | ", set.kinds())));
    line(String.format(Locale.ROOT, "|---|%s", "---|".repeat(set.kinds().size() + 2)));
    line(
        String.format(
            Locale.ROOT,
            "| **CustomerConnect** | %s | %s |",
            scores.kinds().stream()
                .map(kind -> figure(scores.recall(kind, SHOWN)))
                .collect(Collectors.joining(" | ")),
            figure(scores.meanReciprocalRank(Scores.ALL))));
    line(
        String.format(
            Locale.ROOT,
            "| at rank 1 | %s | |",
            scores.kinds().stream()
                .map(kind -> figure(scores.recall(kind, 1)))
                .collect(Collectors.joining(" | "))));
    for (StudyRows.Row other : others) {
      line(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s |",
              other.system(),
              other.recalls().stream()
                  .map(QualityReport::figure)
                  .collect(Collectors.joining(" | ")),
              figure(other.meanReciprocalRank())));
    }
    line(
        String.format(
            Locale.ROOT,
            "| queries | %s | |",
            scores.kinds().stream()
                .map(kind -> Integer.toString(scores.count(kind)))
                .collect(Collectors.joining(" | "))));
    line("");
    line(
        String.format(
            Locale.ROOT,
            "requests a key stroke: mean %.3f, most %d; RCU: mean %.2f, p99 %.1f",
            scores.meanRequests(),
            scores.mostRequests(),
            scores.meanUnits(),
            scores.unitsWithin(99)));
    line(
        String.format(
            Locale.ROOT,
            "items for each entity or group: %.1f, %.0f bytes each; vocabulary: %,d words, %,d kB",
            (double) index.size() / filed,
            (double) index.bytes() / index.size(),
            vocabulary.size(),
            vocabulary.bytes() / 1000));
  }

  private Scores run(QuerySet set, MemoryIndex index, Vocabulary vocabulary) {
    NameSearch search = new NameSearch(index, () -> vocabulary);
    Scores scores = new Scores(set.kinds());
    int every = Integer.getInteger(EVERY, 1);
    for (int i = 0; i < set.queries().size(); i += every) {
      Query query = set.queries().get(i);
      List<Hit<SearchResult>> hits = search.find(query.text(), SHOWN);
      int rank = rank(query, hits);
      scores.add(new Scores.Outcome(query, rank, index.cost()));
      if (rank == 0) {
        misses.add(
            "%s\t%s\t%s\t%s"
                .formatted(
                    query.kind(),
                    query.text(),
                    set.name(query.wanted()),
                    hits.stream()
                        .limit(3)
                        .map(hit -> "%s %.2f".formatted(shown(hit), hit.score()))
                        .collect(Collectors.joining("; "))));
      }
    }
    return scores;
  }

  private static String shown(Hit<SearchResult> hit) {
    return hit.candidate().otherName().orElse(hit.candidate().officialName());
  }

  private static int rank(Query query, List<Hit<SearchResult>> hits) {
    for (int i = 0; i < hits.size(); i++) {
      SearchResult found = hits.get(i).candidate();
      if (new Query.Wanted(found.kind(), found.id()).equals(query.wanted())) {
        return i + 1;
      }
    }
    return 0;
  }

  private void write(Path file) {
    try {
      Files.write(file, misses, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String figure(double share) {
    return Double.isNaN(share)
        ? ""
        : String.format(Locale.ROOT, "%.3f", share).replaceFirst("^0", "");
  }

  private void line(String text) {
    out.println(text);
  }
}
