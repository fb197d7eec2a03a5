package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.status.LoadFindings;
import io.customerconnect.domain.status.LoadProgress;
import io.customerconnect.domain.status.LoadState;
import io.customerconnect.domain.status.OpenAmounts;
import io.customerconnect.domain.status.OpenAmounts.When;
import io.customerconnect.domain.status.Outlook;
import io.customerconnect.domain.status.PaymentHabits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far the loads for a binding have got, as an item; in the index it stands under its buyer. */
final class LoadItem {
  static final String GENERATION = "generation";

  private static final String ON_HOLD = "hold";
  private static final String UNKNOWN = "unknown";

  private LoadItem() {}

  static Map<String, AttributeValue> write(StoredLoad load) {
    LoadState state = load.state();
    Binding binding = state.binding();
    ItemBuilder item =
        ItemBuilder.item(
                Keys.load(binding.account(), binding.legalEntity(), binding.vendorNumber()))
            .index(Keys.boundTo(binding.legalEntity(), binding.account(), binding.vendorNumber()))
            .set("account", binding.account().value())
            .set("legalEntity", binding.legalEntity().value())
            .set("vendor", binding.vendorNumber().value())
            .set("since", binding.since())
            .set(GENERATION, load.generation())
            .set("customerName", load.customerName())
            .set("reviewAt", state.reviewAt().map(Keys::instant))
            .setMaps("habits", habits(load.habits()))
            .set(Keys.VERSION, load.version());
    state
        .loaded()
        .ifPresent(
            loaded ->
                item.set("loadedAt", loaded.at())
                    .set("loadedData", loaded.data().map(Keys::instant)));
    state
        .running()
        .ifPresent(
            running ->
                item.set("runningAt", running.lastSeen())
                    .set("runningData", running.data().map(Keys::instant)));
    write(item, "found", load.found());
    load.headway()
        .ifPresent(
            headway -> {
              LoadProgress progress = headway.progress();
              item.set("begunAt", headway.begun())
                  .set("position", headway.position())
                  .set("read", progress.read())
                  .set("oldest", progress.oldest().toString())
                  .set("reached", progress.reached().toString())
                  .set("newest", progress.newest().toString());
              write(item, "soFar", headway.soFar());
            });
    return item.build();
  }

  static StoredLoad read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new StoredLoad(
        new LoadState(
            new Binding(
                new AccountId(reader.string("account")),
                new LegalEntityId(reader.string("legalEntity")),
                new VendorNumber(reader.string("vendor")),
                reader.instant("since")),
            reader
                .find("loadedAt")
                .map(at -> new LoadState.Loaded(data(reader, "loadedData"), Instant.parse(at))),
            reader
                .find("runningAt")
                .map(at -> new LoadState.Running(data(reader, "runningData"), Instant.parse(at))),
            reader.find("reviewAt").map(Instant::parse)),
        reader.number(GENERATION),
        reader.text("customerName"),
        findings(reader, "found"),
        habits(reader),
        reader.find("position").map(position -> headway(reader, position)),
        reader.number(Keys.VERSION));
  }

  private static StoredLoad.Headway headway(ItemReader reader, String position) {
    return new StoredLoad.Headway(
        reader.instant("begunAt"),
        position,
        new LoadProgress(
            reader.integer("read"),
            LocalDate.parse(reader.string("oldest")),
            LocalDate.parse(reader.string("reached")),
            LocalDate.parse(reader.string("newest"))),
        findings(reader, "soFar"));
  }

  private static Optional<Instant> data(ItemReader reader, String name) {
    return reader.find(name).map(Instant::parse);
  }

  private static void write(ItemBuilder item, String prefix, LoadFindings findings) {
    if (!findings.equals(LoadFindings.NONE)) {
      item.setMaps(
              prefix + "Open",
              findings.open().sums().entrySet().stream()
                  .map(
                      entry ->
                          ItemBuilder.attributes()
                              .set("c", entry.getKey().currency().getCurrencyCode())
                              .set("w", when(entry.getKey().when()))
                              .set("o", entry.getValue().open().toPlainString())
                              .set("n", entry.getValue().documents())
                              .build())
                  .toList())
          .setNumbers(prefix + "Rows", List.of((long) findings.rows(), (long) findings.unmapped()))
          .set(prefix + "AsOf", findings.asOf().map(Keys::instant))
          .set(prefix + "ChangesAt", findings.changesAt().map(Keys::instant));
    }
  }

  private static LoadFindings findings(ItemReader reader, String prefix) {
    List<Long> rows = reader.numbers(prefix + "Rows");
    if (rows.isEmpty()) {
      return LoadFindings.NONE;
    }
    Map<OpenAmounts.Key, OpenAmounts.Sum> sums = new HashMap<>();
    for (ItemReader sum : reader.maps(prefix + "Open")) {
      sums.put(
          new OpenAmounts.Key(Currency.getInstance(sum.string("c")), when(sum.string("w"))),
          new OpenAmounts.Sum(new BigDecimal(sum.string("o")), sum.integer("n")));
    }
    return new LoadFindings(
        new OpenAmounts(sums),
        Math.toIntExact(rows.getFirst()),
        Math.toIntExact(rows.getLast()),
        reader.find(prefix + "AsOf").map(Instant::parse),
        reader.find(prefix + "ChangesAt").map(Instant::parse));
  }

  private static String when(When when) {
    return switch (when) {
      case When.On(LocalDate date) -> date.toString();
      case When.OnHold _ -> ON_HOLD;
      case When.Unknown _ -> UNKNOWN;
    };
  }

  private static When when(String text) {
    return switch (text) {
      case ON_HOLD -> new When.OnHold();
      case UNKNOWN -> new When.Unknown();
      default -> new When.On(LocalDate.parse(text));
    };
  }

  private static List<Map<String, AttributeValue>> habits(PaymentHabits habits) {
    return habits.bySource().entrySet().stream()
        .map(
            entry ->
                ItemBuilder.attributes()
                    .set("s", entry.getKey().name())
                    .set("n", entry.getValue().payments())
                    .set("m", entry.getValue().median())
                    .set("e", entry.getValue().earliest())
                    .set("l", entry.getValue().latest())
                    .build())
        .toList();
  }

  private static PaymentHabits habits(ItemReader reader) {
    Map<Outlook.Source, PaymentHabits.Usual> habits = new EnumMap<>(Outlook.Source.class);
    for (ItemReader habit : reader.maps("habits")) {
      habits.put(
          Outlook.Source.valueOf(habit.string("s")),
          new PaymentHabits.Usual(
              habit.integer("n"), habit.integer("m"), habit.integer("e"), habit.integer("l")));
    }
    return new PaymentHabits(habits);
  }
}
