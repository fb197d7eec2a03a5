package io.customerconnect.domain.party;

import java.util.Arrays;
import java.util.Optional;

/** How a legal entity lets suppliers connect. */
public enum BuyerPolicy {
  /** Not found by search, not to be connected with. */
  HIDDEN("hidden"),
  /** Found, but takes no new suppliers. */
  CLOSED("closed"),
  /** The buyer's contact decides. */
  APPROVAL("approval"),
  /** The supplier proves the relationship, then the buyer's contact decides. */
  CHALLENGE_THEN_APPROVAL("challenge-then-approval"),
  /** The supplier proves the relationship where there is data, else the contact decides. */
  CHALLENGE("challenge");

  private final String word;

  BuyerPolicy(String word) {
    this.word = word;
  }

  /** The word for it in files and in the API. */
  public String word() {
    return word;
  }

  /** Whether a supplier can prove the relationship, where there is data. */
  public boolean takesProof() {
    return switch (this) {
      case HIDDEN, CLOSED, APPROVAL -> false;
      case CHALLENGE_THEN_APPROVAL, CHALLENGE -> true;
    };
  }

  public static Optional<BuyerPolicy> ofWord(String word) {
    return Arrays.stream(values()).filter(policy -> policy.word.equals(word)).findFirst();
  }
}
