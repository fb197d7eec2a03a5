package io.customerconnect.table;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.challenge.LedgerProfile.Size;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of ledgers as texts, a line for each fact: its kind, and its parts after tabs. */
final class LedgerText {
  private static final String SEPARATOR = "\t";

  private LedgerText() {}

  private static void line(StringBuilder text, Object... parts) {
    for (int i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : SEPARATOR).append(parts[i]);
    }
    text.append('\n');
  }

  private static List<String> parts(String line) {
    return List.of(line.split(SEPARATOR, -1));
  }

  static String profile(LedgerProfile profile) {
    StringBuilder text = new StringBuilder();
    append(text, profile);
    return text.toString();
  }

  private static void append(StringBuilder text, LedgerProfile profile) {
    profile.days().forEach((day, count) -> line(text, "D", day, count));
    profile
        .sizes()
        .forEach((size, count) -> line(text, "S", size.currency(), size.digits(), count));
    profile
        .amounts()
        .forEach(
            (amount, count) ->
                line(text, "A", amount.currency(), amount.amount().toPlainString(), count));
  }

  static LedgerProfile profile(String text) {
    ProfileReader reader = new ProfileReader();
    text.lines().map(LedgerText::parts).forEach(reader::take);
    return reader.profile();
  }

  /** The profiles of what was gained, by legal entity. */
  static String profiles(Map<LegalEntityId, LedgerGain> gains) {
    StringBuilder text = new StringBuilder();
    gains.forEach(
        (entity, gain) -> {
          line(text, "E", entity);
          append(text, gain.profile());
        });
    return text.toString();
  }

  static Map<LegalEntityId, LedgerProfile> profiles(String text) {
    Map<LegalEntityId, ProfileReader> readers = new LinkedHashMap<>();
    ProfileReader current = new ProfileReader();
    for (List<String> parts : text.lines().map(LedgerText::parts).toList()) {
      if (parts.getFirst().equals("E")) {
        current =
            readers.computeIfAbsent(new LegalEntityId(parts.get(1)), _ -> new ProfileReader());
      } else {
        current.take(parts);
      }
    }
    Map<LegalEntityId, LedgerProfile> profiles = new LinkedHashMap<>();
    readers.forEach((entity, reader) -> profiles.put(entity, reader.profile()));
    return profiles;
  }

  /** The vendors that something was gained of, by legal entity. */
  static String vendors(Map<LegalEntityId, LedgerGain> gains) {
    StringBuilder text = new StringBuilder();
    gains.forEach(
        (entity, gain) -> {
          line(text, "E", entity);
          gain.vendors().forEach(vendor -> line(text, "V", vendor));
        });
    return text.toString();
  }

  static Map<LegalEntityId, Set<VendorNumber>> vendors(String text) {
    Map<LegalEntityId, Set<VendorNumber>> vendors = new LinkedHashMap<>();
    Set<VendorNumber> current = new LinkedHashSet<>();
    for (List<String> parts : text.lines().map(LedgerText::parts).toList()) {
      if (parts.getFirst().equals("E")) {
        current =
            vendors.computeIfAbsent(new LegalEntityId(parts.get(1)), _ -> new LinkedHashSet<>());
      } else {
        current.add(new VendorNumber(parts.get(1)));
      }
    }
    return vendors;
  }

  /** Puts a profile together, line by line. */
  private static final class ProfileReader {
    private final TreeMap<LocalDate, Integer> days = new TreeMap<>();
    private final Map<Size, Integer> sizes = new HashMap<>();
    private final Map<Money, Integer> amounts = new HashMap<>();

    void take(List<String> parts) {
      int count = Integer.parseInt(parts.getLast());
      switch (parts.getFirst()) {
        case "D" -> days.put(LocalDate.parse(parts.get(1)), count);
        case "S" ->
            sizes.put(
                new Size(Currency.getInstance(parts.get(1)), Integer.parseInt(parts.get(2))),
                count);
        default ->
            amounts.put(Money.parse(parts.get(2), Currency.getInstance(parts.get(1))), count);
      }
    }

    LedgerProfile profile() {
      return new LedgerProfile(days, sizes, amounts);
    }
  }
}
