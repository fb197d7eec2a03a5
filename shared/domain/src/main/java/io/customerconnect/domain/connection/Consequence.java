package io.customerconnect.domain.connection;

import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.TicketNumber;
import java.util.Optional;

/** What has to follow from a change of a relationship, outside the table. */
public sealed interface Consequence {

  /** The customer is to be asked by mail, for the {@code ask}-th time. */
  record AskBuyer(AccountId account, LegalEntityId legalEntity, TicketNumber ticket, int ask)
      implements Consequence {}

  /** The supplier is to be told by mail that its request has been handled. */
  record TellSupplier(TicketNumber ticket) implements Consequence {}

  /**
   * What follows from a relationship being written as {@code after}, having been {@code before}.
   */
  static Optional<Consequence> of(Optional<TradingRelationship> before, TradingRelationship after) {
    RelationshipState was =
        before.map(TradingRelationship::state).orElseGet(RelationshipState.Unconnected::new);
    return switch (after.state()) {
      case Pending pending when !(was instanceof Pending old) || old.asks() != pending.asks() ->
          pending.recipient() instanceof Recipient.Operator
              ? Optional.empty()
              : Optional.of(
                  new AskBuyer(
                      after.account(), after.legalEntity(), pending.ticket(), pending.asks()));
      case Connected connected when !(was instanceof Connected) ->
          connected.ticket().map(TellSupplier::new);
      case Declined declined when !(was instanceof Declined) ->
          Optional.of(new TellSupplier(declined.ticket()));
      case Expired expired when !(was instanceof Expired) ->
          Optional.of(new TellSupplier(expired.ticket()));
      case Pending _, Connected _, Declined _, Expired _, Ended _, Unconnected _ ->
          Optional.empty();
    };
  }
}
