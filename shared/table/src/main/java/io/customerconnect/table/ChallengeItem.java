package io.customerconnect.table;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.challenge.ChallengeState.Unproved;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.Tried;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A challenge as an item. What an attempt's condition asks about are attributes of their own: the
 * state, the id, the begin, both counts of failures, the vendor and what is asked about it.
 */
final class ChallengeItem {
  static final String STATE = "state";
  static final String ID = "id";
  static final String SINCE = "since";
  static final String FAILURES = "failures";
  static final String FAILURES_EVER = "failuresEver";
  static final String SECOND = "second";
  static final String VERSION = "version";

  private ChallengeItem() {}

  static Map<String, AttributeValue> write(Challenge challenge, long version) {
    ItemBuilder item =
        ItemBuilder.item(Keys.challenge(challenge.account(), challenge.legalEntity()))
            .set("account", challenge.account().value())
            .set("legalEntity", challenge.legalEntity().value())
            .set("covers", challenge.covers().stream().map(LegalEntityId::value).sorted().toList())
            .set(FAILURES_EVER, challenge.failuresEver())
            .set("tried", challenge.tried().stream().map(ChallengeItem::text).toList())
            .set(VERSION, version);
    write(challenge.state(), item);
    return item.build();
  }

  static StoredChallenge read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new StoredChallenge(
        new Challenge(
            new AccountId(reader.string("account")),
            new LegalEntityId(reader.string("legalEntity")),
            reader.strings("covers").stream()
                .map(LegalEntityId::new)
                .collect(Collectors.toUnmodifiableSet()),
            state(reader),
            reader.integer(FAILURES_EVER),
            reader.strings("tried").stream().map(ChallengeItem::tried).toList()),
        reader.number(VERSION));
  }

  /** The word that an item has for a state in which a step is to be answered. */
  static String word(Step step) {
    return switch (step) {
      case FIRST -> "ASKED";
      case SECOND -> "ASKED_SECOND";
    };
  }

  private static void write(ChallengeState state, ItemBuilder item) {
    switch (state) {
      case NotBegun _ -> item.set(STATE, "NOT_BEGUN");
      case Asked asked ->
          item.set(STATE, word(Step.FIRST))
              .set(ID, asked.id().toString())
              .set(SINCE, asked.since())
              .set(FAILURES, asked.failures());
      case AskedSecond asked ->
          item.set(STATE, word(Step.SECOND))
              .set(ID, asked.id().toString())
              .set(SINCE, asked.since())
              .set(FAILURES, asked.failures())
              .set("vendor", asked.vendor().value())
              .set("first", asked.first().written())
              .setMaps(SECOND, SecondInvoicesItem.write(asked.second()));
      case Locked locked ->
          item.set(STATE, "LOCKED")
              .set(ID, locked.id().toString())
              .set("until", locked.until())
              .set("vendor", locked.vendor().map(VendorNumber::value));
      case Expired expired ->
          item.set(STATE, "EXPIRED")
              .set(ID, expired.id().toString())
              .set("at", expired.at())
              .set("vendor", expired.vendor().map(VendorNumber::value));
      case HandedOver handedOver -> {
        write(handedOver.stood(), item);
        item.set("handedOverAt", handedOver.at());
      }
      case Passed passed ->
          item.set(STATE, "PASSED")
              .set(ID, passed.id().toString())
              .set("at", passed.at())
              .set("vendor", passed.vendor().value());
    }
  }

  private static ChallengeState state(ItemReader reader) {
    ChallengeState stands =
        switch (reader.string(STATE)) {
          case "NOT_BEGUN" -> new NotBegun();
          case "ASKED" -> new Asked(id(reader), reader.instant(SINCE), reader.integer(FAILURES));
          case "ASKED_SECOND" ->
              new AskedSecond(
                  id(reader),
                  reader.instant(SINCE),
                  reader.integer(FAILURES),
                  new VendorNumber(reader.string("vendor")),
                  new InvoiceNumber(reader.string("first")),
                  SecondInvoicesItem.read(reader.maps(SECOND)).orElseThrow());
          case "LOCKED" ->
              new Locked(
                  id(reader),
                  reader.instant("until"),
                  reader.find("vendor").map(VendorNumber::new));
          case "EXPIRED" ->
              new Expired(
                  id(reader), reader.instant("at"), reader.find("vendor").map(VendorNumber::new));
          case "PASSED" ->
              new Passed(
                  id(reader), reader.instant("at"), new VendorNumber(reader.string("vendor")));
          default -> throw new IllegalStateException("No such state: " + reader.string(STATE));
        };
    Optional<Instant> handedOver = reader.find("handedOverAt").map(Instant::parse);
    return handedOver.isPresent() && stands instanceof Unproved unproved
        ? new HandedOver(unproved, handedOver.get())
        : stands;
  }

  private static ChallengeId id(ItemReader reader) {
    return ChallengeId.parse(reader.string(ID));
  }

  private static String text(Tried tried) {
    return tried.step() + " " + tried.verdict() + " " + Keys.instant(tried.at());
  }

  private static Tried tried(String text) {
    String[] parts = text.split(" ", -1);
    return new Tried(Step.valueOf(parts[0]), Verdict.valueOf(parts[1]), Instant.parse(parts[2]));
  }
}
