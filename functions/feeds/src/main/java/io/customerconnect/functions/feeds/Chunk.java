package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.lambda.Json;

/**
 * Whole rows of a file, one behind the other.
 *
 * @param from the place of the first byte
 * @param to the place behind the last byte
 * @param line the line of the file that it begins with
 */
record Chunk(long from, long to, long line) {
  /** A chunk is at least so long, in bytes, but for a file's last one. */
  static final int MIN_BYTES = 256 * 1024;

  /** The most rows of a chunk: what is kept of them fits into an item. */
  static final int MAX_ROWS = 2_000;

  /** A chunk of an upload, as a message says it. */
  record Message(String key, FileVersion version, Chunk chunk) {

    Json.Obj json() {
      return Json.object()
          .with("key", key)
          .with("version", version.text())
          .with("from", chunk.from())
          .with("to", chunk.to())
          .with("line", chunk.line());
    }

    static Message parse(Json.Obj json) {
      return new Message(
          json.require("key"),
          FileVersion.parse(json.require("version")),
          new Chunk(
              json.requireNumber("from"), json.requireNumber("to"), json.requireNumber("line")));
    }
  }
}
