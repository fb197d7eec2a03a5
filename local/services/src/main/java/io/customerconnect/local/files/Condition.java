package io.customerconnect.local.files;

import com.sun.net.httpserver.Headers;
import io.customerconnect.local.files.S3Exception.Code;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a request asks the object to be, or not to be (RFC 9110, section 13).
 *
 * @param match value of {@code If-Match}
 * @param noneMatch value of {@code If-None-Match}
 */
record Condition(Optional<String> match, Optional<String> noneMatch) {
  static Condition of(Headers request) {
    return new Condition(
        Optional.ofNullable(request.getFirst("If-Match")),
        Optional.ofNullable(request.getFirst("If-None-Match")));
  }

  /**
   * Whether an object may be put in the place of what is there.
   *
   * @throws S3Exception when the condition asks for an object that is not there
   */
  boolean allowsToReplace(Optional<StoredObject> before) {
    if (match.isPresent() && before.isEmpty()) {
      throw new S3Exception(Code.NO_SUCH_KEY, "The specified key does not exist.");
    }
    return before.map(this::accepts).orElse(true);
  }

  private boolean accepts(StoredObject object) {
    return match.map(etags -> names(etags, object)).orElse(true)
        && !noneMatch.map(etags -> names(etags, object)).orElse(false);
  }

  /**
   * @throws S3Exception when the object is not to be sent
   */
  void checkForReading(StoredObject object) {
    if (!match.map(etags -> names(etags, object)).orElse(true)) {
      throw new S3Exception(
          Code.PRECONDITION_FAILED,
          "At least one of the pre-conditions you specified did not hold.");
    }
    if (noneMatch.map(etags -> names(etags, object)).orElse(false)) {
      throw new S3Exception(Code.NOT_MODIFIED, "The object is as it was.");
    }
  }

  private static boolean names(String etags, StoredObject object) {
    return Arrays.stream(etags.split(",", -1))
        .map(etag -> etag.strip().replace("\"", ""))
        .anyMatch(etag -> etag.equals("*") || etag.equals(object.etag()));
  }
}
