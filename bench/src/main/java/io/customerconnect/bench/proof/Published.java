package io.customerconnect.bench.proof;

import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.rules.RuleSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A buyer whose invoices everybody can read, and that offers the challenge all the same. */
final class Published {
  static final LegalEntity BUYER =
      new LegalEntity(
          new LegalEntityId("council"),
          "Council",
          List.of(),
          new CountryCode("GB"),
          "",
          Identifiers.NONE,
          Optional.empty(),
          Set.of(DocumentType.INVOICE),
          Optional.of(BuyerPolicy.CHALLENGE),
          LedgerVisibility.PUBLISHED,
          Optional.empty(),
          List.of(),
          RuleSettings.NONE);

  private Published() {}
}
