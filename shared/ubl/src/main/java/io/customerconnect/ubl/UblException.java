package io.customerconnect.ubl;

import java.io.Serializable;

/** A message that cannot be read; the text says why and where, for the person who made it. */
public final class UblException extends Exception {
  private final Place place;

  /**
   * Where in a message something is wrong.
   *
   * @param line from 1
   * @param path the names of the elements down to it, such as {@code Invoice/ID}; empty before the
   *     first of them
   */
  public record Place(int line, String path) implements Serializable {}

  public UblException(Place place, String text) {
    super(text);
    this.place = place;
  }

  public Place place() {
    return place;
  }
}
