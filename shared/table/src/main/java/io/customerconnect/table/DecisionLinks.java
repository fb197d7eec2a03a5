package io.customerconnect.table;

import io.customerconnect.domain.connection.AnswerTimes;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Links to decision pages. The table knows the hashes of their tokens, and nobody the tokens. */
public final class DecisionLinks {
  private final Table table;
  private final Relationships relationships;
  private final SecureRandom random = new SecureRandom();

  public DecisionLinks(Table table, Relationships relationships) {
    this.table = table;
    this.relationships = relationships;
  }

  /**
   * Makes a link.
   *
   * @return its token, 43 characters that are safe in a URL
   */
  public String create(DecisionLink link) {
    String token = Tokens.random(random);
    table
        .client()
        .putItem(
            PutItemRequest.builder()
                .tableName(table.name())
                .item(
                    ItemBuilder.item(Keys.decision(Tokens.hash(token)))
                        .set("account", link.account().value())
                        .set("legalEntity", link.legalEntity().value())
                        .set("ticket", link.ticket().value())
                        .set("ask", link.ask())
                        .setMaps(
                            "sentTo", List.of(LegalEntityItem.ContactItem.write(link.sentTo())))
                        .set("until", link.expiresAt())
                        .expiresAt(link.expiresAt())
                        .build())
                .build());
    return token;
  }

  /** The link of a token, unless it is unknown or has expired; one strongly consistent read. */
  public Optional<DecisionLink> find(String token, Instant now) {
    return table
        .get(Keys.decision(Tokens.hash(token)))
        .map(ItemReader::new)
        .map(
            reader ->
                new DecisionLink(
                    new AccountId(reader.string("account")),
                    new LegalEntityId(reader.string("legalEntity")),
                    new TicketNumber(reader.string("ticket")),
                    reader.integer("ask"),
                    LegalEntityItem.ContactItem.read(reader.maps("sentTo").getFirst()),
                    reader.instant("until"),
                    reader.find("used")))
        .filter(link -> now.isBefore(link.expiresAt()));
  }

  /**
   * Carries out what a contact decided, and marks the link as used, in one transaction.
   *
   * @param use as the form calls it
   */
  public Relationships.Applied use(
      String token, DecisionLink link, String use, Command command, Instant now) {
    TransactWriteItem mark =
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(table.name())
                    .key(Table.attributes(Keys.decision(Tokens.hash(token))))
                    .updateExpression("SET used = :use")
                    .conditionExpression("attribute_exists(PK) AND attribute_not_exists(used)")
                    .expressionAttributeValues(Map.of(":use", AttributeValue.fromS(use)))
                    .build())
            .build();
    return relationships.apply(
        link.account(),
        link.legalEntity(),
        command,
        Actor.buyer(link.sentTo().mail().masked()),
        now,
        before ->
            answers(command)
                ? Stream.concat(Stream.of(mark), answered(before, now)).toList()
                : List.of(mark));
  }

  private static boolean answers(Command command) {
    return command instanceof Command.Confirm || command instanceof Command.Decline;
  }

  /** How long the customer took is counted with its answer. */
  private Stream<TransactWriteItem> answered(StoredRelationship before, Instant now) {
    return Tickets.openedAt(before.relationship().state()).stream()
        .map(
            asked ->
                Books.answers(
                    table,
                    before.relationship().legalEntity(),
                    1,
                    AnswerTimes.workingDays(asked, now)));
  }
}
