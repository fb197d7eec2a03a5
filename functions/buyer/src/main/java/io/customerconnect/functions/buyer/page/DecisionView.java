package io.customerconnect.functions.buyer.page;

import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.mail.Answer;
import java.time.Instant;
import java.util.List;

/** What the page has to show. */
public sealed interface DecisionView {

  /**
   * An answer is awaited.
   *
   * @param entries what was typed so far
   * @param mistakes what is wrong with it
   */
  record Open(Question question, Entries entries, List<Mistake> mistakes) implements DecisionView {
    public Open {
      mistakes = List.copyOf(mistakes);
    }

    /** The page as it is first opened. */
    public static Open fresh(Question question) {
      return new Open(question, Entries.NONE, List.of());
    }
  }

  /** There is an answer, or the time for one is over. */
  record Answered(Question question, Answer answer, Instant at, Telling telling)
      implements DecisionView {}

  /** The question was passed on to somebody else. */
  record Forwarded(Question question, EmailAddress colleague, Telling telling)
      implements DecisionView {}

  /** The supplier took its request back. */
  record Withdrawn(Question question, Instant at) implements DecisionView {}

  /** The reader wants to end the connection, and is asked whether it really does. */
  record Ending(Question question) implements DecisionView {}

  /** The connection that this link led to is suspended, until support has looked into it. */
  record UnderReview(Question question, Instant at) implements DecisionView {}

  /** The connection that this link once led to has ended. */
  record Ended(Question question, Instant at, Telling telling) implements DecisionView {}

  /** No question belongs to this link, or none that we still know. */
  record InvalidLink() implements DecisionView {}

  /** Whether the reader has just decided, or sees what was decided before. */
  enum Telling {
    JUST_NOW,
    AGAIN
  }
}
