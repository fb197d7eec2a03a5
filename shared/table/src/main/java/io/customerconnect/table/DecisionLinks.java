package io.customerconnect.table;

import io.customerconnect.domain.connection.AnswerTimes;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Links to decision pages. The table knows the hashes of their tokens, and nobody the tokens. */
public final class DecisionLinks {
  private final Table table;
  private final Relationships relationships;
  private final MailedLinks links;

  public DecisionLinks(Table table, Relationships relationships) {
    this.table = table;
    this.relationships = relationships;
    links = new MailedLinks(table, Keys::decision);
  }

  /**
   * Makes a link.
   *
   * @return its token
   */
  public String create(DecisionLink link) {
    return links.create(
        link.sentTo(),
        link.expiresAt(),
        item ->
            item.set("account", link.account().value())
                .set("legalEntity", link.legalEntity().value())
                .set("ticket", link.ticket().value())
                .set("ask", link.ask()));
  }

  /** The link of a token, unless it is unknown or has expired; one strongly consistent read. */
  public Optional<DecisionLink> find(String token, Instant now) {
    return links
        .find(token, now)
        .map(
            reader ->
                new DecisionLink(
                    new AccountId(reader.string("account")),
                    new LegalEntityId(reader.string("legalEntity")),
                    new TicketNumber(reader.string("ticket")),
                    reader.integer("ask"),
                    MailedLinks.sentTo(reader),
                    MailedLinks.expiresAt(reader),
                    reader.find("used")));
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
                    .key(Table.attributes(links.key(token)))
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
