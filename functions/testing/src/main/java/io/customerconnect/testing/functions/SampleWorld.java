package io.customerconnect.testing.functions;

import static io.customerconnect.testing.Fixtures.GROUP;
import static io.customerconnect.testing.Fixtures.customer;
import static io.customerconnect.testing.Fixtures.supplier;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Challenges.Attempt;
import io.customerconnect.table.Challenges.Begun;
import io.customerconnect.table.DecisionLink;
import io.customerconnect.table.DecisionLinks;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.ObjectionLink;
import io.customerconnect.table.ObjectionLinks;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.Transition;
import io.customerconnect.template.Function;
import io.customerconnect.template.Trigger;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.TestTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The world that the events in {@code events/} speak of: a supplier that asks one member of a group
 * and is connected with another, in a table of its own.
 */
final class SampleWorld implements AutoCloseable {
  private static final AccountId ACCOUNT = new AccountId("5f0a9c2e-30b1-70d4-8a6e-0d2f4b7c9e11");
  private static final LegalEntity ASKED = customer("de-nordwind-logistik");
  private static final LegalEntity CONNECTED = customer("de-nordwind-spedition");
  private static final VendorNumber VENDOR = new VendorNumber("4711");
  private static final TicketNumber TICKET = new TicketNumber("CC-7K3M-9QX2-H");
  private static final TicketNumber OLD_TICKET = new TicketNumber("CC-2222-2222-K");
  private static final AccountId CLAIMANT = new AccountId("0b8d7c6e-4f1a-70aa-9c3d-5e6f7a8b9c0d");
  private static final TicketNumber CLAIM_TICKET = new TicketNumber("CC-4444-4444-R");
  private static final TicketNumber MISSING_TICKET = new TicketNumber("CC-3333-3333-6");
  private static final ChallengeId AT_FIRST_STEP =
      new ChallengeId("0f1e2d3c4b5a69788796a5b4c3d2e1f0", ASKED.id());
  private static final ChallengeId AT_SECOND_STEP =
      new ChallengeId("5b4c3d2e1f00f1e2d3c4b5a69788796a", CONNECTED.id());
  private static final String TOKEN = "q3V0cXNtb2tlLXRlc3QtdG9rZW4tMDEyMzQ1Njc4OTA";
  private static final Instant ASKED_AT = Instant.parse("2026-08-01T10:00:00Z");
  private static final Instant NOW = ASKED_AT.plus(Duration.ofHours(1));
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final FileVersion FILE = new FileVersion(ASKED_AT, "sample");

  private final TestTable test = DynamoDbLocal.freshTable();
  private final Table table = new Table(test.client(), test.name());
  private final Relationships relationships = new Relationships(table);
  private final SesServer ses = SesServer.start(Scene.SES_ACCOUNT);
  private final EmptyBucket bucket = new EmptyBucket();
  private String token = "";
  private String objectionToken = "";

  private final List<String> queues;

  private SampleWorld(List<String> queues) {
    this.queues = queues;
  }

  /** What a function finds, with the queues that it sends to. */
  static SampleWorld of(Function function) {
    SampleWorld world =
        new SampleWorld(
            function.environment().keySet().stream()
                .filter(setting -> setting.endsWith("_QUEUE_URL"))
                .map(Queues::empty)
                .toList());
    world.fill();
    return world;
  }

  Platform platform() {
    return TestPlatform.of(test.name(), () -> NOW);
  }

  /** An event in a file; its decision token stands for the one that this world knows. */
  Json.Obj read(Path event) throws IOException {
    String text = Files.readString(event);
    return Json.readObject(
        text.replace(TOKEN, text.contains("/objections/") ? objectionToken : token));
  }

  /** A request to a route that is as it should be, but for a body. */
  HttpCall call(RequestStreamHandler handler, Trigger.Route route) {
    HttpCall call = HttpCall.of(handler, route.method() + " " + route.path());
    if (route.authorizer().isPresent()) {
      call = call.signedInAs(ACCOUNT.value(), "user-1", "network", "support");
    }
    if (route.path().startsWith("/decisions/")) {
      call = call.header("content-type", "application/x-www-form-urlencoded");
    }
    for (String parameter : parameters(route)) {
      call =
          call.path(
              parameter,
              route.path().startsWith("/objections/") ? objectionToken : goodValue(parameter));
    }
    return call;
  }

  /** The names of the parameters in a route's path. */
  static List<String> parameters(Trigger.Route route) {
    return PARAMETER.matcher(route.path()).results().map(found -> found.group(1)).toList();
  }

  private String goodValue(String parameter) {
    return switch (parameter) {
      case "accountId" -> ACCOUNT.value();
      case "legalEntityId" -> ASKED.id().value();
      case "groupId" -> GROUP.id().value();
      case "number" -> TICKET.value();
      case "token" -> token;
      case "challengeId" -> AT_FIRST_STEP.toString();
      default -> "x";
    };
  }

  /** All that is in the table. */
  List<String> contents() {
    return test.client().scanPaginator(scan -> scan.tableName(test.name())).items().stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  /** How many messages and mails the function has sent. */
  int sent() {
    return ses.mails().size() + queues.stream().map(Queues::take).mapToInt(List::size).sum();
  }

  @Override
  public void close() {
    bucket.close();
    ses.close();
  }

  private void fill() {
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(ASKED, new Revision(FILE, 2)),
                new DirectoryStore.Row(CONNECTED, new Revision(FILE, 3))));
    new Accounts(table).create(supplier(ACCOUNT.value()), ASKED_AT);
    ask(CONNECTED, OLD_TICKET);
    relationships.apply(
        ACCOUNT,
        CONNECTED.id(),
        new Command.Confirm(OLD_TICKET, Optional.of(VENDOR)),
        Actor.buyer("c***@example.com"),
        ASKED_AT);
    ask(ASKED, TICKET);
    challenge(AT_FIRST_STEP);
    challenge(AT_SECOND_STEP);
    passFirstStep(AT_SECOND_STEP);
    claim();
    new TicketStore(table)
        .reportMissing(
            ACCOUNT,
            new Ticket.Subject.MissingCustomer("Hafenkron", new CountryCode("DE"), ""),
            "hafenkron",
            MISSING_TICKET,
            Actor.supplier(ACCOUNT.value()),
            ASKED_AT);
    token =
        new DecisionLinks(table, relationships)
            .create(
                new DecisionLink(
                    ACCOUNT,
                    ASKED.id(),
                    TICKET,
                    1,
                    ASKED.contacts().getFirst(),
                    ASKED_AT.plus(Timetable.DEFAULT.expiry()),
                    Optional.empty()));
    objectionToken =
        new ObjectionLinks(table, relationships)
            .create(
                new ObjectionLink(
                    ACCOUNT,
                    CONNECTED.id(),
                    VENDOR,
                    CONNECTED.contacts().getFirst(),
                    Actor.Role.BUYER,
                    ASKED_AT.plus(Timetable.DEFAULT.expiry())));
  }

  private void ask(LegalEntity entity, TicketNumber ticket) {
    change(ACCOUNT, entity, Command.Ask.of(entity, ticket));
  }

  private void change(AccountId account, LegalEntity entity, Command command) {
    StoredRelationship before = relationships.find(account, entity.id());
    relationships.commit(
        List.of(
            new Transition(
                before,
                (Decision.Changed) relationships.decide(before, command, ASKED_AT),
                Actor.supplier(account.value()),
                ASKED_AT,
                EntityBrief.of(entity),
                Optional.empty())));
  }

  /** Another account proves the vendor number that is bound to this one. */
  private void claim() {
    ChallengeId id = new ChallengeId("1f1e2d3c4b5a69788796a5b4c3d2e1f0", CONNECTED.id());
    change(CLAIMANT, CONNECTED, new Command.BeginChallenge(id));
    change(
        CLAIMANT,
        CONNECTED,
        new Command.PassChallenge(
            id,
            VENDOR,
            AfterProof.CONNECTED,
            new VendorNumberHolder.Others(List.of(new HolderTicket(ACCOUNT, CLAIM_TICKET))),
            new TicketNumber("CC-5555-5555-B"),
            1,
            CONNECTED.connectionRules()));
  }

  private void challenge(ChallengeId id) {
    StoredChallenge none = challenges().find(ACCOUNT, id.legalEntity());
    challenges()
        .begin(
            List.of(
                new Begun(none, changed(none, new ChallengeCommand.Begin(id, Set.of())).next())),
            List.of(),
            ASKED_AT);
  }

  private void passFirstStep(ChallengeId id) {
    StoredChallenge asked = challenges().find(ACCOUNT, id.legalEntity());
    ChallengeDecision.Changed next =
        changed(
            asked,
            new ChallengeCommand.AnswerFirst(
                id,
                Optional.of(
                    new ChallengeCommand.Leads(
                        VENDOR,
                        new InvoiceNumber("RE-2026/0117"),
                        SecondInvoices.of(
                            id.legalEntity(),
                            Fixtures.booked(
                                    id.legalEntity(),
                                    VENDOR,
                                    "RE-2025/0204",
                                    LocalDate.of(2025, 5, 9),
                                    "4711.83")
                                .ledgerInvoice())))));
    challenges()
        .commit(
            asked,
            next,
            challenges().vendor(VendorScope.of(id.legalEntity()), VENDOR),
            new Attempt(id, Step.FIRST, Verdict.RIGHT, new UserId("user-1"), ASKED_AT),
            List.of());
  }

  private static ChallengeDecision.Changed changed(
      StoredChallenge stands, ChallengeCommand command) {
    return (ChallengeDecision.Changed)
        new ChallengeTransitions(ChallengeRules.DEFAULT)
            .decide(stands.challenge(), command, ASKED_AT);
  }

  private Challenges challenges() {
    return new Challenges(table, relationships);
  }
}
