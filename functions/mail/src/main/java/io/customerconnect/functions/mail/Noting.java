package io.customerconnect.functions.mail;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.lambda.Log;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.table.Effects;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.TicketStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes what became of a mail: that it went out, or that the next contact is to be asked. */
final class Noting {
  private final Effects effects;
  private final TicketStore tickets;
  private final Relationships relationships;
  private final InstantSource clock;

  Noting(Effects effects, TicketStore tickets, Relationships relationships, InstantSource clock) {
    this.effects = effects;
    this.tickets = tickets;
    this.relationships = relationships;
    this.clock = clock;
  }

  /** Every event tells that SES took the mail; it may come twice, and in any order. */
  void note(SesEvent event) {
    effects.done(event.effect().id(), clock.instant());
    if (event.kind() == SesEvent.Kind.UNDELIVERED) {
      Log.warn("mail undelivered", Map.of("effect", event.effect().id()));
      switch (event.effect()) {
        case MailEffect.Ask ask -> askNext(ask);
        // The supplier sees the same in the portal.
        case MailEffect.Answered _ -> {}
        // Others are told, too.
        case MailEffect.Warned _ -> {}
      }
    }
  }

  private void askNext(MailEffect.Ask ask) {
    Optional<Ticket> ticket = tickets.findTicket(ask.ticket());
    if (ticket.isPresent()
        && ticket.get().subject() instanceof Ticket.Subject.Connection connection) {
      LegalEntityId id = connection.legalEntity();
      LegalEntity buyer =
          relationships.snapshot(ticket.get().account(), List.of(id)).legalEntities().get(id);
      int contacts = buyer == null ? 0 : buyer.contacts().size();
      relationships.apply(
          ticket.get().account(),
          id,
          new Command.Bounce(ask.ticket(), ask.ask(), contacts),
          Actor.SYSTEM,
          clock.instant());
    }
  }
}
