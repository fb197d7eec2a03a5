package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The address of a company in a network of the Peppol kind: four digits of the scheme (ISO 6523 ICD
 * or EAS), a colon, and the id in the scheme, as in {@code 0088:9529990000025}.
 */
final class ParticipantId {
  /** What the network writes before it to say what kind of id it is. */
  private static final String ACTOR_PREFIX = "iso6523-actorid-upis::";

  private static final String GLN_SCHEME = "0088:";

  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}:[A-Za-z0-9._~/-]{1,45}");

  private ParticipantId() {}

  /**
   * The id without the network's prefix.
   *
   * @throws InvalidValueException when it has another shape, or is a GLN with a wrong check digit
   */
  static String normalise(String text) {
    String id = text.startsWith(ACTOR_PREFIX) ? text.substring(ACTOR_PREFIX.length()) : text;
    if (!SHAPE.matcher(id).matches()) {
      throw new InvalidValueException(
          "The participant id must be four digits of the scheme, a colon and the id.");
    }
    if (id.startsWith(GLN_SCHEME)) {
      CheckDigits.gln(id.substring(GLN_SCHEME.length()));
    }
    return id;
  }
}
