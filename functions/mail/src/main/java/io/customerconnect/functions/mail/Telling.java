package io.customerconnect.functions.mail;

import io.customerconnect.domain.connection.NumberReview;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.mail.Answer;
import io.customerconnect.mail.AnswerMail;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Mail;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.mail.NumberMail;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.TicketStore.TicketWithHistory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells a supplier by mail how its request ended, or what came of another's that concerns it. */
final class Telling {
  private final TicketStore tickets;
  private final Relationships relationships;
  private final MailDelivery delivery;

  Telling(TicketStore tickets, Relationships relationships, MailDelivery delivery) {
    this.tickets = tickets;
    this.relationships = relationships;
    this.delivery = delivery;
  }

  /** SES does not take the mail as it is: an operator has to see to it. */
  static final class UndeliverableException extends RuntimeException {
    UndeliverableException(MailEffect effect) {
      super("Mail " + effect.id() + " was refused", null, false, false);
    }
  }

  /**
   * Sends the mail of a closed request, once. None is sent while the request is open, or when it
   * was withdrawn, or when the connection that it led to has ended in the meantime.
   *
   * @throws MailDelivery.TryLaterException when the mail has to be tried again
   * @throws UndeliverableException when SES refuses the mail; the message then ends in the
   *     dead-letter queue
   */
  void tell(MailEffect.Answered effect) {
    Optional<Supplier<Mail>> mail = tickets.find(effect.ticket()).flatMap(this::mailOf);
    if (mail.isPresent() && delivery.deliver(effect, mail.get()) == MailDelivery.Outcome.REFUSED) {
      throw new UndeliverableException(effect);
    }
  }

  private Optional<Supplier<Mail>> mailOf(TicketWithHistory found) {
    Ticket ticket = found.ticket();
    return ticket.status() instanceof TicketStatus.Closed closed
        ? ticket.subject().customer().flatMap(customer -> mailOf(found, customer, closed))
        : Optional.empty();
  }

  private Optional<Supplier<Mail>> mailOf(
      TicketWithHistory found, LegalEntityId legalEntity, TicketStatus.Closed closed) {
    Ticket ticket = found.ticket();
    Relationships.Snapshot snapshot =
        relationships.snapshot(ticket.account(), List.of(legalEntity));
    Customer customer =
        Optional.ofNullable(snapshot.legalEntities().get(legalEntity))
            .map(Customer::of)
            .orElseGet(() -> new Customer(ticket.subject().customerName(), Optional.empty()));
    return snapshot
        .account()
        .flatMap(
            supplier ->
                switch (ticket.subject()) {
                  case Ticket.Subject.Connection _ -> {
                    RelationshipState state =
                        snapshot.relationship(legalEntity).relationship().state();
                    yield answer(found, closed, state)
                        .<Supplier<Mail>>map(
                            answer ->
                                new AnswerMail(
                                        supplier.contact(),
                                        supplier.company().map(Company::country),
                                        customer,
                                        ticket.number(),
                                        closed.at(),
                                        answer)
                                    ::compose)
                        .or(
                            () ->
                                numberReview(state, ticket)
                                    .map(
                                        number ->
                                            number(supplier, customer, ticket, number, closed)));
                  }
                  case Ticket.Subject.VendorNumberClaim claim ->
                      Optional.of(number(supplier, customer, ticket, claim.vendorNumber(), closed));
                  case Ticket.Subject.MissingCustomer _ -> Optional.empty();
                });
  }

  /** The number that a connected supplier's ticket is about; empty where it is about more. */
  private static Optional<VendorNumber> numberReview(RelationshipState state, Ticket ticket) {
    return state instanceof Connected connected
            && connected.ticket().equals(Optional.of(ticket.number()))
        ? connected.review().map(NumberReview::vendorNumber)
        : Optional.empty();
  }

  private static Supplier<Mail> number(
      SupplierAccount supplier,
      Customer customer,
      Ticket ticket,
      VendorNumber number,
      TicketStatus.Closed closed) {
    return new NumberMail(supplier.contact(), customer, number, ticket.number(), outcome(closed))
        ::compose;
  }

  private static NumberMail.Outcome outcome(TicketStatus.Closed closed) {
    return switch (closed.outcome()) {
      case NUMBER_ADDED -> NumberMail.Outcome.ADDED;
      case NUMBER_REFUSED -> NumberMail.Outcome.REFUSED;
      case NUMBER_SHARED -> NumberMail.Outcome.SHARED;
      default -> NumberMail.Outcome.KEPT;
    };
  }

  private static Optional<Answer> answer(
      TicketWithHistory found, TicketStatus.Closed closed, RelationshipState state) {
    return switch (closed.outcome()) {
      case CONNECTED -> connected(state, found);
      case DECLINED -> Optional.of(new Answer.Declined(found.reason()));
      case NOT_OUR_SUPPLIER -> Optional.of(new Answer.NotOurSupplier(found.reason()));
      case REJECTED -> Optional.of(new Answer.Rejected(found.reason()));
      case EXPIRED -> Optional.of(new Answer.Expired());
      case WITHDRAWN,
          CUSTOMER_ADDED,
          CUSTOMER_NOT_ADDED,
          NUMBER_ADDED,
          NUMBER_REFUSED,
          NUMBER_SHARED,
          NUMBER_KEPT ->
          Optional.empty();
    };
  }

  private static Optional<Answer> connected(RelationshipState state, TicketWithHistory found) {
    return state instanceof Connected connected
            && Tickets.cameBy(connected, found.ticket().number())
        ? Optional.of(Answer.of(connected, found.reason()))
        : Optional.empty();
  }
}
