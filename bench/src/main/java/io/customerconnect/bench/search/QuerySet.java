package io.customerconnect.bench.search;

import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.LegalEntity;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory, and queries for it.
 *
 * @param kinds the classes of the queries, in the order in which they are shown
 */
record QuerySet(
    String name,
    List<LegalEntity> entities,
    List<EntityGroup> groups,
    List<Query> queries,
    List<String> kinds) {

  /** What the company or group that is meant is called. */
  String name(Query.Wanted wanted) {
    return Stream.concat(
            entities.stream()
                .filter(entity -> entity.id().value().equals(wanted.id()))
                .map(LegalEntity::legalName),
            groups.stream()
                .filter(group -> group.id().value().equals(wanted.id()))
                .map(EntityGroup::name))
        .findFirst()
        .orElse("?");
  }
}
