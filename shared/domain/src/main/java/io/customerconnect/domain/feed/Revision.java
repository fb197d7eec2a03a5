package io.customerconnect.domain.feed;

import io.customerconnect.domain.InvalidValueException;
import java.util.Locale;

/**
 * The row that something is known from. The higher revision wins: that of the newer file, and in
 * one file that of the later line, in whatever order rows are loaded.
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
    int end = text.lastIndexOf('#');
    try {
      return new Revision(
          FileVersion.parse(text.substring(0, Math.max(end, 0))),
          Long.parseLong(text.substring(end + 1)));
    } catch (NumberFormatException _) {
      throw new InvalidValueException("This is no revision.");
    }
  }

  @Override
  public int compareTo(Revision other) {
    return text().compareTo(other.text());
  }
}
