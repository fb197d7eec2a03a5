package io.customerconnect.table;

import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.challenge.VendorChallenges.Replacement;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What all challenges about one vendor number share, as an item. */
final class VendorChallengesItem {
  static final String FAILURES = "failures";
  static final String VERSION = "version";

  private VendorChallengesItem() {}

  static Map<String, AttributeValue> write(
      Keys.Key key, VendorChallenges challenges, long version) {
    return ItemBuilder.item(key)
        .set("vendor", challenges.vendor().value())
        .setMaps("asked", challenges.asked().map(SecondInvoicesItem::write).orElse(List.of()))
        .set("replacement", challenges.replacement().name())
        .set(FAILURES, challenges.failures())
        .set("alarmed", challenges.alarmed().map(LegalEntityId::value))
        .set("pastAlarms", challenges.pastAlarms())
        .set(VERSION, version)
        .build();
  }

  /**
   * As written; an item that only a count of failures has made is one that nobody got to yet.
   *
   * @param vendor whose it is
   */
  static VendorChallenges read(VendorNumber vendor, Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new VendorChallenges(
        vendor,
        SecondInvoicesItem.read(reader.maps("asked")),
        reader.find("replacement").map(Replacement::valueOf).orElse(Replacement.UNUSED),
        reader.integer(FAILURES),
        reader.find("alarmed").map(LegalEntityId::new),
        Math.toIntExact(reader.count("pastAlarms")));
  }
}
