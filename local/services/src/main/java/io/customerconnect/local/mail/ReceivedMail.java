package io.customerconnect.local.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail that the endpoint took.
 *
 * @param id the message id that SES's events name it by
 * @param time when it was taken
 * @param from sender, with its display name
 * @param to all recipients, as they were given
 * @param headers others than sender, recipients and subject, in order
 * @param text the part in plain text
 * @param html the part in HTML
 * @param tags that every event about it repeats, in order
 */
public record ReceivedMail(
    String id,
    Instant time,
    String from,
    List<String> to,
    String subject,
    List<Entry> headers,
    Optional<String> text,
    Optional<String> html,
    List<Entry> tags,
    Optional<String> configurationSet) {

  public ReceivedMail {
    to = List.copyOf(to);
    headers = List.copyOf(headers);
    tags = List.copyOf(tags);
  }

  /** A header or a tag. */
  public record Entry(String name, String value) {}

  /** Value of the first tag of this name. */
  public Optional<String> tag(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).map(Entry::value).findFirst();
  }

  /** Where the mail leads: every web address in it, once, in the order of the HTML part. */
  public Set<URI> links() {
    return Links.of(this);
  }
}
