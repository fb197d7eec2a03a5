package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import io.customerconnect.lambda.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;

/** The portal's texts in one language, as its users read them. */
record Words(Language language, Json.Obj texts) {

  static Words of(Language language) {
    String file = "/portal/texts/" + language.tag() + ".json";
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file))) {
      return new Words(
          language, Json.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text whose placeholders are filled in order. */
  String say(String key, String... values) {
    String text = texts.require(key);
    for (String value : values) {
      text = text.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(value));
    }
    return text;
  }
}
