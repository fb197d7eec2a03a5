package io.customerconnect.functions.buyer;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Log;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.Relationships.Due;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Moves on every request that something is due for. */
final class Reminding {
  private final Relationships relationships;
  private final InstantSource clock;

  Reminding(Relationships relationships, InstantSource clock) {
    this.relationships = relationships;
    this.clock = clock;
  }

  /** How many requests were moved on, and how many could not be. */
  record Result(int moved, int failed) {}

  /**
   * Goes through the days since everything due was dealt with, up to now. A request that fails is
   * noted, and tried again by every run until it can be moved on; its day is done all the same.
   */
  Result run() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Counts counts = new Counts();
    for (Due due : relationships.dueFailed()) {
      Step step = moveOn(due, now);
      counts.add(due, step);
      if (step != Step.FAILED) {
        relationships.forgetDueFailed(due);
      }
    }
    for (LocalDate day = relationships.dueSince(today);
        !day.isAfter(today);
        day = day.plusDays(1)) {
      relationships.forEachDue(day, now, due -> moveOnOrNote(due, now, counts));
      if (day.isBefore(today)) {
        relationships.dueDoneThrough(day);
      }
    }
    return new Result(counts.moved, counts.failed.size());
  }

  private void moveOnOrNote(Due due, Instant now, Counts counts) {
    if (counts.failed.contains(due)) {
      return;
    }
    Step step = moveOn(due, now);
    counts.add(due, step);
    if (step == Step.FAILED) {
      relationships.noteDueFailed(due);
    }
  }

  private Step moveOn(Due due, Instant now) {
    AccountId account = due.account();
    LegalEntityId buyer = due.legalEntity();
    try {
      Optional<LegalEntity> entity =
          Optional.ofNullable(
              relationships.snapshot(account, List.of(buyer)).legalEntities().get(buyer));
      int contacts = entity.map(found -> found.contacts().size()).orElse(0);
      Decision decision =
          relationships
              .apply(account, buyer, new Command.PassTime(contacts), Actor.SYSTEM, now)
              .decision();
      return decision instanceof Decision.Changed ? Step.MOVED : Step.NOTHING_TO_DO;
    } catch (RuntimeException e) {
      Log.warn(
          "reminder failed",
          Map.of(
              "account", account.value(),
              "legalEntity", buyer.value(),
              "cause", e.getClass().getSimpleName()));
      return Step.FAILED;
    }
  }

  private enum Step {
    MOVED,
    NOTHING_TO_DO,
    FAILED
  }

  private static final class Counts {
    private final Set<Due> failed = new HashSet<>();
    private int moved;

    private void add(Due due, Step step) {
      switch (step) {
        case MOVED -> moved++;
        case FAILED -> failed.add(due);
        case NOTHING_TO_DO -> {}
      }
    }
  }
}
