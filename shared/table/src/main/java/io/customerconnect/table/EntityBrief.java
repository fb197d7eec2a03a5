package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorScope;

/**
 * What a relationship keeps of its legal entity, so that it can be shown, changed and undone
 * whatever becomes of the directory.
 *
 * @param name empty when the relationship was never written
 * @param vendors where its vendor numbers are bound
 */
public record EntityBrief(String name, VendorScope vendors) {

  /** That of an entity of the directory. */
  public static EntityBrief of(LegalEntity entity) {
    return new EntityBrief(entity.legalName(), entity.vendorScope());
  }

  /** That of an entity with a list of vendors of its own. */
  public static EntityBrief named(String name, LegalEntityId id) {
    return new EntityBrief(name, VendorScope.of(id));
  }
}
