package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static io.customerconnect.testing.Fixtures.supplier;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A supplier and a customer in the table that no other test knows. */
final class Scene {
  private final Table table;
  private final Relationships relationships;
  private final AccountId account = new AccountId(UUID.randomUUID().toString());
  private final LegalEntity buyer = customer("b-" + UUID.randomUUID());
  private final SecureRandom random = new SecureRandom();

  Scene(Table table) {
    this.table = table;
    this.relationships = new Relationships(table);
    put(buyer);
    new Accounts(table).create(supplier(account.value()), MONDAY_MORNING);
  }

  AccountId account() {
    return account;
  }

  LegalEntity buyer() {
    return buyer;
  }

  /** The supplier asks, and the request is written. */
  TicketNumber ask(LegalEntity entity) {
    Transition transition = asking(entity);
    relationships.commit(List.of(transition));
    return ((RelationshipState.Pending) transition.change().next().state()).ticket();
  }

  /** The supplier asks, and nothing is written yet. */
  Transition asking(LegalEntity entity) {
    StoredRelationship before = relationships.find(account, entity.id());
    Decision decision =
        relationships.decide(
            before,
            new Command.Ask(
                TicketNumber.random(random), BuyerPolicy.APPROVAL, 2, ConnectionRules.DEFAULT),
            MONDAY_MORNING);
    return new Transition(
        before,
        (Decision.Changed) decision,
        Actor.supplier("user-1"),
        MONDAY_MORNING,
        EntityBrief.of(entity),
        Optional.of("key"));
  }

  /** A contact of the customer does something. */
  Relationships.Applied apply(Command command) {
    return relationships.apply(
        account, buyer.id(), command, Actor.buyer("c***@example.com"), MONDAY_MORNING);
  }

  void put(LegalEntity entity) {
    table
        .client()
        .putItem(request -> request.tableName(table.name()).item(LegalEntityItem.write(entity)));
  }
}
