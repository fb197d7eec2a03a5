package io.customerconnect.domain.challenge;

/** A step of a challenge that the supplier answers. */
public enum Step {
  /** Number, date and amount of any of its invoices. */
  FIRST,
  /** Date and amount of the invoices that are asked for. */
  SECOND
}
