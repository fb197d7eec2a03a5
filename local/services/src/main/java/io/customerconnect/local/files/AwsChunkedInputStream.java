package io.customerconnect.local.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content inside a body in {@code aws-chunked}: chunks with their length in hexadecimal, and
 * headers after the last. Signatures of chunks are not verified.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">the
 *     format</a>
 */
final class AwsChunkedInputStream extends InputStream {
  private static final int MAX_LINE = 8 * 1024;

  private final InputStream in;
  private final Map<String, String> trailers = new TreeMap<>();
  private long left;
  private State state = State.BEFORE_FIRST_CHUNK;

  private enum State {
    BEFORE_FIRST_CHUNK,
    IN_CHUNK,
    AT_END
  }

  AwsChunkedInputStream(InputStream in) {
    this.in = in;
  }

  /** The headers after the content, names in lower case; complete once the end was read. */
  Map<String, String> trailers() {
    return trailers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && state != State.AT_END) {
      nextChunk();
    }
    if (state == State.AT_END) {
      return -1;
    }
    int read = in.read(buffer, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The body ends inside a chunk.");
    }
    left -= read;
    return read;
  }

  private void nextChunk() throws IOException {
    if (state == State.IN_CHUNK && !line().isEmpty()) {
      throw new IOException("A chunk is longer than it says.");
    }
    state = State.IN_CHUNK;
    left = length(line());
    if (left == 0) {
      readTrailers();
      state = State.AT_END;
    }
  }

  private static long length(String line) throws IOException {
    int extension = line.indexOf(';');
    String hex = (extension < 0 ? line : line.substring(0, extension)).strip();
    try {
      long length = Long.parseLong(hex, 16);
      if (length < 0) {
        throw new IOException("A chunk's length is negative.");
      }
      return length;
    } catch (NumberFormatException _) {
      throw new IOException("A chunk's length is not a hexadecimal number.");
    }
  }

  private void readTrailers() throws IOException {
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("A trailer has no name.");
      }
      trailers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
  }

  /** Up to the next CR LF; the end of the body ends a line, too. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() == MAX_LINE) {
        throw new IOException("A chunk's head is too long.");
      }
      line.append((char) c);
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }
}
