package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * One upload of a file. Of two uploads the one that was created later is the newer, whenever they
 * are read.
 *
 * @param createdAt to the millisecond
 * @param tag tells uploads of the same millisecond apart
 */
public record FileVersion(Instant createdAt, String tag) {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9.-]{1,100}");

  /**
   * @throws InvalidValueException when the tag has other characters than letters, digits, dots and
   *     hyphens
   */
  public FileVersion {
    if (!TAG.matcher(tag).matches()) {
      throw new InvalidValueException("The file's tag must be 1 to 100 letters and digits.");
    }
  }

  /** As a text; texts of versions sort from old to new. */
  public String text() {
    return INSTANT.format(createdAt) + "#" + tag;
  }
}
