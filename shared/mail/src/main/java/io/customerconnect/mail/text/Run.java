package io.customerconnect.mail.text;

/** A piece of a {@link Phrase}. */
public sealed interface Run {

  /** The characters as they are, not escaped for any format. */
  String characters();

  /** Our own words, from a bundle. */
  record Words(String characters) implements Run {}

  /** What someone else typed, or a date, number or name; its direction of writing is its own. */
  record Value(String characters) implements Run {}

  /** A value that the eye is to find first. */
  record Emphasis(String characters) implements Run {}
}
