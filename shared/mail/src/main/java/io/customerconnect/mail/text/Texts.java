package io.customerconnect.mail.text;

import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one language, from its bundle: a UTF-8 properties file named after the language's
 * tag, with a text for every {@link TextKey}. A placeholder is a name in braces, as in {@code
 * {supplier}}; there is no other markup and no escape.
 */
public final class Texts {
  private static final Map<Language, Texts> LOADED = new ConcurrentHashMap<>();

  private final Language language;
  private final Properties bundle;

  private Texts(Language language, Properties bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  /** The texts of a language; loaded once. */
  public static Texts in(Language language) {
    return LOADED.computeIfAbsent(language, Texts::load);
  }

  private static Texts load(Language language) {
    return new Texts(language, properties("texts/" + language.tag()));
  }

  /** A properties file among the resources of mails, in UTF-8. */
  static Properties properties(String name) {
    String file = "/io/customerconnect/mail/" + name + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + file);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Language language() {
    return language;
  }

  /** A text as characters. Arguments and errors as for {@link #phrase}. */
  public String plain(TextKey key, Arg... args) {
    return phrase(key, args).plain();
  }

  /**
   * A text with its values in place.
   *
   * @param args one for each placeholder of the text, each used at least once
   * @throws IllegalArgumentException when placeholders and arguments do not match
   */
  public Phrase phrase(TextKey key, Arg... args) {
    String template = template(key);
    List<Run> runs = new ArrayList<>();
    Set<String> used = new HashSet<>();
    int from = 0;
    while (from < template.length()) {
      int open = template.indexOf('{', from);
      int end = open < 0 ? template.length() : open;
      if (end > from) {
        runs.add(new Run.Words(template.substring(from, end)));
      }
      if (open < 0) {
        break;
      }
      int close = template.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("A brace is not closed in the text " + key.inBundle());
      }
      String name = template.substring(open + 1, close);
      runs.add(find(key, name, args).run());
      used.add(name);
      from = close + 1;
    }
    for (Arg arg : args) {
      if (!used.contains(arg.name())) {
        throw new IllegalArgumentException(
            "The text " + key.inBundle() + " has no place for {" + arg.name() + "}");
      }
    }
    return new Phrase(runs);
  }

  private static Arg find(TextKey key, String name, Arg[] args) {
    for (Arg arg : args) {
      if (arg.name().equals(name)) {
        return arg;
      }
    }
    throw new IllegalArgumentException("The text " + key.inBundle() + " lacks {" + name + "}");
  }

  private String template(TextKey key) {
    String template = bundle.getProperty(key.inBundle());
    if (template == null) {
      throw new IllegalStateException(
          "The bundle " + language.tag() + " has no text " + key.inBundle());
    }
    return template;
  }

  /** The name of a country in this language. */
  public String country(CountryCode country) {
    return Locale.of("", country.value()).getDisplayCountry(Locale.of(language.tag()));
  }
}
