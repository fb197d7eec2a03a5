package io.customerconnect.domain.party;

/** The id of a person who acts: the subject of the signed token. */
public record UserId(String value) {
  /**
   * @throws io.customerconnect.domain.InvalidValueException when it is not 1 to 64 letters, digits
   *     or {@code . _ : -}
   */
  public UserId {
    Identifier.check("The user id", value, 64);
  }

  @Override
  public String toString() {
    return value;
  }
}
