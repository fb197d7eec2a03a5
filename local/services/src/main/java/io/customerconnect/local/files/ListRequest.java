package io.customerconnect.local.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a page of a bucket's list ({@code ListObjectsV2}).
 *
 * @param after keys up to this one are left out
 * @param delimiter keys are grouped up to its first place after the prefix; empty for no groups
 */
record ListRequest(
    String bucket,
    String prefix,
    String after,
    String delimiter,
    int maxKeys,
    KeyEncoding encoding) {
  private static final int MOST_KEYS = 1_000;

  /** How keys are written in the answer. */
  enum KeyEncoding {
    PLAIN,
    URL
  }

  /**
   * @throws S3Exception when a parameter is malformed
   */
  static ListRequest of(Target target) {
    Map<String, String> parameters = target.parameters();
    String token = parameters.getOrDefault("continuation-token", "");
    return new ListRequest(
        target.bucket(),
        parameters.getOrDefault("prefix", ""),
        token.isEmpty() ? parameters.getOrDefault("start-after", "") : decode(token),
        parameters.getOrDefault("delimiter", ""),
        maxKeys(parameters.getOrDefault("max-keys", "")),
        parameters.getOrDefault("encoding-type", "").equals("url")
            ? KeyEncoding.URL
            : KeyEncoding.PLAIN);
  }

  /** The answer, in XML. */
  String answerFrom(ObjectStore store) {
    List<StoredObject> objects = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    Optional<String> next = Optional.empty();
    String last = after;
    Iterator<StoredObject> all = store.list(bucket, prefix, after).iterator();
    while (all.hasNext()) {
      StoredObject object = all.next();
      String key = object.key().key();
      Optional<String> group = group(key);
      boolean listed =
          group.isPresent() && (groups.contains(group.get()) || after.startsWith(group.get()));
      if (!listed) {
        if (objects.size() + groups.size() == maxKeys) {
          next = Optional.of(encode(last));
          break;
        }
        group.ifPresentOrElse(groups::add, () -> objects.add(object));
      }
      last = key;
    }
    return S3Xml.list(this, objects, groups, next);
  }

  private Optional<String> group(String key) {
    int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end + delimiter.length()));
  }

  private static int maxKeys(String value) {
    try {
      int keys = value.isEmpty() ? MOST_KEYS : Integer.parseInt(value);
      if (keys >= 0) {
        return Math.min(keys, MOST_KEYS);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new S3Exception(S3Exception.Code.INVALID_ARGUMENT, "max-keys is not a number.");
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new S3Exception(
          S3Exception.Code.INVALID_ARGUMENT, "The continuation token is not one of ours.");
    }
  }
}
