package io.customerconnect.functions.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds the rows of a CSV file (RFC 4180) without holding more than one of them. CR, LF and both in
 * a row end a line; empty lines are no rows.
 *
 * <p>A row ends at the first line end outside of quotation marks. Where those are not as they
 * should be, the line that the row begins in is a row by itself, and the next line begins another
 * one: one forgotten quotation mark spoils one line and not the rest of the file. That holds also
 * where the file is cut behind that line, so that chunks have the same rows as the whole.
 */
final class RowScanner {
  /** The most bytes of a row. */
  static final int MAX_ROW = 64 * 1024;

  private static final int BUFFER = 4 * MAX_ROW;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];

  /** Where in the file the buffer's first byte is. */
  private long bufferAt;

  private int start;
  private int filled;
  private boolean hasEnded;

  private long line;
  private Row row = new Row(0, 0, 0, Form.WELL_FORMED);
  private String text = "";

  /** How a row is made. */
  enum Form {
    WELL_FORMED,
    BROKEN_QUOTES,
    TOO_LONG
  }

  /**
   * A row's place.
   *
   * @param line that it begins in
   * @param from the place of its first byte
   * @param to the place behind its last byte, with the line end
   */
  record Row(long line, long from, long to, Form form) {}

  /**
   * @param at where in the file the stream begins
   * @param line of the file that it begins with
   */
  RowScanner(InputStream in, long at, long line) {
    this.in = in;
    this.bufferAt = at;
    this.line = line;
  }

  /** Goes to the next row, if there is one. */
  boolean next() throws IOException {
    skipEmptyLines();
    if (!has(0)) {
      return false;
    }
    scan();
    return true;
  }

  /** The row that was gone to. */
  Row row() {
    return row;
  }

  /** The row's text without the line end; empty unless it is well-formed. */
  String text() {
    return text;
  }

  /** Skips a byte order mark. */
  void skipMark() throws IOException {
    if (has(2) && at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
      skip(3);
    }
  }

  private void skipEmptyLines() throws IOException {
    while (has(0) && isLineEnd(at(0))) {
      skip(lineEnd(0));
      line++;
    }
  }

  private enum Place {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    BEHIND_QUOTE
  }

  private void scan() throws IOException {
    Place place = Place.FIELD_START;
    int firstLineEnd = -1;
    int linesInside = 0;
    int length = 0;
    while (length < MAX_ROW && has(length)) {
      int next = at(length);
      if (place != Place.QUOTED && isLineEnd(next)) {
        finish(length, linesInside + 1, Form.WELL_FORMED);
        return;
      }
      if (place == Place.QUOTED && isLineEnd(next)) {
        firstLineEnd = firstLineEnd < 0 ? length : firstLineEnd;
        linesInside++;
        length += lineEnd(length);
        continue;
      }
      if (place == Place.BEHIND_QUOTE && next != '"' && next != ',') {
        break;
      }
      place =
          switch (place) {
            case FIELD_START, UNQUOTED ->
                next == ','
                    ? Place.FIELD_START
                    : next == '"' && place == Place.FIELD_START ? Place.QUOTED : Place.UNQUOTED;
            case QUOTED -> next == '"' ? Place.BEHIND_QUOTE : Place.QUOTED;
            case BEHIND_QUOTE -> next == '"' ? Place.QUOTED : Place.FIELD_START;
          };
      length++;
    }
    if (length < MAX_ROW && !has(length) && place != Place.QUOTED) {
      finish(length, linesInside + 1, Form.WELL_FORMED);
    } else if (firstLineEnd >= 0) {
      finish(firstLineEnd, 1, Form.BROKEN_QUOTES);
    } else {
      finishLongLine(length);
    }
  }

  private void finish(int length, int lines, Form form) throws IOException {
    text =
        form == Form.WELL_FORMED ? new String(buffer, start, length, StandardCharsets.UTF_8) : "";
    long from = bufferAt + start;
    skip(length + lineEnd(length));
    row = new Row(line, from, bufferAt + start, form);
    line += lines;
  }

  /** A line that cannot be a row: it is skipped, however long it is. */
  private void finishLongLine(int scanned) throws IOException {
    long from = bufferAt + start;
    int length = scanned;
    while (has(length) && !isLineEnd(at(length))) {
      length++;
      if (length >= 2 * MAX_ROW) {
        skip(length);
        length = 0;
      }
    }
    Form form = bufferAt + start + length - from >= MAX_ROW ? Form.TOO_LONG : Form.BROKEN_QUOTES;
    skip(length + lineEnd(length));
    row = new Row(line, from, bufferAt + start, form);
    text = "";
    line++;
  }

  private static boolean isLineEnd(int next) {
    return next == '\n' || next == '\r';
  }

  /** How many bytes the line end takes, if one is there. */
  private int lineEnd(int offset) throws IOException {
    if (!has(offset) || !isLineEnd(at(offset))) {
      return 0;
    }
    return at(offset) == '\r' && has(offset + 1) && at(offset + 1) == '\n' ? 2 : 1;
  }

  /** A method, since looking ahead for what is to be skipped may move the start. */
  private void skip(int length) {
    start += length;
  }

  private int at(int offset) {
    return buffer[start + offset] & 0xFF;
  }

  private boolean has(int offset) throws IOException {
    while (start + offset >= filled && !hasEnded) {
      if (start > 0 && filled == buffer.length) {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        bufferAt += start;
        filled -= start;
        start = 0;
      }
      int count = in.read(buffer, filled, buffer.length - filled);
      hasEnded = count < 0;
      filled += Math.max(count, 0);
    }
    return start + offset < filled;
  }
}
