package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * One upload of a file. Of two uploads the one that was created later is the newer, whenever they
 * are read.
 *
 * @param createdAt to the millisecond
 * @param tag tells uploads of the same millisecond apart
 */
public record FileVersion(Instant createdAt, String tag) implements Comparable<FileVersion> {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9.-]{1,100}");

  /**
   * @throws InvalidValueException when the tag has other characters than letters, digits, dots and
   *     hyphens
   */
  public FileVersion {
    createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    if (!TAG.matcher(tag).matches()) {
      throw new InvalidValueException("The file's tag must be 1 to 100 letters and digits.");
    }
  }

  /** As a text; texts of versions sort from old to new. */
  public String text() {
    return INSTANT.format(createdAt) + "#" + tag;
  }

  /**
   * The version that {@link #text} made the text of.
   *
   * @throws InvalidValueException when it made no such text
   */
  public static FileVersion parse(String text) {
    String[] parts = text.split("#", -1);
    if (parts.length != 2) {
      throw new InvalidValueException("This is no version of a file.");
    }
    try {
      return new FileVersion(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeException _) {
      throw new InvalidValueException("This is no version of a file.");
    }
  }

  @Override
  public int compareTo(FileVersion other) {
    return text().compareTo(other.text());
  }
}
