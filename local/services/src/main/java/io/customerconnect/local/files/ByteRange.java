package io.customerconnect.local.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some bytes of an object.
 *
 * @param first from 0
 * @param last included
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long length() {
    return last - first + 1;
  }

  /** As in the header {@code Content-Range}. */
  String of(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  /**
   * What a header {@code Range} asks for of an object.
   *
   * @return empty when it is not one range of bytes: the header is to be ignored then (RFC 9110)
   * @throws S3Exception when no byte of the object is in the range
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher matcher = ONE_RANGE.matcher(header.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
    long last = from.isEmpty() || to.isEmpty() ? size - 1 : Long.parseLong(to);
    if (!from.isEmpty() && last < first && !to.isEmpty()) {
      return Optional.empty();
    }
    if (first >= size) {
      throw new S3Exception(
          S3Exception.Code.INVALID_RANGE, "The requested range is not satisfiable.");
    }
    return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
  }
}
