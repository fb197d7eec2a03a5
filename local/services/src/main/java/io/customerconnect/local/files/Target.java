package io.customerconnect.local.files;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request is about.
 *
 * @param key empty for the bucket itself
 * @param parameters of the query, decoded
 */
record Target(String bucket, String key, Map<String, String> parameters) {
  static Target of(URI uri) {
    String path = decode(uri.getRawPath()).replaceFirst("^/", "");
    Map<String, String> parameters = parameters(Optional.ofNullable(uri.getRawQuery()));
    int slash = path.indexOf('/');
    return slash < 0
        ? new Target(path, "", parameters)
        : new Target(path.substring(0, slash), path.substring(slash + 1), parameters);
  }

  ObjectKey object() {
    return new ObjectKey(bucket, key);
  }

  private static Map<String, String> parameters(Optional<String> query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.orElse("").split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** A plus is itself: the SDK and S3 write blanks as {@code %20}. */
  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new S3Exception(S3Exception.Code.INVALID_ARGUMENT, "The address is malformed.");
    }
  }
}
