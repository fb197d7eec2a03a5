package io.customerconnect.domain.status;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What buyers' own words for a status mean: a buyer's own list first, then the default one, which
 * knows the words of common ledgers in several languages.
 *
 * <p>A list has lines such as {@code UQ PRI: price differs | Preisabweichung}: a code of UNCL4343,
 * a reason of OPStatusReason where the words name one, and the words. Case, accents, blanks and
 * hyphens make no difference; the whole word must be the same.
 */
public final class StatusMapping {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}_./]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** For buyers that have no list of their own. */
  public static final StatusMapping DEFAULT = of(lines("status-words.txt"));

  private final Map<String, Meaning> meanings;

  /** What a word means. */
  public record Meaning(ResponseCode code, Optional<StatusReason> reason) {}

  private StatusMapping(Map<String, Meaning> meanings) {
    this.meanings = Map.copyOf(meanings);
  }

  /** What the lines of a list mean. */
  static StatusMapping of(List<String> lines) {
    return new StatusMapping(parse(lines));
  }

  /** The same with a buyer's own list, which goes before. */
  public StatusMapping with(BuyerWords own) {
    Map<String, Meaning> all = new HashMap<>(meanings);
    own.words().forEach(word -> all.put(key(word.text()), word.meaning()));
    return new StatusMapping(all);
  }

  /** What a word means; empty when it is in neither list. */
  public Optional<Meaning> meaningOf(String word) {
    return Optional.ofNullable(meanings.get(key(word)));
  }

  /**
   * The status that an entry speaks of.
   *
   * <p>The buyer's code counts more than its word. Where it gives no code, a payment that was made
   * counts more than a word for a step before. An invoice without any status is in the buyer's
   * books, so it has arrived. A reason that is not given is taken from the word. What a buyer calls
   * paid is paid in full although up to 5 % are missing, which is the usual cash discount, unless
   * it says itself that a part is open.
   *
   * @param total the invoice's total with VAT
   * @throws InvalidValueException when the code needs a reason and nothing gives one
   */
  public InvoiceStatus read(StatusEntry entry, Money total) {
    return new StatusReading(entry, entry.word().flatMap(this::meaningOf), total).status();
  }

  private static Map<String, Meaning> parse(List<String> lines) {
    Map<String, Meaning> meanings = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new InvalidValueException(
            "A line must be a code, a colon and words, as in \"AP: approved | freigegeben\".");
      }
      Meaning meaning = meaning(line.substring(0, colon).strip());
      for (String word : line.substring(colon + 1).split("\\|", -1)) {
        if (word.isBlank()) {
          throw new InvalidValueException("The list \"%s\" has an empty word.".formatted(line));
        }
        Meaning other = meanings.putIfAbsent(key(word), meaning);
        if (other != null && !other.equals(meaning)) {
          throw new InvalidValueException("\"%s\" has two meanings.".formatted(word.strip()));
        }
      }
    }
    return meanings;
  }

  private static Meaning meaning(String codes) {
    int blank = codes.indexOf(' ');
    String code = blank < 0 ? codes : codes.substring(0, blank);
    Optional<String> reason =
        blank < 0 ? Optional.empty() : Optional.of(codes.substring(blank + 1).strip());
    return new Meaning(
        ResponseCode.ofCode(code)
            .orElseThrow(
                () -> new InvalidValueException("\"%s\" is no status code.".formatted(code))),
        reason.map(
            text ->
                StatusReason.ofCode(text)
                    .orElseThrow(
                        () ->
                            new InvalidValueException(
                                "\"%s\" is no reason code.".formatted(text)))));
  }

  /**
   * The word without the differences that do not matter. Umlauts are written out, as they are by
   * those who have no key for them.
   */
  static String key(String word) {
    String lower =
        Normalizer.normalize(word, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss")
            .replace("ı", "i")
            .replace("ł", "l")
            .replace("ø", "o");
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
  }

  private static List<String> lines(String resource) {
    try (InputStream in = StatusMapping.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside " + StatusMapping.class);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
