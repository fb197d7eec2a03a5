package io.customerconnect.domain.party;

/** The id of a group of legal entities in the directory. */
public record GroupId(String value) {
  /**
   * @throws io.customerconnect.domain.InvalidValueException when it is not 1 to 100 letters, digits
   *     or {@code . _ : -}
   */
  public GroupId {
    Identifier.check("The group id", value, 100);
  }

  @Override
  public String toString() {
    return value;
  }
}
