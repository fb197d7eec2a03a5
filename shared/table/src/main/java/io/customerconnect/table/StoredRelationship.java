package io.customerconnect.table;

import io.customerconnect.domain.connection.TradingRelationship;
import java.util.Optional;

/**
 * A relationship as it stands in the table.
 *
 * @param version counts its changes; 0 when it is not in the table yet
 * @param entity the legal entity when the relationship was last written
 * @param askedWith the client's name for the request that opened the latest ticket
 */
public record StoredRelationship(
    TradingRelationship relationship,
    long version,
    EntityBrief entity,
    Optional<String> askedWith) {}
