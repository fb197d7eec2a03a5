package io.customerconnect.domain.party;

import io.customerconnect.domain.rules.RuleSettings;
import java.util.List;
import java.util.Optional;

/**
 * What support has set for a legal entity, over what the directory says, until support takes it
 * back (P33).
 *
 * @param policy empty: what the directory says
 * @param contacts none: those of the directory
 * @param rules the numbers that it has of its own
 */
public record SupportSettings(
    Optional<BuyerPolicy> policy, List<Contact> contacts, RuleSettings rules) {
  public SupportSettings {
    contacts = List.copyOf(contacts);
  }
}
