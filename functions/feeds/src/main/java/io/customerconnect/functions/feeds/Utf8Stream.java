package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that are checked, as they are read, to be UTF-8 (RFC 3629, section 4). */
final class Utf8Stream extends FilterInputStream {
  private long line = 1;
  private long position = 1;
  private int last;

  /** How many bytes of a character are still to come, and what the next one may be. */
  private int open;

  private int lowest = 0x80;
  private int highest = 0xBF;

  Utf8Stream(InputStream in) {
    super(in);
  }

  /** A byte that is not UTF-8. */
  static final class NotUtf8Exception extends IOException {
    private final FileFault.Place place;

    NotUtf8Exception(FileFault.Place place) {
      this.place = place;
    }

    FileFault.Place place() {
      return place;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws NotUtf8Exception at the first character that is none
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count < 0 && open > 0) {
      throw fault();
    }
    for (int i = offset; i < offset + count; i++) {
      check(target[i] & 0xFF);
    }
    return count;
  }

  private void check(int next) throws NotUtf8Exception {
    if (open > 0) {
      if (next < lowest || next > highest) {
        throw fault();
      }
      open--;
      lowest = 0x80;
      highest = 0xBF;
    } else {
      begin(next);
    }
    if (open == 0) {
      advance(next);
    }
  }

  private void begin(int first) throws NotUtf8Exception {
    if (first >= 0xC2 && first <= 0xDF) {
      open = 1;
    } else if (first >= 0xE0 && first <= 0xEF) {
      open = 2;
      lowest = first == 0xE0 ? 0xA0 : 0x80;
      highest = first == 0xED ? 0x9F : 0xBF;
    } else if (first >= 0xF0 && first <= 0xF4) {
      open = 3;
      lowest = first == 0xF0 ? 0x90 : 0x80;
      highest = first == 0xF4 ? 0x8F : 0xBF;
    } else if (first >= 0x80) {
      throw fault();
    }
  }

  /** Counts a character that is complete; CR, LF and both in a row end a line. */
  private void advance(int lastByte) {
    if (lastByte == '\n' && last == '\r') {
      position = 1;
    } else if (lastByte == '\n' || lastByte == '\r') {
      line++;
      position = 1;
    } else {
      position++;
    }
    last = lastByte;
  }

  private NotUtf8Exception fault() {
    return new NotUtf8Exception(new FileFault.Place(line, position));
  }
}
