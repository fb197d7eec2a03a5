package io.customerconnect.local.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds web addresses in mails. */
final class Links {
  private static final Pattern HREF = Pattern.compile("href=\"(https?://[^\"]+)\"");
  private static final Pattern IN_TEXT = Pattern.compile("(https?://[^\\s<>\"]+[^\\s<>\".,;:!?)])");

  private Links() {}

  static Set<URI> of(ReceivedMail mail) {
    Set<URI> links = new LinkedHashSet<>();
    Stream.concat(found(HREF, mail.html()), found(IN_TEXT, mail.text()))
        .forEach(link -> parse(link).ifPresent(links::add));
    return links;
  }

  private static Stream<String> found(Pattern pattern, Optional<String> part) {
    return part.stream()
        .flatMap(content -> pattern.matcher(content).results())
        .map(match -> match.group(1).replace("&amp;", "&"));
  }

  private static Optional<URI> parse(String link) {
    try {
      return Optional.of(new URI(link));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
