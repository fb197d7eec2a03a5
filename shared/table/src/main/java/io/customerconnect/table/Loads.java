package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.LoadState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * How far the loads for bindings have got, and which of them somebody has to look after.
 *
 * <p>A load's item is there as long as its binding is: whoever reads it knows that the account may
 * see the vendor's invoices, and no load can write without it.
 */
public final class Loads {
  private final Table table;
  private final LoadRules rules;

  public Loads(Table table, LoadRules rules) {
    this.table = table;
    this.rules = rules;
  }

  /**
   * That somebody has to look after a binding's loads.
   *
   * @param at since when
   */
  public record Due(Instant at, AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {
    Keys.Key loadKey() {
      return Keys.load(account, legalEntity, vendor);
    }

    Keys.Key key() {
      return Keys.loadDue(at, account, legalEntity, vendor);
    }
  }

  /** What is written when a binding is made. */
  static List<TransactWriteItem> begin(
      Table table, Binding binding, long generation, String customerName) {
    StoredLoad load = StoredLoad.first(LoadState.of(binding), generation, customerName);
    return List.of(
        table.put(LoadItem.write(load)),
        table.put(
            dueItem(
                new Due(
                    binding.since(),
                    binding.account(),
                    binding.legalEntity(),
                    binding.vendorNumber()))));
  }

  /** What is written when a binding ends; whoever finds it due takes that away. */
  static TransactWriteItem end(
      Table table, AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {
    return table.delete(Keys.load(account, legalEntity, vendor));
  }

  /**
   * The loads for a binding; one read. Empty when the account may not see the vendor's invoices.
   */
  public Optional<StoredLoad> find(
      AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {
    return table.get(Keys.load(account, legalEntity, vendor)).map(LoadItem::read);
  }

  /**
   * The loads of an account; a query for every megabyte, which some two thousand bindings are.
   *
   * @param legalEntity the buyer whose alone are wanted; empty for all
   */
  public List<StoredLoad> ofAccount(AccountId account, Optional<LegalEntityId> legalEntity) {
    return table
        .streamRange(
            Table.Range.of(
                Table.Place.TABLE,
                Keys.accountPartition(account),
                legalEntity.map(Keys::loadsOf).orElse(Keys.LOADS)))
        .map(LoadItem::read)
        .toList();
  }

  /**
   * The loads that there are of those that rows were found for; one batch read.
   *
   * @param rows of at most 100 bindings; none is no request
   */
  public List<StoredLoad> of(AccountId account, Collection<StatusRows.Found> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    return table
        .batchGet(
            rows.stream()
                .map(found -> Keys.load(account, found.row().legalEntity(), found.row().vendor()))
                .toList())
        .values()
        .stream()
        .map(LoadItem::read)
        .toList();
  }

  /**
   * Writes how far loads have got, with rows that are only written together with it.
   *
   * @param before as it was read
   * @param rows at most {@value StatusRows#MAX_WRITES}
   * @throws ConflictException when the binding has ended, or another load was quicker
   */
  public void save(StoredLoad before, StoredLoad after, StatusRows.Writes rows) {
    List<TransactWriteItem> writes = new ArrayList<>(rows.items());
    writes.add(
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(table.name())
                    .item(LoadItem.write(after))
                    .conditionExpression("generation = :generation AND version = :before")
                    .expressionAttributeValues(
                        Map.of(
                            ":generation",
                            AttributeValue.fromN(Long.toString(before.generation())),
                            ":before",
                            AttributeValue.fromN(Long.toString(before.version()))))
                    .build())
            .build());
    Optional<Due> was = due(before.state());
    Optional<Due> is = due(after.state());
    if (!was.equals(is)) {
      was.ifPresent(due -> writes.add(table.delete(due.key())));
      is.ifPresent(due -> writes.add(table.put(dueItem(due))));
    }
    table.transact(writes);
  }

  /** Has a binding looked after from a moment on; nothing where there is none. */
  public void reviewBy(
      AccountId account, LegalEntityId legalEntity, VendorNumber vendor, Instant at) {
    Table.startingOver(
        () -> {
          find(account, legalEntity, vendor)
              .ifPresent(
                  load -> save(load, load.in(load.state().reviewBy(at)), StatusRows.Writes.NONE));
          return at;
        });
  }

  /** How many partitions there are of what is due. */
  public static IntStream shards() {
    return IntStream.range(0, Keys.LOAD_SHARDS);
  }

  /** What is due in one partition by now, the longest waiting first, read as it is needed. */
  public Stream<Due> due(int shard, Instant now) {
    return table
        .streamRange(
            new Table.Range(
                Table.Place.TABLE,
                Keys.loadsDue(shard),
                "0",
                Keys.instant(now) + "~",
                Optional.empty()))
        .map(Loads::readDue);
  }

  /**
   * The loads of what is due; where the two do not agree any more, what is due is taken away.
   *
   * @param due at most 100
   */
  public List<StoredLoad> lookUp(List<Due> due) {
    Map<Keys.Key, Map<String, AttributeValue>> found =
        table.batchGet(due.stream().map(Due::loadKey).toList());
    List<StoredLoad> loads = new ArrayList<>();
    List<Keys.Key> gone = new ArrayList<>();
    for (Due one : due) {
      Optional<StoredLoad> load = Optional.ofNullable(found.get(one.loadKey())).map(LoadItem::read);
      if (load.flatMap(known -> due(known.state())).filter(one::equals).isPresent()) {
        load.ifPresent(loads::add);
      } else {
        gone.add(one.key());
      }
    }
    if (!gone.isEmpty()) {
      table.batchWrite(List.of(), gone);
    }
    return loads;
  }

  /** Who is bound to a buyer. */
  public record Bound(AccountId account, VendorNumber vendor) {}

  /** How many partitions, of the index, there are of bindings to a buyer. */
  public static IntStream buyerShards() {
    return IntStream.range(0, Keys.BOUND_SHARDS);
  }

  /**
   * A page of bindings to a buyer, of one partition; one query.
   *
   * @param after the last binding of the page before
   */
  public List<StoredLoad> ofBuyer(
      LegalEntityId legalEntity, int shard, Optional<Bound> after, int limit) {
    String from =
        after
            .map(last -> Keys.boundTo(legalEntity, last.account(), last.vendor()).sk() + " ")
            .orElse("0");
    return table
        .range(
            new Table.Range(
                Table.Place.INDEX, Keys.boundTo(legalEntity, shard), from, "~", Optional.empty()),
            Table.Order.ASCENDING,
            limit)
        .stream()
        .map(LoadItem::read)
        .toList();
  }

  private Optional<Due> due(LoadState state) {
    Binding binding = state.binding();
    return state
        .dueAt(rules)
        .map(at -> new Due(at, binding.account(), binding.legalEntity(), binding.vendorNumber()));
  }

  private static Map<String, AttributeValue> dueItem(Due due) {
    return ItemBuilder.item(due.key())
        .set("at", due.at())
        .set("account", due.account().value())
        .set("legalEntity", due.legalEntity().value())
        .set("vendor", due.vendor().value())
        .build();
  }

  private static Due readDue(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Due(
        reader.instant("at"),
        new AccountId(reader.string("account")),
        new LegalEntityId(reader.string("legalEntity")),
        new VendorNumber(reader.string("vendor")));
  }
}
