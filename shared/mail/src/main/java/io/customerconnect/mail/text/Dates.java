package io.customerconnect.mail.text;

import io.customerconnect.domain.party.CountryCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Properties;

/**
 * Dates in long form, in a reader's language and in the civil time of a country. In a country with
 * several civil times it is UTC. The names of days and months come from our bundles: the JDK's own
 * cost more at start than all texts together.
 */
public final class Dates {
  private static final Properties ZONES = Texts.properties("zones");

  private final Texts texts;
  private final ZoneId zone;

  /**
   * Dates for readers.
   *
   * @param country empty for UTC
   */
  public Dates(Texts texts, Optional<CountryCode> country) {
    this.texts = texts;
    this.zone =
        country
            .map(code -> ZONES.getProperty(code.value()))
            .<ZoneId>map(ZoneId::of)
            .orElse(ZoneOffset.UTC);
  }

  /** The day alone, as in {@code Wednesday, 23 December 2026}; in UTC it says so. */
  public String day(Instant instant) {
    ZonedDateTime time = instant.atZone(zone);
    return zone.equals(ZoneOffset.UTC)
        ? texts.plain(TextKey.DATE_DAY_UTC, Arg.of("day", day(time)))
        : day(time);
  }

  /**
   * The day and the minute with the distance to UTC, as in {@code Wednesday, 23 December 2026,
   * 15:20 (UTC+1)}.
   */
  public String moment(Instant instant) {
    ZonedDateTime time = instant.atZone(zone);
    return texts.plain(
        TextKey.DATE_MOMENT,
        Arg.of("day", day(time)),
        Arg.of("time", twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute())),
        Arg.of("offset", offset(time.getOffset())));
  }

  private String day(ZonedDateTime time) {
    return texts.plain(
        TextKey.DATE_DAY,
        Arg.of("weekday", name(TextKey.DATE_WEEKDAYS, time.getDayOfWeek().getValue())),
        Arg.of("day", String.valueOf(time.getDayOfMonth())),
        Arg.of("month", name(TextKey.DATE_MONTHS, time.getMonthValue())),
        Arg.of("year", String.valueOf(time.getYear())));
  }

  /** The name at a place, from 1, in a list with a blank between names. */
  private String name(TextKey names, int place) {
    String list = texts.plain(names);
    int start = 0;
    for (int i = 1; i < place; i++) {
      start = list.indexOf(' ', start) + 1;
    }
    int end = list.indexOf(' ', start);
    return end < 0 ? list.substring(start) : list.substring(start, end);
  }

  private static String offset(ZoneOffset offset) {
    int minutes = offset.getTotalSeconds() / 60;
    if (minutes == 0) {
      return "UTC";
    }
    int absolute = Math.abs(minutes);
    String sign = minutes < 0 ? "\u2212" : "+";
    String rest = absolute % 60 == 0 ? "" : ":" + twoDigits(absolute % 60);
    return "UTC" + sign + absolute / 60 + rest;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
