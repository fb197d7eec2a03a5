package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntity;

/**
 * What a relationship keeps of its legal entity, so that it can be shown whatever becomes of the
 * directory.
 *
 * @param name empty when the relationship was never written
 */
public record EntityBrief(String name) {

  /** That of an entity of the directory. */
  public static EntityBrief of(LegalEntity entity) {
    return new EntityBrief(entity.legalName());
  }
}
