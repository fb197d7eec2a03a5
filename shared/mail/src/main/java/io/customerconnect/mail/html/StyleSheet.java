package io.customerconnect.mail.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** A style sheet that stands in the page itself, and that a content security policy can name. */
public final class StyleSheet {
  private final String css;

  private StyleSheet(String css) {
    this.css = css;
  }

  /**
   * A style sheet of these rules.
   *
   * @throws IllegalArgumentException when the rules load something or could end the element
   */
  public static StyleSheet of(String css) {
    check(css);
    return new StyleSheet(css);
  }

  static void check(String css) {
    String lower = css.toLowerCase(Locale.ROOT);
    for (String unwanted : new String[] {"<", "url(", "@import", "expression(", "\\"}) {
      if (lower.contains(unwanted)) {
        throw new IllegalArgumentException("A style must not hold " + unwanted);
      }
    }
  }

  /** The source expression for it in {@code style-src} (CSP level 2), with its quotes. */
  public String cspSource() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rules. */
  @Override
  public String toString() {
    return css;
  }
}
