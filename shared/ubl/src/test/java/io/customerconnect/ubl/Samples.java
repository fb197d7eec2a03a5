package io.customerconnect.ubl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Messages that we made up. */
final class Samples {
  private Samples() {}

  static String text(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Element read(String xml) throws UblException, IOException {
    return UblReader.DEFAULT.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
