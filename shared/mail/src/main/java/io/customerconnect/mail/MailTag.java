package io.customerconnect.mail;

/**
 * A mark on a mail that SES repeats in every event about it. The shape is the one that SES takes
 * for message tags: at most 256 ASCII letters, digits, dashes and underscores.
 */
public record MailTag(String name, String value) {
  private static final int MAX_LENGTH = 256;

  /**
   * @throws IllegalArgumentException when name or value has another shape
   */
  public MailTag {
    check(name);
    check(value);
  }

  private static void check(String text) {
    boolean fits =
        !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(MailTag::isAllowed);
    if (!fits) {
      throw new IllegalArgumentException(
          "A mail tag is 1 to 256 ASCII letters, digits, - and _, and not: " + text);
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
