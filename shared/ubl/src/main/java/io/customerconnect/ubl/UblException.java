package io.customerconnect.ubl;

import java.io.Serializable;

/** A message that cannot be read; the text says why and where, for the person who made it. */
public final class UblException extends Exception {
  private final Kind kind;
  private final Place place;

  /** What keeps a message from being read. */
  public enum Kind {
    /** It is not well-formed XML. */
    NOT_XML,
    /** It has a document type or entities. */
    DOCTYPE,
    /** It goes beyond a limit of size, depth, elements or text. */
    TOO_LARGE,
    /** It is a document of another kind. */
    UNKNOWN_DOCUMENT,
    /** What it says is not as it should be. */
    CONTENT
  }

  /**
   * Where in a message something is wrong.
   *
   * @param line from 1
   * @param position in characters from the line's start, from 1
   * @param path the names of the elements down to it, such as {@code Invoice/ID}; empty before the
   *     first of them
   */
  public record Place(int line, int position, String path) implements Serializable {}

  public UblException(Kind kind, Place place, String text) {
    super(text);
    this.kind = kind;
    this.place = place;
  }

  public Kind kind() {
    return kind;
  }

  public Place place() {
    return place;
  }
}
