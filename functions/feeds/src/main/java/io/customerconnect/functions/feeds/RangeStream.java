package io.customerconnect.functions.feeds;

import java.io.InputStream;
import java.util.Objects;

/** A range of bytes that are fetched in parts; one part at a time is in memory. */
final class RangeStream extends InputStream {
  private static final int PART = 4 * 1024 * 1024;

  private final Source source;
  private final long end;
  private long next;
  private byte[] part = {};
  private int position;

  /** Where bytes come from. */
  interface Source {
    /** The bytes from a place to the one before another. */
    byte[] fetch(long from, long to);
  }

  RangeStream(Source source, long from, long to) {
    this.source = source;
    this.next = from;
    this.end = to;
  }

  @Override
  public int read() {
    return hasMore() ? part[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, part.length - position);
    System.arraycopy(part, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean hasMore() {
    if (position == part.length && next < end) {
      part = source.fetch(next, Math.min(next + PART, end));
      position = 0;
      next += part.length;
    }
    return position < part.length;
  }
}
