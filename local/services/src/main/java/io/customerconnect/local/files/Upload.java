package io.customerconnect.local.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** A content that was received and is put nowhere yet; closing it drops it, unless it was kept. */
final class Upload implements AutoCloseable {
  private enum State {
    DROPPED_AT_CLOSE,
    KEPT
  }

  private final Path file;
  private final long size;
  private final byte[] md5;
  private final Optional<String> checksum;
  private State state = State.DROPPED_AT_CLOSE;

  Upload(Path file, long size, byte[] md5, Optional<String> checksum) {
    this.file = file;
    this.size = size;
    this.md5 = md5;
    this.checksum = checksum;
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  byte[] md5() {
    return md5.clone();
  }

  String etag() {
    return HexFormat.of().formatHex(md5);
  }

  /** In base64, where one was asked for. */
  Optional<String> checksum() {
    return checksum;
  }

  void keep() {
    state = State.KEPT;
  }

  @Override
  public void close() throws IOException {
    if (state == State.DROPPED_AT_CLOSE) {
      Files.deleteIfExists(file);
    }
  }
}
