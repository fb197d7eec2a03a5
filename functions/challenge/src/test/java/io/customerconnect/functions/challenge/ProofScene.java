package io.customerconnect.functions.challenge;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.LedgerProfile;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupportSettings;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Books;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Challenges.Begun;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Keys;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.StoredVendor;
import io.customerconnect.table.SupportRecord;
import io.customerconnect.table.Table;
import io.customerconnect.table.Transition;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.TestTable;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A customer with books, a vendor of its that challenges can ask, and suppliers that claim to be
 * it.
 */
final class ProofScene {
  static final VendorNumber VENDOR = new VendorNumber("V-1007");
  static final VendorNumber OTHERS = new VendorNumber("V-2000");
  private static final LocalDate TODAY = LocalDate.ofInstant(MONDAY_MORNING, ZoneOffset.UTC);

  private final TestTable test;
  private final Table table;
  private final Relationships relationships;
  private final Challenges challenges;
  private final LegalEntity buyer;
  private final List<HistoricInvoice> invoices = new ArrayList<>();
  private final ChallengeHandler handler;
  private Instant now = MONDAY_MORNING;

  ProofScene() {
    this(BuyerPolicy.CHALLENGE);
  }

  ProofScene(BuyerPolicy policy) {
    this(DynamoDbLocal.freshTable(), Fixtures.customer("buyer-" + UUID.randomUUID(), policy, 2), 7);
  }

  private ProofScene(TestTable test, LegalEntity buyer, int seed) {
    this.test = test;
    this.buyer = buyer;
    table = new Table(test.client(), test.name());
    relationships = new Relationships(table);
    challenges = new Challenges(table, relationships);
    handler = new ChallengeHandler(TestPlatform.of(test.name(), this::now));
    new DirectoryStore(table)
        .load(
            List.of(new DirectoryStore.Row(buyer, new Revision(new FileVersion(now, "scene"), 2))));
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      invoices.add(
          invoice(
              VENDOR, "RE-%04d".formatted((seed - 7) * 1_000 + 300 + 7 * i), 600 - 19 * i, random));
    }
    for (int i = 0; i < 150; i++) {
      invoices.add(invoice(OTHERS, "X" + (10_000 + 3 * i), 40 + random.nextInt(640), random));
    }
    load();
  }

  /** A customer that names a vendor master for its group. */
  static ProofScene ofGroup(EntityGroup group) {
    return new ProofScene(DynamoDbLocal.freshTable(), member(group), 7);
  }

  /** Another customer, with a vendor master of the same name, and other invoices of the vendor. */
  ProofScene another(EntityGroup group) {
    return new ProofScene(test, member(group), 8);
  }

  private static LegalEntity member(EntityGroup group) {
    return Fixtures.withVendorMaster(
        Fixtures.customer("buyer-" + UUID.randomUUID(), BuyerPolicy.CHALLENGE, 2), group, "SAP");
  }

  private HistoricInvoice invoice(VendorNumber vendor, String number, int daysAgo, Random random) {
    return Fixtures.booked(
        buyer.id(),
        vendor,
        number,
        TODAY.minusDays(daysAgo),
        (200 + random.nextInt(9_000)) + "." + (11 + random.nextInt(88)));
  }

  private void load() {
    List<Invoices.Row> rows = new ArrayList<>();
    for (HistoricInvoice invoice : invoices) {
      rows.add(
          new Invoices.Row(
              invoice, new Revision(new FileVersion(MONDAY_MORNING, "books"), rows.size() + 2)));
    }
    for (int from = 0; from < rows.size(); from += Invoices.MAX_INVOICES) {
      new Invoices(table)
          .load(rows.subList(from, Math.min(from + Invoices.MAX_INVOICES, rows.size())));
    }
    List<LedgerInvoice> ledger = invoices.stream().map(HistoricInvoice::ledgerInvoice).toList();
    Books books = new Books(table);
    books.put(
        buyer.id(),
        buyer.vendorScope(),
        Map.of(
            OTHERS,
            AskableInvoices.NONE,
            VENDOR,
            AskableInvoices.among(
                invoices.stream()
                    .filter(invoice -> invoice.vendor().equals(VENDOR))
                    .map(HistoricInvoice::ledgerInvoice)
                    .toList(),
                LedgerProfile.of(ledger),
                TODAY,
                ChallengeRules.DEFAULT)),
        ChallengeRules.DEFAULT,
        MONDAY_MORNING);
  }

  LegalEntity buyer() {
    return buyer;
  }

  private Instant now() {
    return now;
  }

  /** Support sets the customer's policy. */
  void set(BuyerPolicy policy) {
    set(new SupportSettings(Optional.of(policy), List.of(), RuleSettings.NONE));
  }

  /** Support gives the customer numbers of its own. */
  void set(RuleSettings rules) {
    set(new SupportSettings(Optional.empty(), List.of(), rules));
  }

  private void set(SupportSettings settings) {
    DirectoryStore directory = new DirectoryStore(table);
    directory.set(
        buyer.id(),
        settings,
        directory.configured(buyer.id()).orElseThrow().version(),
        new SupportRecord.Change(
            "set", now, new UserId("sofia"), settings.policy(), 0, settings.rules(), "Their wish"));
  }

  /** A file of the directory says that the customer shares the vendor master of a group. */
  void join(EntityGroup group) {
    new DirectoryStore(table)
        .load(
            List.of(
                new DirectoryStore.Row(
                    Fixtures.withVendorMaster(buyer, group, "SAP"),
                    new Revision(new FileVersion(now.plusSeconds(1), "directory"), 2))));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Another supplier, which has begun a challenge. */
  Supplier supplier() {
    return supplier(List.of());
  }

  /** Another supplier, whose challenge is about others of the group too, which have no books. */
  Supplier supplierOfGroup(int others) {
    return supplier(
        IntStream.range(0, others)
            .mapToObj(i -> Fixtures.customer("member-" + i, BuyerPolicy.CHALLENGE, 1))
            .toList());
  }

  /** Other members of the customer's group, whose books know the vendor too. */
  List<LegalEntity> members(int count) {
    EntityGroup group = buyer.group().orElseThrow();
    List<LegalEntity> members =
        IntStream.range(0, count)
            .mapToObj(
                i -> Fixtures.customer("m" + i + "-" + UUID.randomUUID(), BuyerPolicy.CHALLENGE, 1))
            .map(one -> Fixtures.withVendorMaster(one, group, "SAP"))
            .toList();
    load(members);
    for (LegalEntity member : members) {
      new Books(table)
          .put(
              member.id(),
              member.vendorScope(),
              Map.of(VENDOR, Fixtures.strongInvoice()),
              ChallengeRules.DEFAULT,
              now);
    }
    return members;
  }

  /** A member of the customer's group that has vendor numbers of its own. */
  LegalEntity memberApart() {
    LegalEntity member = Fixtures.customer("apart-" + UUID.randomUUID(), BuyerPolicy.CHALLENGE, 1);
    load(List.of(member));
    return member;
  }

  private void load(List<LegalEntity> members) {
    Revision revision = new Revision(new FileVersion(now, "members"), 2);
    new DirectoryStore(table)
        .load(members.stream().map(one -> new DirectoryStore.Row(one, revision)).toList());
  }

  /** Another supplier, whose challenge is about members of the group too. */
  Supplier supplier(List<LegalEntity> others) {
    AccountId account = new AccountId(UUID.randomUUID().toString());
    new Accounts(table).create(Fixtures.supplier(account.value()), now);
    return supplier(account, others);
  }

  /** One that is known from another customer, and has begun a challenge here. */
  Supplier supplier(AccountId account) {
    return supplier(account, List.of());
  }

  private Supplier supplier(AccountId account, List<LegalEntity> others) {
    Supplier supplier = new Supplier(account, others);
    supplier.begin();
    return supplier;
  }

  /** An invoice of the vendor, by its place from the oldest. */
  HistoricInvoice invoice(int place) {
    return invoices.get(place);
  }

  /** An invoice of a vendor that nothing can be asked about. */
  HistoricInvoice ofNoUse() {
    return invoices.stream().filter(one -> one.vendor().equals(OTHERS)).findFirst().orElseThrow();
  }

  HistoricInvoice invoice(String number) {
    return invoices.stream()
        .filter(one -> one.number().written().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** Counts the requests that a call of the use cases takes. */
  Reading during(Runnable calls) {
    return test.meter().during(calls);
  }

  /** The use case behind the handler, on the metered table. */
  Answering answering() {
    return new Answering(
        challenges,
        new Members(relationships, new DirectoryStore(table)),
        new Invoices(table),
        this::now);
  }

  /** Support unlocks, and step 1 is answered with an invoice of another vendor. */
  void startOverAsAnotherVendor(Supplier supplier) {
    StoredChallenge stands = challenge(supplier);
    ChallengeTransitions transitions = new ChallengeTransitions(ChallengeRules.DEFAULT);
    if (transitions.decide(stands.challenge(), new ChallengeCommand.Unlock(), now)
            instanceof ChallengeDecision.Changed unlocked
        && transitions.decide(
                unlocked.next(),
                new ChallengeCommand.AnswerFirst(
                    supplier.id(),
                    Optional.of(
                        new ChallengeCommand.Leads(
                            OTHERS,
                            ofNoUse().number(),
                            SecondInvoices.of(buyer.id(), invoices.getLast().ledgerInvoice())))),
                now)
            instanceof ChallengeDecision.Changed changed) {
      challenges.begin(List.of(new Begun(stands, changed.next())), List.of(), now);
    }
  }

  /** The customer, or the supplier, does something beside the challenge. */
  void apply(Supplier supplier, Command command) {
    relationships.apply(
        supplier.account(), buyer.id(), command, Actor.buyer("c***@example.com"), now);
  }

  /** A newer file says another amount of an invoice. */
  HistoricInvoice correct(HistoricInvoice invoice, String total) {
    HistoricInvoice corrected =
        invoice
            .with(Money.parse(total, invoice.total().currency()), invoice.status())
            .asOf(now.plusSeconds(1));
    new Invoices(table)
        .load(
            List.of(
                new Invoices.Row(
                    corrected, new Revision(new FileVersion(now.plusSeconds(1), "newer"), 2))));
    return corrected;
  }

  /** Support has looked into the failures about the vendor number. */
  void forgiveFailures() {
    StoredVendor vendor = challenges.vendor(buyer.vendorScope(), VENDOR);
    if (vendor.version() > 0) {
      challenges.put(vendor.with(vendor.challenges().unlocked()));
    }
  }

  VendorChallenges ofVendor() {
    return challenges.vendor(buyer.vendorScope(), VENDOR).challenges();
  }

  /** The supplier ends what it has with all that its challenge is about. */
  void end(Supplier supplier) {
    Stream.concat(Stream.of(buyer), supplier.covers.stream())
        .forEach(entity -> end(supplier, entity));
  }

  /** The supplier ends what it has with one of them. */
  void end(Supplier supplier, LegalEntity entity) {
    relationships.apply(
        supplier.account(), entity.id(), new Command.End(Side.SUPPLIER), Actor.SYSTEM, now);
  }

  /** How many attempts of the supplier are on record. */
  long recorded(Supplier supplier) {
    String key = Keys.attempt(supplier.account(), buyer.id(), supplier.id(), "").sk();
    return test.client().scanPaginator(request -> request.tableName(test.name())).items().stream()
        .filter(item -> Objects.requireNonNull(item.get("SK")).s().startsWith(key))
        .count();
  }

  /** Where the supplier stands with all that its challenge is about. */
  List<RelationshipState> states(Supplier supplier) {
    return Stream.concat(Stream.of(buyer), supplier.covers.stream())
        .map(entity -> relationships.find(supplier.account(), entity.id()).relationship().state())
        .toList();
  }

  RelationshipState state(Supplier supplier) {
    return relationships.find(supplier.account(), buyer.id()).relationship().state();
  }

  StoredChallenge challenge(Supplier supplier) {
    return challenges.find(supplier.account(), buyer.id());
  }

  Table table() {
    return table;
  }

  /** Somebody who says that it supplies the customer. */
  final class Supplier {
    private final AccountId account;
    private final List<LegalEntity> covers;
    private ChallengeId id = ChallengeId.random(new LegalEntityId("none"), new Random(1));

    private Supplier(AccountId account, List<LegalEntity> covers) {
      this.account = account;
      this.covers = covers;
    }

    AccountId account() {
      return account;
    }

    ChallengeId id() {
      return id;
    }

    /** What Connect does. */
    void begin() {
      StoredChallenge stands = challenges.find(account, buyer.id());
      ChallengeId fresh = ChallengeId.random(buyer.id(), new Random());
      if (!(new ChallengeTransitions(ChallengeRules.DEFAULT)
              .decide(stands.challenge(), new ChallengeCommand.Begin(fresh, coveredIds()), now)
          instanceof ChallengeDecision.Changed changed)) {
        return;
      }
      Challenge next = changed.next();
      id = next.state().latest().orElseThrow();
      List<Transition> changes =
          Stream.concat(Stream.of(buyer), covers.stream()).flatMap(this::begun).toList();
      challenges.begin(List.of(new Begun(stands, next)), changes, now);
    }

    private Stream<Transition> begun(LegalEntity entity) {
      StoredRelationship before = relationships.find(account, entity.id());
      return relationships.decide(before, new Command.BeginChallenge(id), now)
              instanceof Decision.Changed change
          ? Stream.of(
              new Transition(
                  before,
                  change,
                  Actor.supplier("user-1"),
                  now,
                  EntityBrief.of(entity),
                  Optional.empty()))
          : Stream.empty();
    }

    private Set<LegalEntityId> coveredIds() {
      return covers.stream().map(LegalEntity::id).collect(Collectors.toSet());
    }

    HttpCall.Answer show() {
      return call("GET", "").send();
    }

    HttpCall.Answer first(String number, String date, String amount) {
      return call("POST", "/step-1")
          .body(
              "{\"invoiceNumber\":\"%s\",\"invoiceDate\":\"%s\",\"invoiceAmount\":\"%s\"}"
                  .formatted(number, date, amount))
          .send();
    }

    HttpCall.Answer first(HistoricInvoice invoice) {
      return first(
          invoice.number().written(),
          invoice.issueDate().toString(),
          invoice.total().amount().toPlainString());
    }

    HttpCall.Answer second(String date, String amount) {
      return call("POST", "/step-2")
          .body("{\"invoiceDate\":\"%s\",\"invoiceAmount\":\"%s\"}".formatted(date, amount))
          .send();
    }

    HttpCall.Answer second(HistoricInvoice invoice) {
      return second(invoice.issueDate().toString(), invoice.total().amount().toPlainString());
    }

    /** Answers in the stronger form. */
    HttpCall.Answer second(List<HistoricInvoice> invoices) {
      return call("POST", "/step-2")
          .body(
              Json.object()
                  .with(
                      "answers",
                      invoices,
                      invoice ->
                          Json.object()
                              .with("invoiceDate", invoice.issueDate().toString())
                              .with("invoiceAmount", invoice.total().amount().toPlainString()))
                  .toText())
          .send();
    }

    HttpCall.Answer handOver() {
      return call("POST", "/hand-over").body("{}").send();
    }

    /** A request about the challenge of another. */
    HttpCall.Answer about(Supplier other, String method, String action, String body) {
      return call(other.id(), method, action).body(body).send();
    }

    private HttpCall call(String method, String action) {
      return call(id, method, action);
    }

    private HttpCall call(ChallengeId of, String method, String action) {
      return HttpCall.of(handler, method + " /challenges/{challengeId}" + action)
          .signedInAs(account.value(), "user-1")
          .path("challengeId", of.toString())
          .header("content-type", "application/json");
    }
  }
}
