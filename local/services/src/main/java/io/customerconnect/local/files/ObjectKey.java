package io.customerconnect.local.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where an object is. In the order of S3's lists: by bucket, then by the key's bytes in UTF-8. */
public record ObjectKey(String bucket, String key) implements Comparable<ObjectKey> {
  @Override
  public int compareTo(ObjectKey other) {
    int byBucket = bucket.compareTo(other.bucket);
    return byBucket != 0
        ? byBucket
        : Arrays.compareUnsigned(
            key.getBytes(StandardCharsets.UTF_8), other.key.getBytes(StandardCharsets.UTF_8));
  }
}
