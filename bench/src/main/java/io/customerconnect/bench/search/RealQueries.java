package io.customerconnect.bench.search;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.testing.PublicData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Queries over real names, as real people and offices write them, made by a seed: other spellings,
 * labelled pairs, the heads that brands are known by, groups, key strokes, typing errors, other
 * scripts, identifiers, and names in other languages.
 */
final class RealQueries {
  private static final int SIZE = 100_000;
  private static final int MOST_OF_A_KIND = 500;
  private static final List<String> KINDS =
      List.of(
          "variants",
          "pairs",
          "brand",
          "groups",
          "keystrokes",
          "typo",
          "scripts",
          "ids",
          "other names");

  /** A row of one of the files, as far as a directory has use for it. */
  private record Row(
      String id,
      String name,
      List<String> otherNames,
      String country,
      String city,
      Identifiers identifiers,
      Optional<EntityGroup> group,
      String source) {
    Query.Wanted wanted() {
      return new Query.Wanted(Candidate.Kind.LEGAL_ENTITY, id);
    }
  }

  private final Path data;
  private final Random random;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, EntityGroup> groups = new LinkedHashMap<>();
  private final Map<String, List<Query>> queries = new LinkedHashMap<>();

  private RealQueries(Path data, long seed) {
    this.data = data;
    this.random = new Random(seed);
    KINDS.forEach(kind -> queries.put(kind, new ArrayList<>()));
  }

  static QuerySet read(Path data, long seed) {
    return new RealQueries(data, seed).read();
  }

  private QuerySet read() {
    curated();
    variants();
    pairs();
    large();
    List<Row> curated = rows.values().stream().filter(row -> !row.source.equals("filler")).toList();
    heads(curated);
    groups();
    keystrokes(curated);
    typos(curated);
    scripts(curated);
    identifiers(curated);
    List<Query> some = new ArrayList<>();
    for (List<Query> kind : queries.values()) {
      Collections.shuffle(kind, random);
      some.addAll(kind.subList(0, Math.min(MOST_OF_A_KIND, kind.size())));
    }
    List<LegalEntity> entities =
        rows.values().stream()
            .map(
                row ->
                    Directory.entity(
                        row.id,
                        row.name,
                        row.otherNames,
                        row.country,
                        row.city,
                        row.identifiers,
                        row.group))
            .toList();
    return new QuerySet("real queries", entities, List.copyOf(groups.values()), some, KINDS);
  }

  private void add(Row row) {
    if (rows.size() < SIZE && !row.name.isBlank() && row.name.length() <= 300) {
      rows.putIfAbsent(row.id, row);
      names.add(row.name.toLowerCase(Locale.ROOT));
    }
  }

  private void ask(String kind, String text, Query.Wanted wanted) {
    if (!text.isBlank()) {
      queries.getOrDefault(kind, new ArrayList<>()).add(new Query(text, kind, wanted));
    }
  }

  private void curated() {
    each(
        "entities_curated.csv",
        row -> {
          Optional<EntityGroup> group =
              row.getField("group_name").isBlank()
                  ? Optional.empty()
                  : Optional.of(
                      groups.computeIfAbsent(
                          Directory.id(row.getField("group_id")),
                          id -> Directory.group(id, row.getField("group_name"))));
          List<String> others =
              Arrays.stream(row.getField("other_names").split("\\|"))
                  .map(String::strip)
                  .filter(name -> !name.isEmpty() && !name.equals(row.getField("official_name")))
                  .toList();
          add(
              new Row(
                  Directory.id(row.getField("entity_id")),
                  row.getField("official_name"),
                  others,
                  row.getField("country"),
                  row.getField("city"),
                  new Identifiers(
                      filled(row.getField("lei")),
                      filled(row.getField("vat")),
                      Optional.empty(),
                      Optional.empty(),
                      filled(row.getField("company_number"))),
                  group,
                  row.getField("source")));
          others.forEach(
              other ->
                  ask(
                      "other names",
                      other,
                      new Query.Wanted(
                          Candidate.Kind.LEGAL_ENTITY, Directory.id(row.getField("entity_id")))));
        });
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }

  /** The spellings of one name are asked for; names in other languages are filed as such. */
  private void variants() {
    Map<String, List<NamedCsvRecord>> byEntity = new LinkedHashMap<>();
    each(
        "name_variants.csv",
        row ->
            byEntity.computeIfAbsent(row.getField("entity_key"), _ -> new ArrayList<>()).add(row));
    List<String> keys = new ArrayList<>(byEntity.keySet());
    Collections.shuffle(keys, random);
    for (String key : keys) {
      List<NamedCsvRecord> all = byEntity.getOrDefault(key, List.of());
      String relation = all.getFirst().getField("relation");
      boolean isSpelling = relation.startsWith("same ");
      boolean isFormer = relation.startsWith("previous");
      String id = Directory.id("v-" + key);
      List<String> others =
          isSpelling ? List.of() : all.stream().map(row -> row.getField("variant")).toList();
      String name = all.getFirst().getField("name");
      if (names.contains(name.toLowerCase(Locale.ROOT)) || (isFormer && rows.size() > SIZE / 3)) {
        continue;
      }
      add(new Row(id, name, others, "DE", "", Identifiers.NONE, Optional.empty(), "name-variants"));
      Query.Wanted wanted = new Query.Wanted(Candidate.Kind.LEGAL_ENTITY, id);
      for (NamedCsvRecord row : all) {
        ask(isSpelling ? "variants" : "other names", row.getField("variant"), wanted);
      }
    }
  }

  private void pairs() {
    int[] line = {0};
    each(
        "name_pairs_labelled.csv",
        row -> {
          String id = "p-" + line[0]++;
          String name = row.getField("name1");
          if (!row.getField("is_match").equals("true")
              || names.contains(name.toLowerCase(Locale.ROOT))) {
            return;
          }
          add(
              new Row(
                  id, name, List.of(), "US", "", Identifiers.NONE, Optional.empty(), "name-pairs"));
          ask("pairs", row.getField("name2"), new Query.Wanted(Candidate.Kind.LEGAL_ENTITY, id));
        });
  }

  /** Fills up to the size with names that are only in the way. */
  private void large() {
    List<Row> filler = new ArrayList<>();
    each(
        "entities_large.csv.gz",
        row ->
            filler.add(
                new Row(
                    "",
                    row.getField("name"),
                    List.of(),
                    row.getField("country"),
                    row.getField("city"),
                    Identifiers.NONE,
                    Optional.empty(),
                    "filler")));
    Collections.shuffle(filler, random);
    int next = 0;
    for (Row row : filler) {
      if (!names.contains(row.name.toLowerCase(Locale.ROOT))) {
        add(
            new Row(
                "l-" + next++,
                row.name,
                row.otherNames,
                row.country,
                row.city.length() > 60 ? "" : row.city,
                row.identifiers,
                row.group,
                row.source));
      }
    }
  }

  /** First words that few names begin with. */
  private void heads(List<Row> curated) {
    Map<String, Integer> counts = new HashMap<>();
    for (Row row : rows.values()) {
      counts.merge(head(row.name), 1, Integer::sum);
    }
    for (Row row : curated) {
      String head = head(row.name);
      if (head.length() >= 4 && counts.getOrDefault(head, 0) <= 3) {
        ask("brand", head, row.wanted());
      }
    }
  }

  private static String head(String name) {
    return name.toLowerCase(Locale.ROOT).split("[\\s,.-]+", 2)[0];
  }

  private void groups() {
    groups
        .values()
        .forEach(
            group ->
                ask(
                    "groups",
                    group.name().toLowerCase(Locale.ROOT),
                    new Query.Wanted(Candidate.Kind.GROUP, group.id().value())));
  }

  private void keystrokes(List<Row> curated) {
    for (Row row : curated) {
      int length = 2 + random.nextInt(11);
      ask("keystrokes", first(row.name.toLowerCase(Locale.ROOT), length), row.wanted());
    }
  }

  private static String first(String text, int characters) {
    int count = Math.min(characters, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, count));
  }

  private void typos(List<Row> curated) {
    for (Row row : curated) {
      List<String> words =
          new ArrayList<>(
              Arrays.stream(row.name.toLowerCase(Locale.ROOT).split("[\\s,.&/()\"-]+"))
                  .filter(word -> !word.isEmpty())
                  .limit(2 + random.nextInt(3))
                  .toList());
      List<Integer> long5 = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        if (Typing.canBeMistyped(words.get(i)) && Scripts.isLatin(words.get(i))) {
          long5.add(i);
        }
      }
      if (!long5.isEmpty()) {
        int at = long5.get(random.nextInt(long5.size()));
        words.set(at, Typing.mistyped(words.get(at), random));
        ask("typo", String.join(" ", words), row.wanted());
      }
    }
  }

  private void scripts(List<Row> curated) {
    for (Row row : curated) {
      for (String typed : Scripts.typings(row.name, random)) {
        ask("scripts", typed, row.wanted());
      }
    }
  }

  private void identifiers(List<Row> curated) {
    for (Row row : curated) {
      for (String identifier : row.identifiers.all()) {
        if (identifier.chars().filter(Character::isDigit).count() >= 5) {
          ask("ids", written(identifier), row.wanted());
        }
      }
    }
  }

  /** In groups of three, with a country in front, without leading zeros, in lower case. */
  private String written(String identifier) {
    return switch (random.nextInt(4)) {
      case 0 -> identifier.replaceAll("(.{3})(?=.)", "$1 ");
      case 1 -> identifier.toLowerCase(Locale.ROOT);
      case 2 -> identifier.replaceFirst("^0+", "");
      default -> identifier;
    };
  }

  private void each(String file, Consumer<NamedCsvRecord> action) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(PublicData.reader(data.resolve(file)))) {
      csv.forEach(action);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other ways to type names of other scripts. */
  private static final class Scripts {
    private static final Map<Character, String> LATIN = new HashMap<>();

    static {
      String[] pairs =
          ("α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch"
                  + " ψ ps ω o а a б b в v г h д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o"
                  + " п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ю iu я ia")
              .split(" ");
      for (int i = 0; i < pairs.length; i += 2) {
        LATIN.put(pairs[i].charAt(0), pairs[i + 1]);
      }
    }

    static boolean isLatin(String word) {
      return word.chars().allMatch(c -> c < 0x250);
    }

    static List<String> typings(String name, Random random) {
      if (isLatin(name)) {
        return List.of();
      }
      String plain =
          Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
              .replaceAll("\\p{M}+", "");
      boolean isAlphabet = plain.chars().anyMatch(c -> LATIN.containsKey((char) c));
      if (isAlphabet) {
        String words = Arrays.stream(plain.split("\\s+")).limit(4).collect(Collectors.joining(" "));
        String latin =
            words
                .chars()
                .mapToObj(c -> LATIN.getOrDefault((char) c, Character.toString(c)))
                .collect(Collectors.joining());
        return random.nextBoolean() ? List.of(latin) : List.of(words);
      }
      String core = Normalizer.normalize(name, Normalizer.Form.NFKC).replace("株式会社", "").strip();
      int length = core.codePointCount(0, core.length());
      if (length < 3) {
        return List.of(core);
      }
      return switch (random.nextInt(3)) {
        case 0 -> List.of(core);
        case 1 -> List.of(core.substring(0, core.offsetByCodePoints(0, length * 2 / 3)));
        default -> List.of(hiragana(core));
      };
    }

    private static String hiragana(String text) {
      return text.codePoints()
          .map(c -> c >= 'ァ' && c <= 'ヶ' ? c - 0x60 : c)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }
}
