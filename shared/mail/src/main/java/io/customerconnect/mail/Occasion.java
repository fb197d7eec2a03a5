package io.customerconnect.mail;

import java.time.Instant;

/** Why a customer's contact is written to about a supplier. */
public sealed interface Occasion {

  /** The supplier has just asked. */
  record First() implements Occasion {}

  /** A colleague passed the question on. */
  record Forwarded() implements Occasion {}

  /** The same person was asked before and has not answered. */
  record Reminder(Instant askedAt) implements Occasion {}

  /** Somebody else was asked before and has not answered, or could not be reached. */
  record OtherContact(Instant askedAt) implements Occasion {}

  /** As {@link Reminder}, and no further one will come. */
  record LastReminder(Instant askedAt) implements Occasion {}
}
