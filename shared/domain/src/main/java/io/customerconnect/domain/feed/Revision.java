package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/**
 * Where what is known about an entity comes from. The higher revision wins: that of the newer file,
 * and in one file that of the later line, in whatever order rows are loaded.
 *
 * @param line from 1
 */
public record Revision(FileVersion file, long line) implements Comparable<Revision> {

  /** As a text; texts of revisions sort from low to high. */
  public String text() {
    return file.text() + "#" + String.format(Locale.ROOT, "%010d", line);
  }

  /**
   * The revision that {@link #text} made the text of.
   *
   * @throws InvalidValueException when it made no such text
   */
  public static Revision parse(String text) {
    String[] parts = text.split("#", -1);
    if (parts.length != 3) {
      throw new InvalidValueException("This is no revision.");
    }
    try {
      return new Revision(
          new FileVersion(Instant.parse(parts[0]), parts[1]), Long.parseLong(parts[2]));
    } catch (DateTimeException | NumberFormatException e) {
      throw new InvalidValueException("This is no revision.");
    }
  }

  @Override
  public int compareTo(Revision other) {
    return text().compareTo(other.text());
  }
}
