package io.customerconnect.local.files;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A checksum in the form of S3's headers.
 *
 * @param value in base64
 */
public record Checksum(Algorithm algorithm, String value) {

  /** Those of S3's algorithms that are checked; CRC64NVME is not among them. */
  public enum Algorithm {
    CRC32,
    CRC32C,
    SHA1,
    SHA256;

    /** As in {@code x-amz-checksum-crc32}. */
    String header() {
      return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Algorithm> ofHeader(String header) {
      for (Algorithm algorithm : values()) {
        if (algorithm.header().equalsIgnoreCase(header)) {
          return Optional.of(algorithm);
        }
      }
      return Optional.empty();
    }

    Calculation start() {
      return switch (this) {
        case CRC32 -> Calculation.of(new CRC32());
        case CRC32C -> Calculation.of(new CRC32C());
        case SHA1 -> Calculation.of("SHA-1");
        case SHA256 -> Calculation.of("SHA-256");
      };
    }
  }

  /** A checksum that is being added up. */
  record Calculation(Consumer<ByteBuffer> update, Supplier<byte[]> result) {
    static Calculation of(java.util.zip.Checksum crc) {
      return new Calculation(
          crc::update, () -> ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static Calculation of(String digest) {
      try {
        MessageDigest calculation = MessageDigest.getInstance(digest);
        return new Calculation(calculation::update, calculation::digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void add(byte[] bytes, int length) {
      update.accept(ByteBuffer.wrap(bytes, 0, length));
    }

    String base64() {
      return Base64.getEncoder().encodeToString(result.get());
    }
  }
}
