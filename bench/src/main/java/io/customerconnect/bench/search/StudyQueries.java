package io.customerconnect.bench.search;

import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.testing.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The study's corpus of 100,000 names and its tuning queries. */
final class StudyQueries {
  private static final Map<Character, String> KINDS =
      Map.of(
          'a', "prefix",
          'b', "words",
          'c', "inside a word",
          'd', "accents",
          'e', "typo",
          'f', "legal form",
          'g', "acronym, short",
          'h', "group");

  private StudyQueries() {}

  static QuerySet read(Path data) {
    List<LegalEntity> entities = new ArrayList<>();
    List<EntityGroup> groups = new ArrayList<>();
    Map<String, Candidate.Kind> kinds = new HashMap<>();
    for (String[] row : rows(data.resolve("search/corpus100k.tsv.gz"))) {
      String id = row[0];
      String name = row[4];
      if (row[1].equals("G")) {
        kinds.put(id, Candidate.Kind.GROUP);
        groups.add(Directory.group(id, name));
      } else {
        kinds.put(id, Candidate.Kind.LEGAL_ENTITY);
        entities.add(
            Directory.entity(id, name, List.of(), "DE", "", Identifiers.NONE, Optional.empty()));
      }
    }
    List<Query> queries = new ArrayList<>();
    for (String[] row : rows(data.resolve("search/queries.tsv"))) {
      String kind = KINDS.get(row[1].charAt(0));
      Candidate.Kind wanted = kinds.get(row[2]);
      if (kind == null || wanted == null) {
        throw new IllegalStateException("Unknown class or entity: " + String.join(" ", row));
      }
      queries.add(new Query(row[0], kind, new Query.Wanted(wanted, row[2])));
    }
    return new QuerySet(
        "study queries",
        entities,
        groups,
        queries,
        List.of(
            "prefix",
            "words",
            "inside a word",
            "accents",
            "typo",
            "legal form",
            "acronym, short",
            "group"));
  }

  private static List<String[]> rows(Path file) {
    try (BufferedReader lines = PublicData.reader(file)) {
      return lines.lines().map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
