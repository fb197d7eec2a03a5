package io.customerconnect.domain.rules;

/** A number that a customer cannot have; the message says, in words for a user, why. */
public final class InvalidRuleException extends IllegalArgumentException {
  private final RuleNumber number;

  InvalidRuleException(RuleNumber number, String message) {
    super(message);
    this.number = number;
  }

  /** The number at fault. */
  public RuleNumber number() {
    return number;
  }
}
