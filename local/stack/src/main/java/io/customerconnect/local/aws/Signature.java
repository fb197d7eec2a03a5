package io.customerconnect.local.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks for what, by the credential scope of a Signature Version 4 header. Nothing is proven by
 * it here: a secret that every program on the machine can read would prove nothing either.
 */
record Signature(String accessKey, String service) {
  private static final Pattern CREDENTIAL =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/,]+)/[^/,]+/[^/,]+/([^/,]+)/aws4_request");

  static Optional<Signature> of(String authorization) {
    Matcher matcher = CREDENTIAL.matcher(authorization);
    return matcher.lookingAt()
        ? Optional.of(new Signature(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The header that says so. */
  String header() {
    return "AWS4-HMAC-SHA256 Credential="
        + accessKey
        + "/20260101/"
        + Names.REGION
        + "/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=none";
  }
}
