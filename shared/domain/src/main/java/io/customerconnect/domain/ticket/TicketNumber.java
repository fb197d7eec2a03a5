package io.customerconnect.domain.ticket;

import io.customerconnect.domain.InvalidValueException;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The number that a supplier can quote for its request, as in {@code CC-7K3M-9QX2-D}.
 *
 * <p>Eight random characters and a check character, of 31 that are hard to mix up (no 0, I, L, O,
 * U). The check is a weighted sum modulo the prime 31 with weights that all differ, so that every
 * single wrong character and every swap of two characters is found.
 */
public record TicketNumber(String value) {
  private static final String ALPHABET = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BODY_LENGTH = 8;

  /**
   * @throws InvalidValueException when it is not in the canonical form
   */
  public TicketNumber {
    if (value.isEmpty() || !value.equals(format(bodyOf(value)))) {
      throw new InvalidValueException("This is not a ticket number: please check it for typos.");
    }
  }

  /** A new number. */
  public static TicketNumber random(RandomGenerator random) {
    StringBuilder body = new StringBuilder(BODY_LENGTH);
    for (int i = 0; i < BODY_LENGTH; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new TicketNumber(format(body.toString()));
  }

  /**
   * The number that somebody typed: case, blanks and dashes do not matter, the prefix may be left
   * out, and I and L are read as 1.
   *
   * @throws InvalidValueException when the check character does not fit, or it is not a number
   */
  public static TicketNumber parse(String typed) {
    String canonical =
        typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('I', '1').replace('L', '1');
    int full = "CC".length() + BODY_LENGTH + 1;
    String characters =
        canonical.startsWith("CC") && canonical.length() == full
            ? canonical.substring(2)
            : canonical;
    if (characters.length() != BODY_LENGTH + 1) {
      throw new InvalidValueException("A ticket number looks like CC-7K3M-9QX2-D.");
    }
    return new TicketNumber(
        "CC-%s-%s-%s"
            .formatted(
                characters.substring(0, 4), characters.substring(4, 8), characters.substring(8)));
  }

  private static String bodyOf(String value) {
    String characters = value.replace("-", "");
    return characters.length() == 11 ? characters.substring(2, 10) : "";
  }

  private static String format(String body) {
    if (body.length() != BODY_LENGTH) {
      return "";
    }
    int sum = 0;
    for (int i = 0; i < BODY_LENGTH; i++) {
      int digit = ALPHABET.indexOf(body.charAt(i));
      if (digit < 0) {
        return "";
      }
      sum += digit * (i + 2);
    }
    // The check's own weight is 1: body and check together add up to a multiple of 31.
    char check = ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
    return "CC-%s-%s-%s".formatted(body.substring(0, 4), body.substring(4), check);
  }

  @Override
  public String toString() {
    return value;
  }
}
