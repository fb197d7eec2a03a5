package io.customerconnect.table;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Links by which somebody can say that a connection is not right (P30). */
public final class ObjectionLinks {
  private final Table table;
  private final Relationships relationships;
  private final SecureRandom random = new SecureRandom();

  public ObjectionLinks(Table table, Relationships relationships) {
    this.table = table;
    this.relationships = relationships;
  }

  /**
   * Makes a link.
   *
   * @return its token, 43 characters that are safe in a URL
   */
  public String create(ObjectionLink link) {
    String token = Tokens.random(random);
    table
        .client()
        .putItem(
            PutItemRequest.builder()
                .tableName(table.name())
                .item(
                    ItemBuilder.item(Keys.objection(Tokens.hash(token)))
                        .set("account", link.account().value())
                        .set("legalEntity", link.legalEntity().value())
                        .set("vendorNumber", link.vendorNumber().value())
                        .setMaps(
                            "sentTo", List.of(LegalEntityItem.ContactItem.write(link.sentTo())))
                        .set("side", link.side().name())
                        .set("until", link.expiresAt())
                        .expiresAt(link.expiresAt())
                        .build())
                .build());
    return token;
  }

  /** The link of a token, unless it is unknown or has expired; one strongly consistent read. */
  public Optional<ObjectionLink> find(String token, Instant now) {
    return table
        .get(Keys.objection(Tokens.hash(token)))
        .map(ItemReader::new)
        .map(
            reader ->
                new ObjectionLink(
                    new AccountId(reader.string("account")),
                    new LegalEntityId(reader.string("legalEntity")),
                    new VendorNumber(reader.string("vendorNumber")),
                    LegalEntityItem.ContactItem.read(reader.maps("sentTo").getFirst()),
                    Actor.Role.valueOf(reader.string("side")),
                    reader.instant("until")))
        .filter(link -> now.isBefore(link.expiresAt()));
  }

  /** Suspends the connection, if it still stands. */
  public Relationships.Applied use(ObjectionLink link, Command.Suspend command, Instant now) {
    return relationships.apply(link.account(), link.legalEntity(), command, link.actor(), now);
  }
}
