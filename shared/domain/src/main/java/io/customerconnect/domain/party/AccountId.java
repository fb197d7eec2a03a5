package io.customerconnect.domain.party;

/** The id of a supplier's account; it comes from the signed token alone. */
public record AccountId(String value) {
  /**
   * @throws io.customerconnect.domain.InvalidValueException when it is not 1 to 64 letters, digits
   *     or {@code . _ : -}
   */
  public AccountId {
    Identifier.check("The account id", value, 64);
  }

  @Override
  public String toString() {
    return value;
  }
}
