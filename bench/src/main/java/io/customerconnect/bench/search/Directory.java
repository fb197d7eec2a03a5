package io.customerconnect.bench.search;

import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.RuleSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes entries of a directory from rows of public data. */
final class Directory {
  private Directory() {}

  static LegalEntity entity(
      String id,
      String name,
      List<String> otherNames,
      String country,
      String city,
      Identifiers identifiers,
      Optional<EntityGroup> group) {
    return new LegalEntity(
        new LegalEntityId(id),
        name,
        otherNames,
        new CountryCode(country.matches("[A-Z]{2}") ? country : "DE"),
        city,
        identifiers,
        group,
        Set.of(DocumentType.INVOICE),
        Optional.empty(),
        LedgerVisibility.PRIVATE,
        Optional.empty(),
        List.of(),
        RuleSettings.NONE);
  }

  static EntityGroup group(String id, String name) {
    return new EntityGroup(new GroupId(id), name, Optional.empty());
  }

  /** An id of letters and digits made of one that may hold anything. */
  static String id(String raw) {
    String plain = raw.replaceAll("[^A-Za-z0-9._:-]", "_");
    return plain.length() <= 40
        ? plain
        : plain.substring(0, 30) + Integer.toHexString(raw.hashCode());
  }
}
