package io.customerconnect.domain.challenge;

/** Whether an answer is right as a whole; which part of it was not is never said (P22). */
public enum Verdict {
  RIGHT,
  WRONG
}
