package io.customerconnect.domain.invoice;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.DocumentType;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people type it (P20): {@code 1.234,56}, {@code 1,234.56}, {@code 1 234.56}, {@code
 * 1'234.56} and {@code 1234.56} are one; so are {@code -5}, {@code 5-} and {@code (5)}.
 *
 * @param readings what it can mean: one value, or two for the likes of {@code 1.234}, which is one
 *     thousand in one country and little more than one in another
 * @param currency that was typed with it as an ISO 4217 code
 */
public record TypedAmount(List<BigDecimal> readings, Optional<Currency> currency) {
  private static final int MAX_TYPED_LENGTH = 60;
  private static final Pattern WITH_CURRENCY =
      Pattern.compile(
          "(?:(\\p{Sc}|[A-Za-z]{3}) ?)?([^A-Za-z\\p{Sc}]*?)(?: ?(\\p{Sc}|[A-Za-z]{3}))?");
  private static final Pattern PARENTHESES = Pattern.compile("\\( ?(.*?) ?\\)");

  /** No decimals, as {@code 1.234,-} and {@code 1'234.--} say it. */
  private static final Pattern NO_DECIMALS = Pattern.compile("(?<=\\d)[.,]--?$");

  private static final List<Notation> NOTATIONS =
      List.of(
          new Notation("", "."),
          new Notation("", ","),
          new Notation(".", ","),
          new Notation(",", "."),
          new Notation(" ", "."),
          new Notation(" ", ","),
          new Notation("'", "."),
          new Notation("'", ","));

  public TypedAmount {
    readings = List.copyOf(readings);
  }

  /**
   * Reads what was typed.
   *
   * @throws InvalidValueException when it cannot be read as an amount, is zero, or has more digits
   *     than amounts have
   */
  public static TypedAmount parse(String typed) {
    if (typed.length() > MAX_TYPED_LENGTH) {
      throw new InvalidValueException("The amount is too long.");
    }
    Matcher parts = WITH_CURRENCY.matcher(fold(typed));
    if (!parts.matches()) {
      throw unreadable();
    }
    Optional<Currency> before = currency(parts.group(1));
    Optional<Currency> after = currency(parts.group(3));
    if (before.isPresent() && after.isPresent()) {
      throw unreadable();
    }
    String number = parts.group(2);
    if (number == null) {
      throw unreadable();
    }
    return new TypedAmount(readSigned(number.strip()), before.or(() -> after));
  }

  /**
   * Whether it is the total of such a document. Credits (credit notes, and whatever has a negative
   * total) match with either sign; else the sign counts.
   */
  public boolean matches(Money total, DocumentType type) {
    if (currency.isPresent() && !currency.get().equals(total.currency())) {
      return false;
    }
    boolean credit = type == DocumentType.CREDIT_NOTE || total.amount().signum() < 0;
    return readings.stream()
        .anyMatch(
            reading ->
                credit
                    ? reading.abs().compareTo(total.amount().abs()) == 0
                    : reading.compareTo(total.amount()) == 0);
  }

  private static List<BigDecimal> readSigned(String number) {
    Matcher parentheses = PARENTHESES.matcher(number);
    if (parentheses.matches()) {
      return negated(read(parentheses.group(1)));
    }
    String unsigned = NO_DECIMALS.matcher(number).replaceFirst("");
    if (unsigned.startsWith("-")) {
      return negated(read(unsigned.substring(1).strip()));
    }
    if (unsigned.endsWith("-")) {
      return negated(read(unsigned.substring(0, unsigned.length() - 1).strip()));
    }
    return read(unsigned.startsWith("+") ? unsigned.substring(1).strip() : unsigned);
  }

  private static List<BigDecimal> negated(List<BigDecimal> readings) {
    return readings.stream().map(BigDecimal::negate).toList();
  }

  private static List<BigDecimal> read(String number) {
    List<BigDecimal> readings = new ArrayList<>();
    for (Notation notation : NOTATIONS) {
      notation
          .read(number)
          .filter(value -> readings.stream().noneMatch(known -> known.compareTo(value) == 0))
          .ifPresent(readings::add);
    }
    if (readings.isEmpty()) {
      throw unreadable();
    }
    if (readings.stream().anyMatch(value -> value.signum() == 0)) {
      throw new InvalidValueException("The amount must not be zero.");
    }
    if (readings.stream()
        .anyMatch(value -> value.precision() - value.scale() > Money.MAX_INTEGER_DIGITS)) {
      throw new InvalidValueException(
          "The amount must not have more than "
              + Money.MAX_INTEGER_DIGITS
              + " digits before the decimals.");
    }
    return readings;
  }

  /** Digits of every script as ASCII, every kind of blank, apostrophe and minus as one. */
  private static String fold(String typed) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(TypedAmount::fold)
        .forEach(folded::appendCodePoint);
    return folded.toString().strip().replaceAll(" {2,}", " ");
  }

  private static int fold(int c) {
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u02BC', '`', '\u00B4', '\u2032' -> '\'';
      case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      // The Arabic decimal and thousands separators.
      case '\u066B' -> ',';
      case '\u066C' -> '\'';
      case '\t' -> ' ';
      default -> Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  private static Optional<Currency> currency(@Nullable String typed) {
    return Optional.ofNullable(typed)
        .filter(text -> text.length() == 3)
        .map(text -> Money.currency(text.toUpperCase(Locale.ROOT)));
  }

  private static InvalidValueException unreadable() {
    return new InvalidValueException(
        "Please give the amount in digits, such as 1,234.56 or 1.234,56.");
  }

  /**
   * A way to write amounts.
   *
   * @param group what stands between thousands; empty for nothing
   * @param point what stands before the decimals
   */
  private record Notation(Pattern shape, String group, String point) {
    Notation(String group, String point) {
      this(shape(group, point), group, point);
    }

    private static Pattern shape(String group, String point) {
      String decimals = "(" + Pattern.quote(point) + "\\d{1,4})?";
      if (group.isEmpty()) {
        return Pattern.compile("\\d+" + decimals + "|" + Pattern.quote(point) + "\\d{1,4}");
      }
      String mark = Pattern.quote(group);
      // By thousands, or as in India: by thousands first, then by hundreds.
      String grouped =
          "(\\d{1,3}(" + mark + "\\d{3})+|\\d{1,2}(" + mark + "\\d{2})+" + mark + "\\d{3})";
      return Pattern.compile(grouped + decimals);
    }

    Optional<BigDecimal> read(String number) {
      if (!shape.matcher(number).matches()) {
        return Optional.empty();
      }
      String plain = group.isEmpty() ? number : number.replace(group, "");
      return Optional.of(new BigDecimal(plain.replace(point, ".")));
    }
  }
}
