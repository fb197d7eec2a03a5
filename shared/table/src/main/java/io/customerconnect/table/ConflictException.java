package io.customerconnect.table;

import java.util.Set;

/** A write was refused because somebody else was quicker: what it was decided from has changed. */
public final class ConflictException extends RuntimeException {
  private final transient Set<Integer> places;

  /**
   * @param places of the writes at fault, in their list
   */
  ConflictException(Set<Integer> places) {
    super("What was read has changed since", null, false, false);
    this.places = places;
  }

  Set<Integer> places() {
    return places;
  }
}
