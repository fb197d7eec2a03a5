package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AttemptCounter.Counting;
import io.customerconnect.domain.challenge.AttemptLimits;
import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static final String COUNT = "ADD failures :one, failuresEver :one, version :one";

  /** What {@link AttemptLimits#allow} says. */
  private static final String MAY_ATTEMPT =
      "#state = :step AND id = :challenge AND since > :begunAfter"
          + " AND failures < :failures AND failuresEver < :failuresEver";

  private static final Map<String, String> NAMES = Map.of("#state", ChallengeItem.STATE);

  /** Stands for the vendor of answers that lead to none. */
  private static final VendorNumber NOBODY = new VendorNumber("-");

  private final Table table;
  private final Relationships relationships;

  public Challenges(Table table, Relationships relationships) {
    this.table = table;
    this.relationships = relationships;
  }

  /**
   * What an answer to step 1 leads to.
   *
   * @param askable what step 2 can ask about
   */
  public record Lead(StoredVendor vendor, AskableInvoices askable) {}

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
   */
  public Counting countSecond(
      Challenge stands, VendorScope scope, VendorNumber vendor, AttemptLimits limits) {
    Update challenge =
        Update.builder()
            .tableName(table.name())
            .key(Table.attributes(Keys.challenge(stands.account(), stands.legalEntity())))
            .updateExpression(COUNT)
            .conditionExpression(MAY_ATTEMPT)
            .expressionAttributeNames(NAMES)
            .expressionAttributeValues(values(limits))
            .build();
    Update ofVendor =
        Update.builder()
            .tableName(table.name())
            .key(Table.attributes(Keys.vendorChallenges(scope, vendor)))
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
      } catch (ConflictException _) {
        // A condition, or another attempt at the same moment: only the latter may be tried again.
        Challenge now = find(stands.account(), stands.legalEntity()).challenge();
        if (tries == MAX_TRIES || !limits.allow(now, failures(scope, vendor))) {
          return new Counting.NotCounted(now);
        }
        Table.pause(tries);
      }
    }
  }

  /** Where a right answer to step 1 leads; one batch read, as {@link #leadsNowhere}. */
  public Lead leadsTo(VendorScope scope, LegalEntityId legalEntity, VendorNumber vendor) {
    return lead(vendor, Keys.vendorChallenges(scope, vendor), Keys.askable(legalEntity, vendor));
  }

  /** What a wrong answer is given to read and write, so that it takes what a right one takes. */
  public Lead leadsNowhere(VendorScope scope, LegalEntityId legalEntity, AccountId account) {
    return lead(NOBODY, Keys.noVendorChallenges(scope, account), Keys.nothingAskable(legalEntity));
  }

  private Lead lead(VendorNumber vendor, Keys.Key vendorKey, Keys.Key askableKey) {
    Map<Keys.Key, Map<String, AttributeValue>> items =
        table.batchGet(List.of(vendorKey, askableKey));
    return new Lead(
        storedVendor(vendor, vendorKey, Optional.ofNullable(items.get(vendorKey))),
        Optional.ofNullable(items.get(askableKey))
            .map(AskableItem::read)
            .orElse(AskableInvoices.NONE));
  }

  /** What challenges about a vendor number share; one strongly consistent read. */
  public StoredVendor vendor(VendorScope scope, VendorNumber vendor) {
    Keys.Key key = Keys.vendorChallenges(scope, vendor);
    return storedVendor(vendor, key, table.get(key));
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

  /** The accounts that a vendor number is bound to; one strongly consistent query. */
  public Set<AccountId> boundTo(VendorScope scope, VendorNumber vendor) {
    return table.partition(Keys.vendorPartition(scope, vendor), Keys.BINDINGS).stream()
        .map(item -> new AccountId(new ItemReader(item).string("account")))
        .collect(Collectors.toUnmodifiableSet());
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
      Challenge next,
      StoredVendor vendor,
      Attempt attempt,
      List<Transition> changes) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(put(before, next));
    writes.add(
        over(
            VendorChallengesItem.write(vendor.key(), vendor.challenges(), vendor.version() + 1),
            vendor.version()));
    writes.add(table.put(record(before, attempt)));
    relationships.commit(changes, writes);
  }

  /**
   * Writes a challenge that was begun or handed over, with what that means for relationships.
   *
   * @throws ConflictException when anything that was decided from has changed
   */
  public void commit(StoredChallenge before, Challenge next, List<Transition> changes) {
    relationships.commit(changes, List.of(put(before, next)));
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
        ":challenge", AttributeValue.fromS(limits.challenge().value()),
        ":begunAfter", AttributeValue.fromS(Keys.instant(limits.begunAfter())),
        ":failures", number(limits.failuresBelow()),
        ":failuresEver", number(limits.failuresPerPairBelow()));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
