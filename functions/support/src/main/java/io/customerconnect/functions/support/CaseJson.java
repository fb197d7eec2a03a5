package io.customerconnect.functions.support;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.RelationshipJson;
import io.customerconnect.lambda.TicketJson;
import java.util.Optional;

/** Tickets as the support desk sees them: with the people, which suppliers do not see. */
final class CaseJson {
  private CaseJson() {}

  /**
   * A ticket of a list.
   *
   * @param usual within how many working days its customer usually answers; empty when not known
   */
  static Json.Obj ofList(Ticket ticket, Optional<Integer> usual) {
    return TicketJson.ticket(ticket, usual)
        .with("accountId", ticket.account().value())
        .with("related", ticket.related(), number -> Json.of(number.value()))
        .with("assignee", ticket.assignee().map(UserId::value));
  }

  static Json.Obj of(Desk.Case open) {
    Json.Obj json =
        ofList(open.ticket(), open.usual())
            .with("history", open.found().history(), CaseJson::entry);
    if (open.about().isEmpty()) {
      return json;
    }
    Desk.About about = open.about().get();
    RelationshipState state =
        about.snapshot().relationship(about.legalEntity()).relationship().state();
    json =
        json.with("relationship", relationship(state))
            .with("challenge", challenge(about.challenge()));
    Optional<SupplierAccount> supplier = about.snapshot().account();
    json = supplier.isPresent() ? json.with("supplier", supplier(supplier.get())) : json;
    return about.customer().isPresent()
        ? json.with("customer", customer(about.customer().get()))
        : json;
  }

  private static Json.Obj entry(HistoryEntry entry) {
    return TicketJson.entry(entry)
        .with("name", Optional.of(entry.by().name()).filter(name -> !name.isEmpty()))
        .with("detail", Optional.of(entry.detail()).filter(text -> !text.isEmpty()));
  }

  private static Json.Obj relationship(RelationshipState state) {
    Json.Obj json = RelationshipJson.full(state);
    return state instanceof RelationshipState.Pending pending
        ? json.with("ask", pending.asks()).with("asked", asked(pending.recipient()))
        : json;
  }

  private static String asked(Recipient recipient) {
    return switch (recipient) {
      case Recipient.DirectoryContact contact -> "contact " + (contact.index() + 1);
      case Recipient.Colleague colleague -> colleague.contact().mail().masked();
      case Recipient.Later later -> asked(later.who());
      case Recipient.Operator _ -> "operator";
    };
  }

  private static Json.Obj challenge(Challenge challenge) {
    return Json.object()
        .with("state", word(challenge.state()))
        .with("wrongFirst", challenge.wrong(Step.FIRST))
        .with("wrongSecond", challenge.wrong(Step.SECOND))
        .with("failuresEver", challenge.failuresEver());
  }

  private static String word(ChallengeState state) {
    return switch (state) {
      case ChallengeState.NotBegun _ -> "none";
      case ChallengeState.Asked _ -> "step-1";
      case ChallengeState.AskedSecond _ -> "step-2";
      case ChallengeState.Locked _ -> "locked";
      case ChallengeState.Expired _ -> "expired";
      case ChallengeState.Passed _ -> "passed";
      case ChallengeState.HandedOver handedOver -> word(handedOver.stood());
    };
  }

  private static Json.Obj supplier(SupplierAccount supplier) {
    return Json.object()
        .with("accountId", supplier.id().value())
        .with("legalName", supplier.company().map(Company::legalName))
        .with("country", supplier.company().map(company -> company.country().value()))
        .with("contact", contact(supplier.contact()));
  }

  static Json.Obj customer(LegalEntity customer) {
    return Json.object()
        .with("legalEntityId", customer.id().value())
        .with("name", customer.legalName())
        .with("country", customer.country().value())
        .with("city", Optional.of(customer.city()).filter(city -> !city.isEmpty()))
        .with("policy", customer.policy().word())
        .with("contacts", customer.contacts(), CaseJson::contact);
  }

  static Json.Obj contact(Contact contact) {
    return Json.object()
        .with("name", contact.name())
        .with("mail", contact.mail().value())
        .with("language", contact.language().tag());
  }
}
