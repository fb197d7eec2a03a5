package io.customerconnect.domain.connection;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.LegalEntityId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The id of a challenge, as in {@code 7f3a…9c.hafenkron-01}: 32 hexadecimal digits that nobody can
 * guess, and the legal entity that the supplier is to prove itself to.
 */
public record ChallengeId(String secret, LegalEntityId legalEntity) {
  private static final int BYTES = 16;

  /**
   * @throws InvalidValueException when the secret is not 32 hexadecimal digits
   */
  public ChallengeId {
    if (!secret.matches("[0-9a-f]{32}")) {
      throw noSuchChallenge();
    }
  }

  /**
   * A new id.
   *
   * @param random a cryptographic source
   */
  public static ChallengeId random(LegalEntityId legalEntity, RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ChallengeId(HexFormat.of().formatHex(bytes), legalEntity);
  }

  /**
   * The id that {@link #toString} made the text of.
   *
   * @throws InvalidValueException when it made no such text
   */
  public static ChallengeId parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw noSuchChallenge();
    }
    return new ChallengeId(text.substring(0, dot), new LegalEntityId(text.substring(dot + 1)));
  }

  private static InvalidValueException noSuchChallenge() {
    return new InvalidValueException("There is no challenge with this id.");
  }

  @Override
  public String toString() {
    return secret + "." + legalEntity;
  }
}
