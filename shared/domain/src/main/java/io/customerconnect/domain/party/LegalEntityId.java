package io.customerconnect.domain.party;

/** The id of a legal entity in the directory. */
public record LegalEntityId(String value) {
  /**
   * @throws io.customerconnect.domain.InvalidValueException when it is not 1 to 100 letters, digits
   *     or {@code . _ : -}
   */
  public LegalEntityId {
    Identifier.check("The legal entity id", value, 100);
  }

  @Override
  public String toString() {
    return value;
  }
}
