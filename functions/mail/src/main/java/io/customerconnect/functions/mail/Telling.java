package io.customerconnect.functions.mail;

import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.mail.Answer;
import io.customerconnect.mail.AnswerMail;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.TicketStore.TicketWithHistory;
import java.util.List;
import java.util.Optional;

/** Tells a supplier by mail how its request ended. */
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
    Optional<AnswerMail> mail = tickets.find(effect.ticket()).flatMap(this::mailOf);
    if (mail.isPresent()
        && delivery.deliver(effect, mail.get()::compose) == MailDelivery.Outcome.REFUSED) {
      throw new UndeliverableException(effect);
    }
  }

  private Optional<AnswerMail> mailOf(TicketWithHistory found) {
    return found.ticket().subject() instanceof Ticket.Subject.Connection connection
            && found.ticket().status() instanceof TicketStatus.Closed closed
        ? mailOf(found, connection, closed)
        : Optional.empty();
  }

  private Optional<AnswerMail> mailOf(
      TicketWithHistory found, Ticket.Subject.Connection connection, TicketStatus.Closed closed) {
    TicketNumber number = found.ticket().number();
    Relationships.Snapshot snapshot =
        relationships.snapshot(found.ticket().account(), List.of(connection.legalEntity()));
    RelationshipState state =
        snapshot.relationship(connection.legalEntity()).relationship().state();
    Optional<Answer> answer =
        switch (closed.outcome()) {
          case CONNECTED -> connected(state, found);
          case DECLINED -> Optional.of(new Answer.Declined(found.reason()));
          case NOT_OUR_SUPPLIER -> Optional.of(new Answer.NotOurSupplier(found.reason()));
          case REJECTED -> Optional.of(new Answer.Rejected(found.reason()));
          case EXPIRED -> Optional.of(new Answer.Expired());
          case WITHDRAWN, CUSTOMER_ADDED, CUSTOMER_NOT_ADDED -> Optional.empty();
        };
    Optional<SupplierAccount> account = snapshot.account();
    Customer customer =
        Optional.ofNullable(snapshot.legalEntities().get(connection.legalEntity()))
            .map(Customer::of)
            .orElseGet(() -> new Customer(connection.customerName(), Optional.empty()));
    return answer.flatMap(
        ending ->
            account.map(
                supplier ->
                    new AnswerMail(
                        supplier.contact(),
                        supplier.company().map(Company::country),
                        customer,
                        number,
                        closed.at(),
                        ending)));
  }

  private static Optional<Answer> connected(RelationshipState state, TicketWithHistory found) {
    return state instanceof Connected connected
            && connected.ticket().equals(Optional.of(found.ticket().number()))
        ? Optional.of(Answer.of(connected, found.reason()))
        : Optional.empty();
  }
}
