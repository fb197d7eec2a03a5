package io.customerconnect.mail.text;

/**
 * A value for a placeholder of a text.
 *
 * @param name of the placeholder, without braces
 */
public record Arg(String name, Run run) {

  public static Arg of(String name, String value) {
    return new Arg(name, new Run.Value(value));
  }

  /** As {@link #of}, for a value that the eye is to find first. */
  public static Arg strong(String name, String value) {
    return new Arg(name, new Run.Emphasis(value));
  }
}
