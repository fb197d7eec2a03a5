package io.customerconnect.domain.party;

import io.customerconnect.domain.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address that a mail can be sent to: the dot-atom form of RFC 5322 in ASCII, without
 * comments and quotes, at most 254 characters (RFC 5321).
 */
public record EmailAddress(String value) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  /**
   * @throws InvalidValueException when it has another shape
   */
  public EmailAddress {
    value = value.strip();
    boolean fits =
        value.length() <= 254 && value.indexOf('@') <= 64 && SHAPE.matcher(value).matches();
    if (!fits) {
      throw new InvalidValueException("The mail address must look like name@example.com.");
    }
  }

  /** The part before the {@code @}. */
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /** The part after the {@code @}, in lower case. */
  public String domain() {
    return value.substring(value.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** The address with most of its name hidden, for those who need not know it. */
  public String masked() {
    return value.charAt(0) + "***@" + domain();
  }

  @Override
  public String toString() {
    return value;
  }
}
