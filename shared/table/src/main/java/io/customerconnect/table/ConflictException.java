package io.customerconnect.table;

import io.customerconnect.lambda.BusyException;
import java.util.Set;

/** A write was refused because somebody else was quicker: what it was decided from has changed. */
public final class ConflictException extends BusyException {
  private final transient Set<Integer> places;

  /**
   * @param places of the writes at fault, in their list
   */
  ConflictException(Set<Integer> places) {
    super("What was read has changed since");
    this.places = places;
  }

  Set<Integer> places() {
    return places;
  }
}
