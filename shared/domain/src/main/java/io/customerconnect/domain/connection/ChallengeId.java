package io.customerconnect.domain.connection;

import io.customerconnect.domain.InvalidValueException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The id of a challenge: 32 hexadecimal digits that nobody can guess. */
public record ChallengeId(String value) {
  private static final int BYTES = 16;

  /**
   * @throws InvalidValueException when it is not one
   */
  public ChallengeId {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new InvalidValueException("There is no challenge with this id.");
    }
  }

  /**
   * A new id.
   *
   * @param random a cryptographic source
   */
  public static ChallengeId random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ChallengeId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
