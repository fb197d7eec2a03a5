package io.customerconnect.local.files;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said about an object when it is put, and again when it is read.
 *
 * @param metadata the user's own, names in lower case and without S3's prefix
 * @param checksum of the whole object, where one was given
 */
public record ObjectHeaders(
    String contentType, SortedMap<String, String> metadata, Optional<Checksum> checksum) {
  private static final String UNKNOWN_TYPE = "binary/octet-stream";

  public ObjectHeaders {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** Nothing said: S3's own type for such objects. */
  public static ObjectHeaders none() {
    return new ObjectHeaders(UNKNOWN_TYPE, new TreeMap<>(), Optional.empty());
  }
}
