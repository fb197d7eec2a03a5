package io.customerconnect.table;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.ticket.Notice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page begins: the sort key of the last item of this one. The partition is never in
 * it, so that a cursor leads nowhere but within what its user may read.
 */
public record Cursor(String sortKey) {
  private static final int MAX_SORT_KEY_LENGTH = 300;

  /** The cursor that a client sends back for a list of relationships. */
  public static Cursor ofRelationships(String text) {
    return parse(text, Keys.RELATIONSHIPS);
  }

  /** The cursor that a client sends back for a list of notices. */
  public static Cursor ofNotices(String text) {
    return parse(text, Keys.NOTICES);
  }

  /** The place of a notice. */
  public static Cursor of(Notice notice) {
    return new Cursor(Keys.noticePlace(notice.at(), notice.id()));
  }

  /** The cursor that a client sends back for a ticket's history. */
  public static Cursor ofHistory(String text) {
    return parse(text, Keys.HISTORY);
  }

  /** The cursor that a client sends back for a list of tickets. */
  public static Cursor ofTickets(String text) {
    Cursor cursor = parse(text, Keys.TICKETS);
    Keys.ticketNumber(cursor.sortKey());
    return cursor;
  }

  /** The cursor that a client sends back for the support desk's list of work. */
  public static Cursor ofWork(String text) {
    Cursor cursor = parse(text, "");
    Keys.ticketNumber(cursor.sortKey());
    return cursor;
  }

  /** The cursor that a client sends back for the support desk's list of feeds. */
  public static Cursor ofFeeds(String text) {
    return parse(text, "");
  }

  /**
   * A cursor within the items whose sort keys begin with a prefix.
   *
   * @throws InvalidValueException when it is none
   */
  private static Cursor parse(String text, String prefix) {
    try {
      String sortKey = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (sortKey.startsWith(prefix) && sortKey.length() <= MAX_SORT_KEY_LENGTH) {
        return new Cursor(sortKey);
      }
    } catch (IllegalArgumentException _) {
      // Not even Base64: the same answer.
    }
    throw new InvalidValueException("This is not a cursor of an earlier answer.");
  }

  /** The cursor as a client gets it. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
  }
}
