package io.customerconnect.functions.buyer;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.mail.AskMail;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Mail;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.mail.Occasion;
import io.customerconnect.mail.Supplier;
import io.customerconnect.table.DecisionLink;
import io.customerconnect.table.DecisionLinks;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Usages;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks a customer's contact about a supplier, by mail. */
final class Asking {
  private final Relationships relationships;
  private final DecisionLinks links;
  private final MailDelivery delivery;
  private final Usages usages;
  private final String publicUrl;
  private final InstantSource clock;

  Asking(
      Relationships relationships,
      DecisionLinks links,
      MailDelivery delivery,
      Usages usages,
      String publicUrl,
      InstantSource clock) {
    this.relationships = relationships;
    this.links = links;
    this.delivery = delivery;
    this.usages = usages;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * Sends a request's mail, when it is still the one to be sent; a message that comes late finds
   * the request answered, or another mail due. Where the customer has had enough mails for today,
   * it waits for another day.
   *
   * @throws MailDelivery.TryLaterException when the mail has to be tried again
   */
  void ask(AccountId account, LegalEntityId legalEntity, TicketNumber ticket, int ask) {
    Relationships.Snapshot snapshot = relationships.snapshot(account, List.of(legalEntity));
    boolean due =
        snapshot.relationship(legalEntity).relationship().state() instanceof Pending pending
            && pending.ticket().equals(ticket)
            && pending.asks() == ask
            && pending.recipient() instanceof Recipient.Reachable;
    if (!due) {
      return;
    }
    Pending pending = (Pending) snapshot.relationship(legalEntity).relationship().state();
    Optional<LegalEntity> buyer = Optional.ofNullable(snapshot.legalEntities().get(legalEntity));
    Optional<Contact> contact = buyer.flatMap(entity -> contact(pending.recipient(), entity));
    MailEffect.Ask effect = new MailEffect.Ask(ticket, ask);
    try {
      MailDelivery.Outcome outcome =
          contact.isEmpty()
              ? MailDelivery.Outcome.REFUSED
              : delivery.deliver(
                  effect,
                  () -> {
                    count(legalEntity, effect);
                    return compose(
                        snapshot.account().orElseThrow(),
                        buyer.orElseThrow(),
                        pending,
                        contact.get());
                  });
      if (outcome == MailDelivery.Outcome.REFUSED) {
        int contacts = buyer.map(entity -> entity.contacts().size()).orElse(0);
        apply(account, legalEntity, new Command.Bounce(ticket, ask, contacts));
      }
    } catch (EnoughMailsException _) {
      apply(account, legalEntity, new Command.Postpone(ticket, ask));
    }
  }

  /** The customer's contacts have had as many mails today as they may get. */
  private static final class EnoughMailsException extends RuntimeException {
    EnoughMailsException() {
      super("Enough mails for today", null, false, false);
    }
  }

  private void count(LegalEntityId buyer, MailEffect mail) {
    if (usages.countMail(buyer, mail.id(), clock.instant()) instanceof Usages.Counting.OverLimit) {
      throw new EnoughMailsException();
    }
  }

  private void apply(AccountId account, LegalEntityId buyer, Command command) {
    relationships.apply(account, buyer, command, Actor.SYSTEM, clock.instant());
  }

  /** Who is written to; the directory may have fewer contacts by now than when it was decided. */
  private static Optional<Contact> contact(Recipient recipient, LegalEntity buyer) {
    return switch (recipient) {
      case Recipient.DirectoryContact(int index) ->
          index < buyer.contacts().size()
              ? Optional.of(buyer.contacts().get(index))
              : Optional.empty();
      case Recipient.Colleague(Contact colleague) -> Optional.of(colleague);
      case Recipient.Later _, Recipient.Operator _ -> Optional.empty();
    };
  }

  private Mail compose(
      SupplierAccount account, LegalEntity buyer, Pending pending, Contact contact) {
    Company company = account.company().orElseThrow();
    Instant answerBy = pending.expiry();
    String token =
        links.create(
            new DecisionLink(
                account.id(),
                buyer.id(),
                pending.ticket(),
                pending.asks(),
                contact,
                // The page still tells for a while what became of the request.
                answerBy.plus(pending.timetable().expiry()),
                Optional.empty()));
    return new AskMail(
            contact,
            Customer.of(buyer),
            new Supplier(company, account.contact()),
            pending.ticket(),
            URI.create(publicUrl + "/decisions/" + token),
            answerBy,
            occasion(pending))
        .compose();
  }

  private static Occasion occasion(Pending pending) {
    if (pending.recipient() instanceof Recipient.Colleague) {
      return new Occasion.Forwarded();
    }
    if (pending.reminders() == pending.timetable().reminders().size()) {
      return new Occasion.LastReminder(pending.since());
    }
    if (!pending.recipient().equals(new Recipient.DirectoryContact(0))) {
      return new Occasion.OtherContact(pending.since());
    }
    return pending.reminders() == 0 ? new Occasion.First() : new Occasion.Reminder(pending.since());
  }
}
