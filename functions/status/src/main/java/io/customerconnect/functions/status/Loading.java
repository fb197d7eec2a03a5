package io.customerconnect.functions.status;

import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.status.LoadFindings;
import io.customerconnect.domain.status.LoadPlan;
import io.customerconnect.domain.status.LoadProgress;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.LoadState;
import io.customerconnect.domain.status.RetentionRules;
import io.customerconnect.domain.status.StatusRow;
import io.customerconnect.lambda.Log;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.table.ConflictException;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Loads;
import io.customerconnect.table.StatusRows;
import io.customerconnect.table.StatusRows.Difference;
import io.customerconnect.table.StatusRows.Extent;
import io.customerconnect.table.StatusRows.Stretch;
import io.customerconnect.table.StatusRows.Writes;
import io.customerconnect.table.StatusWords;
import io.customerconnect.table.StoredLoad;
import io.customerconnect.table.StoredLoad.Headway;
import io.customerconnect.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes what a supplier sees of its invoices what it should be: copies them from the buyer's books,
 * page by page, or removes them.
 *
 * <p>A page's rows are written together with how far the load has got, over the version that was
 * read: what is cut off goes on behind the last page that was written, unless the buyer has said
 * more since, and of two loads of one binding only one goes on. What is right already is not
 * written.
 */
final class Loading {
  /** A message takes no longer; what is left goes on with another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Loads loads;
  private final StatusRows rows;
  private final RetentionRules retention;
  private final Invoices invoices;
  private final Deliveries deliveries;
  private final StatusWords words;
  private final LoadRules rules;
  private final LoadQueue queue;
  private final Metrics metrics;
  private final InstantSource clock;

  Loading(
      Table table,
      RetentionRules retention,
      LoadRules rules,
      LoadQueue queue,
      Metrics metrics,
      InstantSource clock) {
    this.loads = new Loads(table, rules);
    this.rows = new StatusRows(table, retention);
    this.retention = retention;
    this.invoices = new Invoices(table);
    this.deliveries = new Deliveries(table);
    this.words = new StatusWords(table);
    this.rules = rules;
    this.queue = queue;
    this.metrics = metrics;
    this.clock = clock;
  }

  void settle(LoadMessage.Settle message) {
    Optional<StoredLoad> load =
        loads.find(message.account(), message.legalEntity(), message.vendor());
    try {
      if (load.isPresent()) {
        load(load.get(), message);
      } else {
        remove(message);
      }
    } catch (ConflictException _) {
      // Another load was quicker, or the binding has ended: whoever did it goes on from there.
      Log.info(
          "load left to another one",
          Map.of(
              "account", message.account().value(), "legalEntity", message.legalEntity().value()));
    }
  }

  private void remove(LoadMessage.Settle message) {
    Extent extent = rows.remove(message.account(), message.legalEntity(), message.vendor());
    if (extent == Extent.MORE_TO_REMOVE) {
      queue.send(List.of(message));
    }
  }

  private void load(StoredLoad load, LoadMessage.Settle message) {
    Instant now = now();
    Optional<Instant> newest = deliveries.newest(message.legalEntity());
    if (message.goesOn().filter(version -> version == load.version()).isPresent()
        && load.state().running().isPresent()) {
      new Run(load, load.state().running().get().data(), load.headway(), now).go();
    } else if (message.goesOn().isEmpty()) {
      LoadPlan.due(load.state(), newest, rules, now).ifPresent(due -> run(load, due, now).go());
    }
  }

  private Run run(StoredLoad load, LoadPlan.Load due, Instant now) {
    return LoadPlan.goesOn(load.state(), due)
        ? new Run(load, due.follows(), load.headway(), now)
        : new Run(load, due.follows(), Optional.empty(), now);
  }

  private Source source(Binding binding, Instant now) {
    return binding.legalEntity().equals(LegalEntity.TEST_BUYER)
        ? new PracticeSource(invoices, binding, now)
        : new BooksSource(invoices, deliveries, binding, words.of(binding.legalEntity()), now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** One load, from where it goes on. */
  private final class Run {
    private final Source source;
    private final Optional<Instant> data;
    private final Instant woken;
    private final Instant begun;
    private StoredLoad stored;
    private Optional<Headway> headway;

    Run(StoredLoad stored, Optional<Instant> data, Optional<Headway> headway, Instant woken) {
      this.stored = stored;
      this.data = data;
      this.headway = headway;
      this.woken = woken;
      this.begun = headway.map(Headway::begun).orElse(woken);
      this.source = source(stored.state().binding(), woken);
    }

    void go() {
      Source.Page page = source.page(position());
      while (!write(page)) {
        if (now().isAfter(woken.plus(PATIENCE))) {
          later();
          return;
        }
        page = source.page(position());
      }
      tell();
    }

    private Optional<String> position() {
      return headway.map(Headway::position);
    }

    /** Makes a page's rows right; whether the load is through with it. */
    private boolean write(Source.Page page) {
      Binding binding = stored.state().binding();
      Difference difference =
          rows.difference(
              binding,
              stored.generation(),
              new Stretch(position(), page.to()),
              page.items().stream().map(Source.Item::row).filter(this::isKept).toList());
      List<Writes> portions = difference.writes().portions();
      if (difference.extent() == Extent.MORE_TO_REMOVE) {
        portions.forEach(portion -> save(going(), portion));
        return false;
      }
      portions.stream()
          .limit(Math.max(0, portions.size() - 1))
          .forEach(portion -> save(going(), portion));
      Writes last = portions.isEmpty() ? Writes.NONE : portions.getLast();
      LoadFindings found = found(page);
      if (page.to().isEmpty()) {
        save(
            stored.through(
                stored.state().finish(data, now(), nextReview(found)), found, source.habits()),
            last);
        return true;
      }
      LoadProgress progress = progress(page);
      headway = page.to().map(key -> new Headway(begun, key, progress, found));
      if (!portions.isEmpty()) {
        save(going(), last);
      }
      return false;
    }

    private boolean isKept(StatusRow row) {
      return retention.expiry(row).isAfter(woken);
    }

    /** What the load has found with this page. */
    private LoadFindings found(Source.Page page) {
      LoadFindings found = headway.map(Headway::soFar).orElse(LoadFindings.NONE);
      for (Source.Item item : page.items()) {
        found =
            isKept(item.row())
                ? found.plus(
                    item.row(),
                    item.asOf(),
                    Stream.concat(
                            item.changesAt().stream(), retention.changesAt(item.row()).stream())
                        .min(Comparator.naturalOrder()))
                : found.asOf(item.asOf());
      }
      return found;
    }

    private LoadProgress progress(Source.Page page) {
      return LoadProgress.with(
          headway.map(Headway::progress),
          page.items().stream().map(Source.Item::row).toList(),
          source.newest());
    }

    private Optional<Instant> nextReview(LoadFindings found) {
      return LoadPlan.reviewAfter(
          data,
          begun,
          deliveries.newest(stored.state().binding().legalEntity()),
          found.changesAt(),
          rules);
    }

    private StoredLoad going() {
      return stored.going(stored.state().start(data, now()), headway);
    }

    private void save(StoredLoad next, Writes writes) {
      loads.save(stored, next, writes);
      stored = next;
    }

    private void later() {
      save(going(), Writes.NONE);
      LoadState state = stored.state();
      Binding binding = state.binding();
      boolean isOverdue =
          state.loaded().isEmpty() && !now().isBefore(binding.since().plus(rules.alarm()));
      metrics.count("FirstLoadsOverdue", "Function", "PlanLoads", isOverdue ? 1 : 0);
      queue.send(
          List.of(
              new LoadMessage.Settle(
                  binding.account(),
                  binding.legalEntity(),
                  binding.vendorNumber(),
                  Optional.of(stored.version()))));
    }

    private void tell() {
      LoadState state = stored.state();
      Log.info(
          "loaded",
          Map.of(
              "account", state.binding().account().value(),
              "legalEntity", state.binding().legalEntity().value(),
              "rows", Integer.toString(stored.found().rows()),
              "unknownStatuses", Integer.toString(stored.found().unmapped())));
      metrics.count("StatusRows", "Function", "LoadStatus", stored.found().rows());
      metrics.count("UnknownStatuses", "Function", "LoadStatus", stored.found().unmapped());
    }
  }
}
