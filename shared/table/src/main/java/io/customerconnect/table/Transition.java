package io.customerconnect.table;

import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.ticket.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A decided change of a relationship, to be written with all that belongs to it.
 *
 * @param before as it was read; the write fails when it has changed since
 * @param entity the legal entity, for whoever reads the ticket later
 * @param askedWith the client's name for the request, when the change opens one
 */
public record Transition(
    StoredRelationship before,
    Decision.Changed change,
    Actor by,
    Instant at,
    EntityBrief entity,
    Optional<String> askedWith) {

  StoredRelationship after() {
    RelationshipState next = change.next().state();
    boolean opensRequest =
        (next instanceof RelationshipState.Pending || next instanceof RelationshipState.Challenged)
            && next.getClass() != before.relationship().state().getClass();
    return new StoredRelationship(
        change.next(), before.version() + 1, entity, opensRequest ? askedWith : before.askedWith());
  }
}
