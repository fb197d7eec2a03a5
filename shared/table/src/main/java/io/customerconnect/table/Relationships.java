package io.customerconnect.table;

import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.connection.AnswerTimes;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.HolderNews;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.connection.TradingRelationship;
import io.customerconnect.domain.connection.Transitions;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Relationships, and everything that is written when one changes: itself, its ticket, the entry in
 * the ticket's history and the supplier's notice, in one transaction.
 */
public final class Relationships {
  /** A transaction takes 100 writes, and a change needs four. */
  public static final int MAX_TRANSITIONS = 25;

  /** A batch read takes 100 keys, and a standing needs two. */
  private static final int MAX_STANDINGS = 50;

  /** A group of some hundred members is read at once, and one of thousands in turns. */
  private static final int MAX_SIDE_BY_SIDE = 10;

  private final Table table;
  private final Transitions transitions = new Transitions();

  public Relationships(Table table) {
    this.table = table;
  }

  /**
   * An account, legal entities, and where they stand with each other, at one moment.
   *
   * @param legalEntities those that there are
   * @param relationships one for each id asked for; an unconnected one where there is none
   */
  public record Snapshot(
      Optional<SupplierAccount> account,
      Map<LegalEntityId, LegalEntity> legalEntities,
      Map<LegalEntityId, StoredRelationship> relationships) {

    /** Where the account stands with one of the legal entities asked for. */
    public StoredRelationship relationship(LegalEntityId legalEntity) {
      return Optional.ofNullable(relationships.get(legalEntity))
          .orElseThrow(() -> new IllegalArgumentException("Not asked for: " + legalEntity));
    }
  }

  /** What a command led to, and what then stands in the table. */
  public record Applied(Decision decision, StoredRelationship relationship) {}

  /** Costs one strongly consistent read. */
  public StoredRelationship find(AccountId account, LegalEntityId legalEntity) {
    return table
        .get(Keys.relationship(account, legalEntity))
        .map(RelationshipItem::read)
        .orElseGet(() -> none(account, legalEntity));
  }

  /** The relationships of an account, by legal entity id; one query a page. */
  public Page<StoredRelationship> list(AccountId account, Optional<Cursor> from, int limit) {
    return table
        .page(
            Keys.accountPartition(account), Keys.RELATIONSHIPS, Table.Order.ASCENDING, from, limit)
        .map(RelationshipItem::read);
  }

  /**
   * What a list shows of an account and a legal entity.
   *
   * @param state where the two stand with each other
   * @param books what the legal entity's books are good for
   */
  public record Standing(RelationshipState state, LedgerFitness books, AnswerTimes answers) {}

  /**
   * Where an account stands with legal entities, for a list to show; a batch read for every {@value
   * #MAX_STANDINGS}, side by side. What was written within the last second may be missing: whoever
   * then acts decides from a read of its own.
   *
   * @return one for each legal entity
   */
  public Map<LegalEntityId, Standing> standings(
      AccountId account, Collection<LegalEntityId> legalEntities) {
    return legalEntities.stream()
        .gather(Gatherers.windowFixed(MAX_STANDINGS))
        .gather(Gatherers.mapConcurrent(MAX_SIDE_BY_SIDE, some -> someStandings(account, some)))
        .flatMap(some -> some.entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<LegalEntityId, Standing> someStandings(AccountId account, List<LegalEntityId> ids) {
    List<Keys.Key> keys = new ArrayList<>();
    for (LegalEntityId id : ids) {
      keys.add(Keys.relationship(account, id));
      keys.add(Keys.books(id));
    }
    Map<Keys.Key, Map<String, AttributeValue>> items =
        table.batchGet(keys, Table.Consistency.EVENTUAL);
    Map<LegalEntityId, Standing> standings = new HashMap<>();
    for (LegalEntityId id : ids) {
      standings.put(
          id,
          new Standing(
              read(account, id, items).relationship().state(),
              Books.fitness(Optional.ofNullable(items.get(Keys.books(id)))),
              Books.answers(Optional.ofNullable(items.get(Keys.books(id))))));
    }
    return standings;
  }

  /**
   * One batch read, strongly consistent.
   *
   * @param legalEntities at most 49
   */
  public Snapshot snapshot(AccountId account, Collection<LegalEntityId> legalEntities) {
    List<Keys.Key> keys = new ArrayList<>();
    keys.add(Keys.account(account));
    for (LegalEntityId id : legalEntities) {
      keys.add(Keys.legalEntity(id));
      keys.add(Keys.relationship(account, id));
    }
    Map<Keys.Key, Map<String, AttributeValue>> items = table.batchGet(keys);
    Map<LegalEntityId, LegalEntity> entities = new HashMap<>();
    Map<LegalEntityId, StoredRelationship> relationships = new HashMap<>();
    for (LegalEntityId id : legalEntities) {
      Optional.ofNullable(items.get(Keys.legalEntity(id)))
          .ifPresent(item -> entities.put(id, LegalEntityItem.read(item)));
      relationships.put(id, read(account, id, items));
    }
    return new Snapshot(
        Optional.ofNullable(items.get(Keys.account(account))).map(AccountItem::read),
        Map.copyOf(entities),
        Map.copyOf(relationships));
  }

  /** What a command would lead to, without writing anything. */
  public Decision decide(StoredRelationship relationship, Command command, Instant now) {
    return transitions.decide(relationship.relationship(), command, now);
  }

  /**
   * Decides about a relationship as it stands, and writes what was decided. When somebody else was
   * quicker, it is decided anew.
   *
   * @param command made from the relationship as it stands at each try
   * @throws ConflictException when others were quicker every time
   */
  public Applied apply(
      AccountId account, LegalEntityId legalEntity, Command command, Actor by, Instant now) {
    return apply(account, legalEntity, command, by, now, _ -> List.of());
  }

  /**
   * As {@link #apply(AccountId, LegalEntityId, Command, Actor, Instant)}, with writes that only
   * happen together with the change.
   */
  Applied apply(
      AccountId account,
      LegalEntityId legalEntity,
      Command command,
      Actor by,
      Instant now,
      Function<StoredRelationship, List<TransactWriteItem>> together) {
    return Table.startingOver(
        () -> {
          StoredRelationship before = find(account, legalEntity);
          Decision decision = decide(before, command, now);
          if (!(decision instanceof Decision.Changed changed)) {
            return new Applied(decision, before);
          }
          Transition transition =
              new Transition(before, changed, by, now, before.entity(), Optional.empty());
          commit(List.of(transition), together.apply(before));
          return new Applied(decision, transition.after());
        });
  }

  /**
   * Writes changes in one transaction: all or none.
   *
   * @param changes at most {@value #MAX_TRANSITIONS}
   * @throws ConflictException when one of the relationships has changed since it was read
   */
  public void commit(List<Transition> changes) {
    commit(changes, List.of());
  }

  void commit(List<Transition> changes, List<TransactWriteItem> together) {
    List<TransactWriteItem> writes = new ArrayList<>(together);
    changes.forEach(change -> addWrites(change, writes));
    table.transact(writes);
  }

  /** A relationship that something is due for. */
  public record Due(AccountId account, LegalEntityId legalEntity) {}

  /** All relationships that something is due for by now, on one day (UTC), in pages. */
  public void forEachDue(LocalDate day, Instant now, Consumer<Due> action) {
    for (String partition : Keys.duePartitions(day)) {
      table.forEachInIndex(
          partition,
          day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC)) ? Keys.instant(now) + "~" : "~",
          item -> action.accept(Keys.due(new ItemReader(item).string(Keys.INDEX_SK))));
    }
  }

  /**
   * The first day (UTC) that something may still be due on. Where no run has noted one yet, it is
   * so far back that no request can be older.
   */
  public LocalDate dueSince(LocalDate today) {
    return table
        .get(Keys.dueProgress())
        .map(item -> LocalDate.parse(new ItemReader(item).string("doneThrough")).plusDays(1))
        .orElseGet(() -> today.minusDays(Timetable.LONGEST.toDays()));
  }

  /** Notes that all that was due on a day, and before, has been dealt with. */
  public void dueDoneThrough(LocalDate day) {
    table
        .client()
        .putItem(
            request ->
                request
                    .tableName(table.name())
                    .item(
                        ItemBuilder.item(Keys.dueProgress())
                            .set("doneThrough", day.toString())
                            .build()));
  }

  /** Notes that a request could not be moved on. */
  public void noteDueFailed(Due due) {
    table
        .client()
        .putItem(
            request ->
                request
                    .tableName(table.name())
                    .item(
                        ItemBuilder.item(Keys.dueFailed(due.account(), due.legalEntity()))
                            .set("account", due.account().value())
                            .set("legalEntity", due.legalEntity().value())
                            .build()));
  }

  /** All requests that could not be moved on; one query, as there are few. */
  public List<Due> dueFailed() {
    return table.partition(Keys.dueFailedPartition()).stream()
        .map(ItemReader::new)
        .map(
            item ->
                new Due(
                    new AccountId(item.string("account")),
                    new LegalEntityId(item.string("legalEntity"))))
        .toList();
  }

  /** Notes that nothing is left to do for one that could not be moved on. */
  public void forgetDueFailed(Due due) {
    table
        .client()
        .deleteItem(
            request ->
                request
                    .tableName(table.name())
                    .key(Table.attributes(Keys.dueFailed(due.account(), due.legalEntity()))));
  }

  private static StoredRelationship read(
      AccountId account, LegalEntityId id, Map<Keys.Key, Map<String, AttributeValue>> items) {
    return Optional.ofNullable(items.get(Keys.relationship(account, id)))
        .map(RelationshipItem::read)
        .orElseGet(() -> none(account, id));
  }

  private static StoredRelationship none(AccountId account, LegalEntityId legalEntity) {
    return new StoredRelationship(
        TradingRelationship.none(account, legalEntity), 0, new EntityBrief(""), Optional.empty());
  }

  private void addWrites(Transition change, List<TransactWriteItem> writes) {
    StoredRelationship after = change.after();
    AccountId account = after.relationship().account();
    RelationshipState was = change.before().relationship().state();
    RelationshipState is = after.relationship().state();
    writes.add(relationshipWrite(change));
    addBindings(change, writes);
    addLoads(change, writes);
    addHolders(change, writes);
    String entryId = "%s-v%06d".formatted(after.relationship().legalEntity(), after.version());
    Optional<TicketNumber> ticket = Tickets.ticketOf(is);
    ticket.ifPresent(
        number -> {
          Tickets.statusAfter(was, is)
              .ifPresent(status -> writes.add(ticketWrite(change, number, status)));
          writes.add(
              table.put(
                  TicketItems.write(
                      number,
                      new HistoryEntry(
                          entryId,
                          change.change().event(),
                          change.at(),
                          change.by(),
                          change.change().detail()))));
        });
    if (change.change().event().audience() == TicketEvent.Audience.SUPPLIER) {
      writes.add(
          table.put(
              TicketItems.write(
                  account,
                  new Notice(
                      entryId,
                      change.change().event(),
                      change.at(),
                      ticket,
                      Optional.of(change.after().relationship().legalEntity()),
                      change.entity().name()))));
    }
  }

  /**
   * Who is bound to a vendor number can be read at the legal entity (P19), whatever becomes of its
   * group and its vendor master.
   */
  private void addBindings(Transition change, List<TransactWriteItem> writes) {
    TradingRelationship after = change.after().relationship();
    Set<VendorNumber> were = change.before().relationship().state().boundVendorNumbers();
    Set<VendorNumber> are = after.state().boundVendorNumbers();
    are.stream()
        .filter(number -> !were.contains(number))
        .forEach(number -> writes.add(bound("ADD", after, number)));
    were.stream()
        .filter(number -> !are.contains(number))
        .forEach(number -> writes.add(bound("DELETE", after, number)));
  }

  private TransactWriteItem bound(String action, TradingRelationship to, VendorNumber number) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(Table.attributes(Keys.bound(to.legalEntity(), number)))
                .updateExpression(action + " accounts :account")
                .expressionAttributeValues(
                    Map.of(":account", AttributeValue.fromSs(List.of(to.account().value()))))
                .build())
        .build();
  }

  /** Those whose vendor number it is about follow it by tickets of their own (P19). */
  private void addHolders(Transition change, List<TransactWriteItem> writes) {
    RelationshipState was = change.before().relationship().state();
    HolderNews.of(was, change.after().relationship().state())
        .ifPresent(
            news -> news.holders().forEach(holder -> addHolder(change, news, holder, writes)));
  }

  private void addHolder(
      Transition change, HolderNews news, HolderTicket holder, List<TransactWriteItem> writes) {
    TicketNumber number = holder.ticket();
    writes.add(
        switch (news.status()) {
          case TicketStatus.Open open ->
              table.putNew(
                  TicketItems.write(
                      new Ticket(
                              number,
                              holder.account(),
                              new Ticket.Subject.VendorNumberClaim(
                                  change.before().relationship().legalEntity(),
                                  change.entity().name(),
                                  news.vendorNumber()),
                              change.at(),
                              open)
                          .relatedTo(
                              Tickets.ticketOf(change.after().relationship().state()).stream()
                                  .toList())));
          case TicketStatus.Closed closed -> TicketItems.update(table, number, closed);
        });
    String id = number + "-" + news.event().name().toLowerCase(Locale.ROOT);
    writes.add(
        table.put(
            TicketItems.write(
                number,
                // Who it was on the other side, and why, is not told.
                new HistoryEntry(id, news.event(), change.at(), Actor.SYSTEM, ""))));
    writes.add(
        table.put(
            TicketItems.write(
                holder.account(),
                new Notice(
                    id,
                    news.event(),
                    change.at(),
                    Optional.of(number),
                    Optional.of(change.after().relationship().legalEntity()),
                    change.entity().name()))));
  }

  /** What the supplier may see of its invoices, and who has to look after it (P36, P39). */
  private void addLoads(Transition change, List<TransactWriteItem> writes) {
    TradingRelationship after = change.after().relationship();
    Set<VendorNumber> were = change.before().relationship().statusVendorNumbers();
    Set<VendorNumber> are = after.statusVendorNumbers();
    for (VendorNumber number : are) {
      if (!were.contains(number)) {
        writes.addAll(
            Loads.begin(
                table,
                new Binding(after.account(), after.legalEntity(), number, change.at()),
                change.after().version(),
                change.entity().name()));
      }
    }
    for (VendorNumber number : were) {
      if (!are.contains(number)) {
        writes.add(Loads.end(table, after.account(), after.legalEntity(), number));
      }
    }
  }

  private TransactWriteItem relationshipWrite(Transition change) {
    Put.Builder put =
        Put.builder().tableName(table.name()).item(RelationshipItem.write(change.after()));
    if (change.before().version() == 0) {
      put.conditionExpression("attribute_not_exists(PK)");
    } else {
      put.conditionExpression("version = :version")
          .expressionAttributeValues(
              Map.of(":version", AttributeValue.fromN(Long.toString(change.before().version()))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  /** The ticket as it stands from now on: a new one, or the one there is with another status. */
  private TransactWriteItem ticketWrite(
      Transition change, TicketNumber number, TicketStatus status) {
    TradingRelationship after = change.change().next();
    RelationshipState was = change.before().relationship().state();
    if (Tickets.openedAt(was).isPresent()
        && Tickets.ticketOf(was).filter(number::equals).isPresent()) {
      return TicketItems.update(table, number, status, related(change));
    }
    Ticket ticket =
        new Ticket(
            number,
            after.account(),
            new Ticket.Subject.Connection(after.legalEntity(), change.entity().name()),
            change.at(),
            status);
    return table.putNew(TicketItems.write(ticket.relatedTo(related(change))));
  }

  /** The tickets of those whose vendor number a review that begins is about. */
  private static List<TicketNumber> related(Transition change) {
    return HolderNews.of(
            change.before().relationship().state(), change.after().relationship().state())
        .filter(news -> news.status() instanceof TicketStatus.Open)
        .map(news -> news.holders().stream().map(HolderTicket::ticket).toList())
        .orElse(List.of());
  }
}
