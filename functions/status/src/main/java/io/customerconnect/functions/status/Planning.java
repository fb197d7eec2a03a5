package io.customerconnect.functions.status;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.LoadPlan;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.LoadState;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Loads;
import io.customerconnect.table.StoredLoad;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the loads that are due: of new bindings first, then of those whose buyers have delivered.
 * Whatever it has started twice is found to be done by whoever comes second.
 */
final class Planning {
  private static final int BATCH = 100;

  /** What is due beyond this in one partition waits for the next run. */
  private static final int MAX_DUE = 2_000;

  private static final int PAGE_SIZE = 100;

  private final Loads loads;
  private final Deliveries deliveries;
  private final LoadRules rules;
  private final LoadQueue queue;
  private final InstantSource clock;

  Planning(
      Loads loads, Deliveries deliveries, LoadRules rules, LoadQueue queue, InstantSource clock) {
    this.loads = loads;
    this.deliveries = deliveries;
    this.rules = rules;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * What a run has found.
   *
   * @param loads that were started
   * @param buyers that have delivered
   * @param overdue bindings that wait for their first load for too long
   */
  record Result(int loads, int buyers, int overdue) {}

  Result run() {
    Instant now = clock.instant();
    List<LoadState> due = new ArrayList<>();
    Loads.shards().forEach(shard -> due.addAll(due(shard, now)));
    Map<LegalEntityId, Optional<Instant>> newest = new HashMap<>();
    LoadPlan plan =
        LoadPlan.of(
            due,
            binding -> newest.computeIfAbsent(binding.legalEntity(), deliveries::newest),
            rules,
            now);
    queue.send(plan.loads().stream().map(load -> LoadMessage.Settle.of(load.binding())).toList());
    List<Deliveries.Changed> changed =
        deliveries
            .changed()
            .filter(one -> rules.isToBeSeen(one.since(), one.at(), now))
            .limit(MAX_DUE)
            .toList();
    for (Deliveries.Changed buyer : changed) {
      queue.send(
          Loads.buyerShards()
              .mapToObj(
                  shard ->
                      new LoadMessage.LookThrough(buyer.legalEntity(), shard, Optional.empty()))
              .toList());
      if (rules.isSettled(buyer.at(), now)) {
        deliveries.dealtWith(buyer);
      } else {
        deliveries.goesOn(buyer, now);
      }
    }
    return new Result(plan.loads().size(), changed.size(), plan.overdue().size());
  }

  private List<LoadState> due(int shard, Instant now) {
    List<LoadState> states = new ArrayList<>();
    Iterator<Loads.Due> due = loads.due(shard, now).limit(MAX_DUE).iterator();
    while (due.hasNext()) {
      List<Loads.Due> some = new ArrayList<>();
      while (due.hasNext() && some.size() < BATCH) {
        some.add(due.next());
      }
      loads.lookUp(some).forEach(load -> states.add(load.state()));
    }
    return states;
  }

  /** Starts the loads that are due of a page of a buyer's bindings, and goes on with the next. */
  void lookThrough(LoadMessage.LookThrough message) {
    Instant now = clock.instant();
    Optional<Instant> newest = deliveries.newest(message.legalEntity());
    List<StoredLoad> page =
        loads.ofBuyer(
            message.legalEntity(),
            message.shard(),
            message.after().map(last -> new Loads.Bound(last.account(), last.vendor())),
            PAGE_SIZE);
    queue.send(
        page.stream()
            .map(StoredLoad::state)
            .filter(state -> LoadPlan.due(state, newest, rules, now).isPresent())
            .map(state -> LoadMessage.Settle.of(state.binding()))
            .toList());
    if (page.size() == PAGE_SIZE) {
      queue.send(
          List.of(
              new LoadMessage.LookThrough(
                  message.legalEntity(),
                  message.shard(),
                  Optional.of(LoadMessage.Settle.of(page.getLast().state().binding())))));
    }
  }
}
