package io.customerconnect.functions.practice;

import io.customerconnect.domain.party.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What to do about a broken rule, in plain words; for rules that are seldom broken, their own. */
final class Advice {
  private static final Map<Language, Advice> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Properties texts = new Properties();

  private Advice(Language language) {
    String resource = "rules_" + language.tag() + ".properties";
    try (InputStream in = Advice.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside " + Advice.class);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Advice in(Language language) {
    return BY_LANGUAGE.computeIfAbsent(language, Advice::new);
  }

  /** What to do about a finding. */
  String on(Finding finding) {
    return Optional.ofNullable(texts.getProperty(finding.rule())).orElse(finding.message());
  }

  /** The rules that there are words of our own for. */
  Set<String> rules() {
    return texts.stringPropertyNames();
  }
}
