package io.customerconnect.functions.buyer;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.functions.buyer.page.ObjectionView;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Supplier;
import io.customerconnect.table.ObjectionLink;
import io.customerconnect.table.ObjectionLinks;
import io.customerconnect.table.Relationships;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What somebody sees who was told of a connection, and what comes of saying "this was not us". */
final class Objecting {
  private final ObjectionLinks links;
  private final Relationships relationships;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Objecting(ObjectionLinks links, Relationships relationships, InstantSource clock) {
    this.links = links;
    this.relationships = relationships;
    this.clock = clock;
  }

  /** A view, and the language of the one whom the link was sent to. */
  record Shown(ObjectionView view, Optional<Language> readerLanguage) {}

  /** How things stand. */
  Shown show(String token) {
    return links
        .find(token, clock.instant())
        .map(link -> new Shown(view(link), Optional.of(link.sentTo().language())))
        .orElseGet(() -> new Shown(new ObjectionView.InvalidLink(), Optional.empty()));
  }

  /** Suspends the connection, if it is the one that the link is about; shows how things stand. */
  Shown object(String token) {
    Optional<ObjectionLink> link = links.find(token, clock.instant());
    if (link.isPresent() && view(link.get()) instanceof ObjectionView.Open) {
      links.use(link.get(), new Command.Suspend(TicketNumber.random(random), ""), clock.instant());
    }
    return show(token);
  }

  private ObjectionView view(ObjectionLink link) {
    Relationships.Snapshot snapshot =
        relationships.snapshot(link.account(), List.of(link.legalEntity()));
    Optional<LegalEntity> buyer =
        Optional.ofNullable(snapshot.legalEntities().get(link.legalEntity()));
    Optional<Supplier> supplier = snapshot.account().flatMap(Supplier::of);
    if (buyer.isEmpty() || supplier.isEmpty()) {
      return new ObjectionView.InvalidLink();
    }
    Customer customer = Customer.of(buyer.get());
    return switch (snapshot.relationship(link.legalEntity()).relationship().state()) {
      case Connected connected when connected.vendorNumbers().contains(link.vendorNumber()) ->
          new ObjectionView.Open(customer, supplier.get(), link.vendorNumber());
      case Suspended _ -> new ObjectionView.Objected(customer, supplier.get());
      case Connected _, Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ ->
          new ObjectionView.Settled(customer, supplier.get());
    };
  }
}
