package io.customerconnect.table;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import java.time.Instant;
import java.util.Optional;

/** Links by which somebody can say that a connection is not right (P30). */
public final class ObjectionLinks {
  private final Relationships relationships;
  private final MailedLinks links;

  public ObjectionLinks(Table table, Relationships relationships) {
    this.relationships = relationships;
    links = new MailedLinks(table, Keys::objection);
  }

  /**
   * Makes a link.
   *
   * @return its token
   */
  public String create(ObjectionLink link) {
    return links.create(
        link.sentTo(),
        link.expiresAt(),
        item ->
            item.set("account", link.account().value())
                .set("legalEntity", link.legalEntity().value())
                .set("vendorNumber", link.vendorNumber().value())
                .set("side", link.side().name()));
  }

  /** The link of a token, unless it is unknown or has expired; one strongly consistent read. */
  public Optional<ObjectionLink> find(String token, Instant now) {
    return links
        .find(token, now)
        .map(
            reader ->
                new ObjectionLink(
                    new AccountId(reader.string("account")),
                    new LegalEntityId(reader.string("legalEntity")),
                    new VendorNumber(reader.string("vendorNumber")),
                    MailedLinks.sentTo(reader),
                    Actor.Role.valueOf(reader.string("side")),
                    MailedLinks.expiresAt(reader)));
  }

  /** Suspends the connection, if it still stands. */
  public Relationships.Applied use(ObjectionLink link, Command.Suspend command, Instant now) {
    return relationships.apply(link.account(), link.legalEntity(), command, link.actor(), now);
  }
}
