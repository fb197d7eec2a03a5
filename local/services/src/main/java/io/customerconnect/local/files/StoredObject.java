package io.customerconnect.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * One version of an object; a later one does not touch it.
 *
 * @param size in bytes
 * @param etag MD5 in hexadecimal, without quotes
 */
public record StoredObject(
    ObjectKey key,
    long size,
    String etag,
    Instant lastModified,
    ObjectHeaders headers,
    Path content) {

  /**
   * Its bytes.
   *
   * @throws java.nio.file.NoSuchFileException when it was replaced or deleted since it was found
   */
  public FileChannel open() throws IOException {
    return FileChannel.open(content, StandardOpenOption.READ);
  }
}
