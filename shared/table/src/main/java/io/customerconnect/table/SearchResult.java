package io.customerconnect.table;

import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.names.SearchKey;
import io.customerconnect.domain.party.BuyerPolicy;
import java.util.Optional;

/**
 * A group or legal entity, as the name index shows it.
 *
 * @param otherName the name that was matched, where it is not the official one
 * @param identifier one that tells namesakes apart
 * @param groupId the group that a legal entity belongs to
 * @param policy of a legal entity
 */
public record SearchResult(
    Kind kind,
    String id,
    String officialName,
    Optional<String> otherName,
    Optional<String> country,
    Optional<String> city,
    Optional<String> identifier,
    Optional<String> groupId,
    Optional<String> groupName,
    Optional<BuyerPolicy> policy,
    SearchKey key)
    implements Candidate {}
