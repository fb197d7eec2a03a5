package io.customerconnect.testing.functions;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.local.mail.SesAccount;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Books;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.Keys;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.Transition;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.TestTable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A supplier, a customer with two contacts, a table, and a clock that is moved by hand; what a
 * function is given and asked in tests.
 */
public final class Scene {
  /** The account that functions' mails are sent with. */
  public static final SesAccount SES_ACCOUNT = new SesAccount("connect.example", "mails");

  /** The most items that DynamoDB writes in a batch. */
  private static final int MAX_WRITES = 25;

  private static final TestTable TABLE = DynamoDbLocal.freshTable();

  private final Table table;
  private final Relationships relationships;
  private final DirectoryStore directory;
  private final AccountId account = new AccountId(UUID.randomUUID().toString());
  private final LegalEntity buyer = Fixtures.customer("b-" + UUID.randomUUID());
  private final SecureRandom random = new SecureRandom();
  private Instant now = MONDAY_MORNING;

  /** In the table that all tests of this JVM share. */
  public Scene() {
    this(TABLE);
  }

  /** In a table of its own, for functions that go through all that is in the table. */
  public static Scene alone() {
    return new Scene(DynamoDbLocal.freshTable());
  }

  private Scene(TestTable test) {
    table = new Table(test.client(), test.name());
    relationships = new Relationships(table);
    directory = new DirectoryStore(table);
    add(buyer);
    new Accounts(table).create(Fixtures.supplier(account.value()), MONDAY_MORNING);
  }

  public LegalEntity buyer() {
    return buyer;
  }

  public AccountId account() {
    return account;
  }

  public Table table() {
    return table;
  }

  /** Puts a customer into the directory. */
  public LegalEntity add(LegalEntity entity) {
    directory.load(
        List.of(new DirectoryStore.Row(entity, new Revision(new FileVersion(now, "scene"), 2))));
    return entity;
  }

  /** What a function is given. */
  public Platform platform() {
    return TestPlatform.of(table.name(), () -> now);
  }

  /** A request by the supplier's user, to be completed. */
  public HttpCall call(RequestStreamHandler function, String route) {
    return HttpCall.of(function, route).signedInAs(account.value(), "user-1");
  }

  public Instant now() {
    return now;
  }

  /** Moves the clock on. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Sets the clock. */
  public void pass(Instant to) {
    now = to;
  }

  /** The supplier asks for a connection. */
  public TicketNumber ask() {
    return ask(account, buyer);
  }

  /** As {@link #ask()}, of the customer with numbers of its own. */
  public TicketNumber ask(LegalEntity asItIs) {
    return ask(account, asItIs);
  }

  /** Another account is connected with the customer, which knows it by a number of its own. */
  public void connect(AccountId other, VendorNumber vendor) {
    Command confirm = new Command.Confirm(ask(other, buyer), Optional.of(vendor));
    relationships.apply(other, buyer.id(), confirm, Actor.buyer("c***@example.com"), now);
  }

  private TicketNumber ask(AccountId supplier, LegalEntity asItIs) {
    TicketNumber ticket = TicketNumber.random(random);
    StoredRelationship before = relationships.find(supplier, buyer.id());
    Decision decision =
        relationships.decide(
            before,
            new Command.Ask(
                ticket, BuyerPolicy.APPROVAL, buyer.contacts().size(), asItIs.connectionRules()),
            now);
    relationships.commit(
        List.of(
            new Transition(
                before,
                (Decision.Changed) decision,
                Actor.supplier("user-1"),
                now,
                EntityBrief.of(buyer),
                Optional.empty())));
    return ticket;
  }

  /** The customer's contact, or the supplier, does something. */
  public void apply(Command command) {
    applyTo(buyer, command);
  }

  /** As {@link #apply}, with another customer. */
  public void applyTo(LegalEntity other, Command command) {
    relationships.apply(account, other.id(), command, Actor.buyer("c***@example.com"), now);
  }

  /**
   * The supplier has so many more connections, each with a customer of its own, that stand as the
   * one with its customer does: written as they are, as making them takes long.
   */
  public void connectAlike(int connections) {
    List<Map<String, AttributeValue>> alike =
        table
            .client()
            .query(
                query ->
                    query
                        .tableName(table.name())
                        .keyConditionExpression("PK = :account")
                        .expressionAttributeValues(
                            Map.of(
                                ":account", AttributeValue.fromS(Keys.accountPartition(account)))))
            .items()
            .stream()
            .filter(item -> item.toString().contains(buyer.id().value()))
            .toList();
    List<WriteRequest> writes = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      String other = "other-%05d".formatted(i);
      alike.forEach(item -> writes.add(put(with(other, item))));
      if (writes.size() > MAX_WRITES - alike.size() || i == connections - 1) {
        table
            .client()
            .batchWriteItem(batch -> batch.requestItems(Map.of(table.name(), List.copyOf(writes))));
        writes.clear();
      }
    }
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  /** The same of another customer. */
  private Map<String, AttributeValue> with(String other, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> copy = new HashMap<>(item);
    copy.replaceAll(
        (_, value) ->
            value.s() == null
                ? value
                : AttributeValue.fromS(value.s().replace(buyer.id().value(), other)));
    return copy;
  }

  /** What a claim of the supplier's vendor number has led to, and by whom it was made. */
  public record Claim(AccountId claimant, TicketNumber holders, TicketNumber claimants) {}

  /** The supplier is connected under a vendor number, and then another account proves it. */
  public Claim claim(VendorNumber number) {
    apply(new Command.Confirm(ask(), Optional.of(number)));
    Claim claim =
        new Claim(
            new AccountId("claimant-" + account.value()),
            TicketNumber.random(random),
            TicketNumber.random(random));
    ChallengeId id = ChallengeId.random(buyer.id(), random);
    prove(claim.claimant(), new Command.BeginChallenge(id));
    prove(
        claim.claimant(),
        new Command.PassChallenge(
            id,
            number,
            AfterProof.CONNECTED,
            new VendorNumberHolder.Others(List.of(new HolderTicket(account, claim.holders()))),
            claim.claimants(),
            buyer.contacts().size(),
            buyer.connectionRules()));
    return claim;
  }

  private void prove(AccountId claimant, Command command) {
    StoredRelationship before = relationships.find(claimant, buyer.id());
    relationships.commit(
        List.of(
            new Transition(
                before,
                (Decision.Changed) relationships.decide(before, command, now),
                Actor.supplier("user-2"),
                now,
                EntityBrief.of(buyer),
                Optional.empty())));
  }

  /** Whoever has claimed the supplier's vendor number, or somebody for it, does something. */
  public void applyTo(Claim claim, Command command) {
    relationships.apply(claim.claimant(), buyer.id(), command, Actor.supplier("user-2"), now);
  }

  /** The customer has answered so many requests, each after so many working days. */
  public void answered(LegalEntity customer, int times, int workingDays) {
    new Books(table).answered(customer.id(), times, workingDays);
  }

  public RelationshipState state() {
    return relationships.find(account, buyer.id()).relationship().state();
  }

  public List<TicketEvent> history(TicketNumber ticket) {
    return new TicketStore(table)
        .find(ticket).orElseThrow().history().stream().map(HistoryEntry::event).toList();
  }

  /** What a function answers to an event. */
  public static Json.Obj invoke(RequestStreamHandler function, Json event) {
    return Deployed.invoke(function, event);
  }

  /**
   * Gives a function messages in one batch.
   *
   * @return the ids of those that are to come again: their places, from 0
   */
  public static List<String> deliver(RequestStreamHandler function, String... bodies) {
    Json batch =
        Json.object()
            .with(
                "Records",
                IntStream.range(0, bodies.length).boxed().toList(),
                place ->
                    Json.object()
                        .with("messageId", Integer.toString(place))
                        .with("body", bodies[place]));
    return invoke(function, batch).items("batchItemFailures").stream()
        .map(item -> ((Json.Obj) item).require("itemIdentifier"))
        .toList();
  }
}
