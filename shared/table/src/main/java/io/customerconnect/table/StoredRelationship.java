package io.customerconnect.table;

import io.customerconnect.domain.connection.TradingRelationship;
import java.util.Optional;

/**
 * A relationship as it stands in the table.
 *
 * @param version counts its changes; 0 when it is not in the table yet
 * @param customerName the legal entity's name when it was last written
 * @param askedWith the client's name for the request that opened the latest ticket
 */
public record StoredRelationship(
    TradingRelationship relationship,
    long version,
    String customerName,
    Optional<String> askedWith) {}
