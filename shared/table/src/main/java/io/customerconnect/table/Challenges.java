package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.challenge.AttemptLimits;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeCommand;
import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.challenge.ChallengeRefusal;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeTransitions;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Challenges, what all challenges about one vendor number share, and the record of every attempt.
 *
 * <p>An attempt is counted by a conditional write before anything is compared; what comes of it is
 * a second write, conditional on the versions it was decided from.
 */
public final class Challenges {
  /** How long the record of an attempt is kept. */
  private static final Duration RECORD_KEPT = Duration.ofDays(730);

  private static final int MAX_TRIES = 8;

  /** A batch read takes 100 keys. */
  private static final int MAX_READ = 100;

  private static final String COUNT = "ADD failures :one, failuresEver :one, version :one";

  /** What {@link AttemptLimits#allow} says. */
  private static final String MAY_ATTEMPT =
      "#state = :step AND id = :challenge AND since > :begunAfter"
          + " AND failures < :failures AND failuresEver < :failuresEver";

  private static final Map<String, String> NAMES = Map.of("#state", ChallengeItem.STATE);

  /** Stands for the vendor of answers that lead to none. */
  private static final VendorNumber NOBODY = new VendorNumber("-");

  /** What support does depends on no buyer's numbers. */
  private static final ChallengeTransitions TRANSITIONS =
      new ChallengeTransitions(ChallengeRules.DEFAULT);

  private final Table table;
  private final Relationships relationships;

  public Challenges(Table table, Relationships relationships) {
    this.table = table;
    this.relationships = relationships;
  }

  /**
   * Where an answer to step 1 leads, and the challenge as it stands.
   *
   * @param askable what step 2 can ask about; read only for a right answer, which everybody sees
   */
  public record Lead(
      StoredChallenge challenge, StoredVendor vendor, Supplier<AskableInvoices> askable) {}

  /** Whether there is an invoice with the number that was answered, whatever became of it. */
  public enum Existence {
    KNOWN,
    UNKNOWN
  }

  /**
   * All that bears on a vendor number being proved.
   *
   * @param bound the accounts that it is bound to
   * @param known the legal entities whose books have invoices of it
   */
  public record VendorStanding(
      StoredVendor vendor, Set<AccountId> bound, Set<LegalEntityId> known) {}

  /**
   * An attempt for the record (P45).
   *
   * @param by who answered
   */
  public record Attempt(ChallengeId challenge, Step step, Verdict verdict, UserId by, Instant at) {}

  /** One strongly consistent read. */
  public StoredChallenge find(AccountId account, LegalEntityId legalEntity) {
    return read(account, legalEntity, table.get(Keys.challenge(account, legalEntity)));
  }

  static StoredChallenge read(
      AccountId account, LegalEntityId legalEntity, Optional<Map<String, AttributeValue>> item) {
    return item.map(ChallengeItem::read)
        .orElseGet(() -> new StoredChallenge(Challenge.none(account, legalEntity), 0));
  }

  /**
   * What there is to begin a challenge with a legal entity from.
   *
   * @param fitness of the entity's books
   */
  public record Prospect(StoredChallenge challenge, LedgerFitness fitness) {}

  /**
   * For legal entities that take a proof; one batch read, strongly consistent.
   *
   * @param legalEntities at most 50; none is no request
   */
  public Map<LegalEntityId, Prospect> prospects(
      AccountId account, Collection<LegalEntityId> legalEntities) {
    if (legalEntities.isEmpty()) {
      return Map.of();
    }
    List<Keys.Key> keys = new ArrayList<>();
    for (LegalEntityId id : legalEntities) {
      keys.add(Keys.challenge(account, id));
      keys.add(Keys.books(id));
    }
    Map<Keys.Key, Map<String, AttributeValue>> items = table.batchGet(keys);
    Map<LegalEntityId, Prospect> prospects = new HashMap<>();
    for (LegalEntityId id : legalEntities) {
      prospects.put(
          id,
          new Prospect(
              read(account, id, Optional.ofNullable(items.get(Keys.challenge(account, id)))),
              Books.fitness(Optional.ofNullable(items.get(Keys.books(id))))));
    }
    return Map.copyOf(prospects);
  }

  /** A challenge that begins, or takes more legal entities in. */
  public record Begun(StoredChallenge before, Challenge next) {}

  /**
   * Writes challenges that begin, or are found to be used up, with all changes of relationships.
   *
   * @throws ConflictException when anything that was decided from has changed
   */
  public void begin(List<Begun> begun, List<Transition> changes, Instant at) {
    List<TransactWriteItem> writes = new ArrayList<>();
    for (Begun one : begun) {
      writes.add(put(one.before(), one.next()));
      ended(one.before().challenge(), one.next(), at).ifPresent(writes::add);
    }
    relationships.commit(changes, writes);
  }

  /** Counts an attempt at step 1; one conditional write. */
  public Counting countFirst(AccountId account, LegalEntityId legalEntity, AttemptLimits limits) {
    Keys.Key key = Keys.challenge(account, legalEntity);
    try {
      return new Counting.Counted(
          ChallengeItem.read(
                  table
                      .client()
                      .updateItem(
                          UpdateItemRequest.builder()
                              .tableName(table.name())
                              .key(Table.attributes(key))
                              .updateExpression(COUNT)
                              .conditionExpression(MAY_ATTEMPT)
                              .expressionAttributeNames(NAMES)
                              .expressionAttributeValues(values(limits))
                              .returnValues(ReturnValue.ALL_NEW)
                              .returnValuesOnConditionCheckFailure(
                                  ReturnValuesOnConditionCheckFailure.ALL_OLD)
                              .build())
                      .attributes())
              .challenge());
    } catch (ConditionalCheckFailedException e) {
      return new Counting.NotCounted(
          read(account, legalEntity, Optional.of(e.item()).filter(item -> !item.isEmpty()))
              .challenge());
    }
  }

  /**
   * Counts an attempt at step 2, for the vendor number too; one transaction.
   *
   * @param stands the challenge as it was read
   * @param asked what it asks, and must still ask when the attempt is counted
   * @throws ConflictException when others were quicker every time
   */
  public Counting countSecond(
      Challenge stands, VendorScope scope, AskedSecond asked, AttemptLimits limits) {
    Map<String, AttributeValue> values = new HashMap<>(values(limits));
    values.put(":vendor", AttributeValue.fromS(asked.vendor().value()));
    values.put(
        ":second",
        AttributeValue.fromL(
            SecondInvoicesItem.write(asked.second()).stream().map(AttributeValue::fromM).toList()));
    Update challenge =
        Update.builder()
            .tableName(table.name())
            .key(Table.attributes(Keys.challenge(stands.account(), stands.legalEntity())))
            .updateExpression(COUNT)
            .conditionExpression(MAY_ATTEMPT + " AND vendor = :vendor AND #second = :second")
            .expressionAttributeNames(
                Map.of("#state", ChallengeItem.STATE, "#second", ChallengeItem.SECOND))
            .expressionAttributeValues(values)
            .build();
    Update ofVendor =
        Update.builder()
            .tableName(table.name())
            .key(Table.attributes(Keys.vendorChallenges(scope, asked.vendor())))
            .updateExpression("ADD failures :one, version :one")
            .conditionExpression("attribute_not_exists(failures) OR failures < :max")
            .expressionAttributeValues(
                Map.of(
                    ":one", AttributeValue.fromN("1"),
                    ":max", number(limits.failuresPerVendorBelow())))
            .build();
    for (int tries = 1; ; tries++) {
      try {
        table.transact(
            List.of(
                TransactWriteItem.builder().update(challenge).build(),
                TransactWriteItem.builder().update(ofVendor).build()));
        return new Counting.Counted(stands.attempted());
      } catch (ConflictException e) {
        // A condition, or another attempt at the same moment: only the latter may be tried again.
        Challenge now = find(stands.account(), stands.legalEntity()).challenge();
        if (now.askedSecond().filter(asks -> !asks.asksAs(asked)).isPresent()) {
          return new Counting.AskedOtherwise();
        }
        if (!limits.allow(now, failures(scope, asked.vendor()))) {
          return new Counting.NotCounted(now);
        }
        if (tries == MAX_TRIES) {
          throw e;
        }
        Table.pause(tries);
      }
    }
  }

  /** Where a right answer to step 1 leads; one batch read, as {@link #leadsNowhere}. */
  public Lead leadsTo(
      AccountId account, LegalEntityId legalEntity, VendorScope scope, VendorNumber vendor) {
    return lead(
        account,
        legalEntity,
        vendor,
        Keys.vendorChallenges(scope, vendor),
        Keys.askable(legalEntity, vendor),
        Keys.noInvoice(legalEntity));
  }

  /** What a wrong answer is given to read and write, so that it takes what a right one takes. */
  public Lead leadsNowhere(
      AccountId account, LegalEntityId legalEntity, VendorScope scope, Existence number) {
    return lead(
        account,
        legalEntity,
        NOBODY,
        Keys.noVendorChallenges(scope, account),
        Keys.nothingAskable(legalEntity),
        switch (number) {
          case KNOWN -> Keys.noInvoice(legalEntity);
          case UNKNOWN -> Keys.nobodysInvoice(legalEntity);
        });
  }

  private Lead lead(
      AccountId account,
      LegalEntityId legalEntity,
      VendorNumber vendor,
      Keys.Key vendorKey,
      Keys.Key askableKey,
      Keys.Key invoiceKey) {
    Keys.Key challengeKey = Keys.challenge(account, legalEntity);
    Map<Keys.Key, Map<String, AttributeValue>> items =
        table.batchGet(List.of(challengeKey, vendorKey, askableKey, invoiceKey));
    Optional.ofNullable(items.get(invoiceKey)).ifPresent(InvoiceItem::read);
    return new Lead(
        read(account, legalEntity, Optional.ofNullable(items.get(challengeKey))),
        storedVendor(vendor, vendorKey, Optional.ofNullable(items.get(vendorKey))),
        () ->
            Optional.ofNullable(items.get(askableKey))
                .map(item -> AskableItem.read(item).askable())
                .orElse(AskableInvoices.NONE));
  }

  /** What challenges about a vendor number share; one strongly consistent read. */
  public StoredVendor vendor(VendorScope scope, VendorNumber vendor) {
    Keys.Key key = Keys.vendorChallenges(scope, vendor);
    return storedVendor(vendor, key, table.get(key));
  }

  /**
   * Writes what challenges about a vendor number share, over the version that was read.
   *
   * @throws ConflictException when it has changed since
   */
  public void put(StoredVendor vendor) {
    table.transact(List.of(over(vendor)));
  }

  private static StoredVendor storedVendor(
      VendorNumber vendor, Keys.Key key, Optional<Map<String, AttributeValue>> item) {
    return new StoredVendor(
        key,
        item.map(found -> VendorChallengesItem.read(vendor, found))
            .orElseGet(() -> VendorChallenges.none(vendor)),
        item.map(found -> new ItemReader(found).number(VendorChallengesItem.VERSION)).orElse(0L));
  }

  private int failures(VendorScope scope, VendorNumber vendor) {
    return vendor(scope, vendor).challenges().failures();
  }

  /**
   * All that bears on a vendor number being proved; one strongly consistent query. Where legal
   * entities share a vendor master, one more for the list of them, and a batch read for every
   * {@value #MAX_READ} of them.
   *
   * @param at where it is proved
   * @param scope of that legal entity's vendor numbers
   */
  public VendorStanding standing(LegalEntityId at, VendorScope scope, VendorNumber vendor) {
    Keys.Key key = Keys.vendorChallenges(scope, vendor);
    Optional<Map<String, AttributeValue>> shared = Optional.empty();
    Set<AccountId> bound = new HashSet<>();
    Set<LegalEntityId> known = new HashSet<>();
    for (Map<String, AttributeValue> item : table.partition(key.pk())) {
      Keys.Key found = ItemReader.keyOf(item);
      ItemReader reader = new ItemReader(item);
      if (found.equals(key)) {
        shared = Optional.of(item);
      } else if (found.sk().equals(Keys.BOUND)) {
        bound.addAll(accounts(item));
      } else if (found.sk().startsWith(Keys.KNOWN_TO)) {
        known.add(new LegalEntityId(reader.string("legalEntity")));
      }
    }
    if (!scope.equals(VendorScope.of(at))) {
      bound.addAll(boundAtSharers(at, scope, vendor));
    }
    return new VendorStanding(
        storedVendor(vendor, key, shared), Set.copyOf(bound), Set.copyOf(known));
  }

  private Set<AccountId> boundAtSharers(LegalEntityId at, VendorScope scope, VendorNumber vendor) {
    Set<LegalEntityId> sharers = new HashSet<>(Set.of(at));
    table
        .streamPartition(Keys.sharersPartition(scope))
        .forEach(item -> sharers.add(new LegalEntityId(new ItemReader(item).string("id"))));
    return sharers.stream()
        .map(sharer -> Keys.bound(sharer, vendor))
        .gather(Gatherers.windowFixed(MAX_READ))
        .flatMap(some -> table.batchGet(some).values().stream())
        .flatMap(item -> accounts(item).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<AccountId> accounts(Map<String, AttributeValue> bound) {
    return new ItemReader(bound).stringSet("accounts").stream().map(AccountId::new).toList();
  }

  /**
   * Writes what an answer came to, in one transaction.
   *
   * @param vendor what challenges about the vendor number share from now on, over the version that
   *     was read
   * @param changes of relationships that follow from it
   * @throws ConflictException when anything that was decided from has changed
   */
  public void commit(
      StoredChallenge before,
      ChallengeDecision.Changed changed,
      StoredVendor vendor,
      Attempt attempt,
      List<Transition> changes) {
    commit(before, changed.next(), vendor, attempt, changes);
  }

  /**
   * Writes the record of an answer that was counted and decided nothing, in one transaction.
   *
   * @param next with what becomes of the attempt
   * @param vendor likewise, over the version that was read
   * @throws ConflictException when anything that this was found from has changed
   */
  public void commitLate(
      StoredChallenge before, Challenge next, StoredVendor vendor, Attempt attempt) {
    commit(before, next, vendor, attempt, List.of());
  }

  private void commit(
      StoredChallenge before,
      Challenge next,
      StoredVendor vendor,
      Attempt attempt,
      List<Transition> changes) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(put(before, next));
    ended(before.challenge(), next, attempt.at()).ifPresent(writes::add);
    writes.add(over(vendor));
    writes.add(table.put(record(before, attempt)));
    relationships.commit(changes, writes);
  }

  /**
   * Writes a challenge that was handed over, with the requests to the customers and, on each of
   * their tickets, what was tried.
   *
   * @param tried in words that tell nothing of the answers
   * @throws ConflictException when anything that was decided from has changed
   */
  public void handOver(
      StoredChallenge before, Challenge next, List<Transition> changes, Optional<String> tried) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(put(before, next));
    if (next.state() instanceof ChallengeState.HandedOver(var _, Instant at)) {
      ended(before.challenge(), next, at).ifPresent(writes::add);
    }
    for (Transition change : changes) {
      Tickets.ticketOf(change.change().next().state())
          .ifPresent(
              ticket ->
                  tried.ifPresent(
                      what ->
                          writes.add(
                              table.put(
                                  TicketItems.write(
                                      ticket,
                                      new HistoryEntry(
                                          "tried-" + before.version(),
                                          TicketEvent.CHALLENGE_TRIED,
                                          change.at(),
                                          change.by(),
                                          what))))));
    }
    relationships.commit(changes, writes);
  }

  /** Counts the end of a challenge among those of the buyer that it is named after. */
  private Optional<TransactWriteItem> ended(Challenge before, Challenge next, Instant at) {
    return FeedQualities.ended(
        table, before.legalEntity(), ChallengeEnds.of(before.state(), next.state()), at);
  }

  /**
   * Gives a supplier all its attempts back, and those at a vendor number; with the entry on the
   * ticket and the notice.
   *
   * @param legalEntity that the challenge names
   * @param said the vendor number; empty: the one that the supplier got to, if it got to any
   * @return empty when that is done; else why it cannot be
   */
  public Optional<ChallengeRefusal> unlock(
      Ticket ticket,
      LegalEntityId legalEntity,
      VendorScope scope,
      Optional<VendorNumber> said,
      HistoryEntry entry) {
    ChallengeDecision decision = unlocked(find(ticket.account(), legalEntity), entry.at());
    if (decision instanceof ChallengeDecision.Refused refused) {
      return Optional.of(refused.why());
    }
    TicketItems.record(
        table,
        ticket,
        entry,
        () -> {
          StoredChallenge before = find(ticket.account(), legalEntity);
          return unlocked(before, entry.at()) instanceof ChallengeDecision.Changed changed
              ? unlocking(
                  before,
                  changed.next(),
                  said.or(() -> vendorOf(before.challenge().state()))
                      .map(number -> vendor(scope, number)))
              : List.of();
        });
    return Optional.empty();
  }

  private static ChallengeDecision unlocked(StoredChallenge stored, Instant now) {
    return TRANSITIONS.decide(stored.challenge(), new ChallengeCommand.Unlock(), now);
  }

  private List<TransactWriteItem> unlocking(
      StoredChallenge before, Challenge next, Optional<StoredVendor> vendor) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(put(before, next));
    vendor
        .filter(stored -> stored.version() > 0)
        .ifPresent(stored -> writes.add(over(stored.with(stored.challenges().unlocked()))));
    return writes;
  }

  private static Optional<VendorNumber> vendorOf(ChallengeState state) {
    return switch (state) {
      case ChallengeState.Locked locked -> locked.vendor();
      case ChallengeState.Expired expired -> expired.vendor();
      case ChallengeState.AskedSecond asked -> Optional.of(asked.vendor());
      case ChallengeState.HandedOver handedOver -> vendorOf(handedOver.stood());
      case ChallengeState.NotBegun _, ChallengeState.Asked _, ChallengeState.Passed _ ->
          Optional.empty();
    };
  }

  /** The write that a challenge's change is, to go with others in one transaction. */
  TransactWriteItem put(StoredChallenge before, Challenge next) {
    return over(ChallengeItem.write(next, before.version() + 1), before.version());
  }

  private Map<String, AttributeValue> record(StoredChallenge before, Attempt attempt) {
    Challenge challenge = before.challenge();
    return ItemBuilder.item(
            Keys.attempt(
                challenge.account(),
                challenge.legalEntity(),
                attempt.challenge(),
                "%010d".formatted(before.version())))
        .set("step", attempt.step().name())
        .set("verdict", attempt.verdict().name())
        .set("by", attempt.by().value())
        .set("at", attempt.at())
        .expiresAt(attempt.at().plus(RECORD_KEPT))
        .build();
  }

  private TransactWriteItem over(StoredVendor vendor) {
    return over(
        VendorChallengesItem.write(vendor.key(), vendor.challenges(), vendor.version() + 1),
        vendor.version());
  }

  private TransactWriteItem over(Map<String, AttributeValue> item, long version) {
    if (version == 0) {
      return table.putNew(item);
    }
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table.name())
                .item(item)
                .conditionExpression("version = :version")
                .expressionAttributeValues(Map.of(":version", number(version)))
                .build())
        .build();
  }

  private static Map<String, AttributeValue> values(AttemptLimits limits) {
    return Map.of(
        ":one", AttributeValue.fromN("1"),
        ":step", AttributeValue.fromS(ChallengeItem.word(limits.step())),
        ":challenge", AttributeValue.fromS(limits.challenge().toString()),
        ":begunAfter", AttributeValue.fromS(Keys.instant(limits.begunAfter())),
        ":failures", number(limits.failuresBelow()),
        ":failuresEver", number(limits.failuresPerPairBelow()));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
