package io.customerconnect.domain.status;

import java.time.LocalDate;

/** What a buyer's report says of the day that it will pay. */
public sealed interface NamedDate {

  /** The buyer names it. */
  record On(LocalDate date) implements NamedDate {}

  /** The buyer names none: it takes back what it named before. */
  record None() implements NamedDate {}

  /** The report is of a kind that need not speak of it: what was named before stands. */
  record Unsaid() implements NamedDate {}
}
