package io.customerconnect.table;

import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.NumberReview;
import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.Proof;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.SuspensionCause;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.connection.TradingRelationship;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.Timetable;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A relationship as an item. A pending one stands in the index under the time it is due. */
public final class RelationshipItem {
  private RelationshipItem() {}

  static Map<String, AttributeValue> write(StoredRelationship stored) {
    TradingRelationship relationship = stored.relationship();
    ItemBuilder item =
        ItemBuilder.item(Keys.relationship(relationship.account(), relationship.legalEntity()))
            .set("account", relationship.account().value())
            .set("legalEntity", relationship.legalEntity().value())
            .set("customerName", stored.entity().name())
            .set("version", stored.version())
            .set("askedWith", stored.askedWith())
            .set("requests", relationship.requests().stream().map(Keys::instant).toList());
    Tickets.ticketOf(relationship.state()).ifPresent(ticket -> item.set("ticket", ticket.value()));
    switch (relationship.state()) {
      case Unconnected _ -> item.set("state", "UNCONNECTED");
      case Challenged challenged ->
          item.set("state", "CHALLENGED")
              .set("at", challenged.since())
              .set("challenge", challenged.challenge().toString());
      case Pending pending -> {
        item.set("state", "PENDING")
            .set("at", pending.since())
            .set("asks", pending.asks())
            .set("reminders", pending.reminders())
            .index(
                Keys.due(
                    Tickets.dueAt(pending), relationship.account(), relationship.legalEntity()));
        write(pending.recipient(), item);
        write(pending.proof(), item);
        write(pending.timetable(), item);
      }
      case Connected connected -> {
        item.set("state", "CONNECTED");
        write(connected, item);
      }
      case Suspended suspended -> {
        item.set("state", "SUSPENDED")
            .set("suspendedAt", suspended.at())
            .set("openedAt", suspended.opened())
            .set("earlierTicket", suspended.connection().ticket().map(TicketNumber::value));
        write(suspended.cause(), item);
        write(suspended.connection(), item);
      }
      case Declined declined ->
          item.set("state", "DECLINED")
              .set("at", declined.at())
              .set("declineKind", declined.kind().name())
              .set("reason", declined.reason());
      case Expired expired -> item.set("state", "EXPIRED").set("at", expired.at());
      case Ended ended ->
          item.set("state", "ENDED").set("at", ended.at()).set("by", ended.by().name());
    }
    return item.build();
  }

  /** The relationship that an item holds. */
  public static StoredRelationship read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    List<Instant> requests = reader.strings("requests").stream().map(Instant::parse).toList();
    return new StoredRelationship(
        new TradingRelationship(
            new AccountId(reader.string("account")),
            new LegalEntityId(reader.string("legalEntity")),
            state(reader),
            requests),
        reader.number("version"),
        new EntityBrief(reader.string("customerName")),
        reader.find("askedWith"));
  }

  private static RelationshipState state(ItemReader reader) {
    String state = reader.string("state");
    return switch (state) {
      case "UNCONNECTED" -> new Unconnected();
      case "PENDING" ->
          new Pending(
              new TicketNumber(reader.string("ticket")),
              reader.instant("at"),
              recipient(reader),
              reader.integer("asks"),
              reader.integer("reminders"),
              proof(reader),
              timetable(reader));
      case "CHALLENGED" ->
          new Challenged(ChallengeId.parse(reader.string("challenge")), reader.instant("at"));
      case "CONNECTED" -> connected(reader, reader.find("ticket"));
      case "SUSPENDED" ->
          new Suspended(
              new TicketNumber(reader.string("ticket")),
              reader.instant("openedAt"),
              reader.instant("suspendedAt"),
              cause(reader),
              connected(reader, reader.find("earlierTicket")));
      case "DECLINED" ->
          new Declined(
              new TicketNumber(reader.string("ticket")),
              reader.instant("at"),
              DeclineKind.valueOf(reader.string("declineKind")),
              reader.text("reason"));
      case "EXPIRED" ->
          new Expired(new TicketNumber(reader.string("ticket")), reader.instant("at"));
      case "ENDED" ->
          new Ended(
              reader.find("ticket").map(TicketNumber::new),
              reader.instant("at"),
              Side.valueOf(reader.string("by")));
      default -> throw new IllegalStateException("No such state of a relationship: " + state);
    };
  }

  private static void write(Connected connected, ItemBuilder item) {
    item.set("at", connected.since())
        .set("origin", connected.origin().name())
        .set(
            "vendorNumbers",
            connected.vendorNumbers().stream().map(VendorNumber::value).sorted().toList())
        .set("firstTicket", connected.firstTicket().map(TicketNumber::value));
    connected.review().ifPresent(review -> write(review, item));
  }

  private static void write(NumberReview review, ItemBuilder item) {
    item.set("reviewedNumber", review.vendorNumber().value())
        .set("reviewOpened", review.opened())
        .setMaps("reviewHolders", holders(review.holders()));
    review
        .closed()
        .ifPresent(
            closed ->
                item.set("reviewOutcome", closed.outcome().name())
                    .set("reviewClosed", closed.at()));
  }

  private static Optional<NumberReview> review(ItemReader reader) {
    return reader
        .find("reviewedNumber")
        .map(
            number ->
                new NumberReview(
                    new VendorNumber(number),
                    holders(reader.maps("reviewHolders")),
                    reader.instant("reviewOpened"),
                    reader
                        .find("reviewOutcome")
                        .map(
                            outcome ->
                                new TicketStatus.Closed(
                                    TicketStatus.Outcome.valueOf(outcome),
                                    reader.instant("reviewClosed")))));
  }

  private static Connected connected(ItemReader reader, Optional<String> ticket) {
    return new Connected(
        reader.instant("at"),
        Origin.valueOf(reader.string("origin")),
        reader.strings("vendorNumbers").stream()
            .map(VendorNumber::new)
            .collect(Collectors.toUnmodifiableSet()),
        ticket.map(TicketNumber::new),
        reader.find("firstTicket").map(TicketNumber::new),
        review(reader));
  }

  private static void write(SuspensionCause cause, ItemBuilder item) {
    switch (cause) {
      case SuspensionCause.Disputed _ -> item.set("cause", "DISPUTED");
      case SuspensionCause.VendorNumberTaken(List<HolderTicket> holders) ->
          item.set("cause", "VENDOR_NUMBER_TAKEN").setMaps("holders", holders(holders));
    }
  }

  private static List<Map<String, AttributeValue>> holders(List<HolderTicket> holders) {
    return holders.stream()
        .map(
            holder ->
                ItemBuilder.attributes()
                    .set("account", holder.account().value())
                    .set("ticket", holder.ticket().value())
                    .build())
        .toList();
  }

  private static List<HolderTicket> holders(Collection<ItemReader> items) {
    return items.stream()
        .map(
            holder ->
                new HolderTicket(
                    new AccountId(holder.string("account")),
                    new TicketNumber(holder.string("ticket"))))
        .toList();
  }

  private static SuspensionCause cause(ItemReader reader) {
    String cause = reader.string("cause");
    return switch (cause) {
      case "DISPUTED" -> SuspensionCause.DISPUTED;
      case "VENDOR_NUMBER_TAKEN" ->
          new SuspensionCause.VendorNumberTaken(holders(reader.maps("holders")));
      default -> throw new IllegalStateException("No such cause of a review: " + cause);
    };
  }

  private static void write(Proof proof, ItemBuilder item) {
    switch (proof) {
      case Proof.Possible _ -> {}
      case Proof.Barred _ -> item.set("proof", "barred");
      case Proof.Begun begun -> item.set("challenge", begun.challenge().toString());
      case Proof.Given given -> item.set("provedVendorNumber", given.vendorNumber().value());
    }
  }

  private static Proof proof(ItemReader reader) {
    if (reader.find("proof").isPresent()) {
      return new Proof.Barred();
    }
    return reader
        .find("provedVendorNumber")
        .<Proof>map(number -> new Proof.Given(new VendorNumber(number)))
        .or(() -> reader.find("challenge").map(id -> new Proof.Begun(ChallengeId.parse(id))))
        .orElseGet(Proof.Possible::new);
  }

  /** The days of the reminders and of the expiry; none where they are the usual ones. */
  private static void write(Timetable timetable, ItemBuilder item) {
    if (!timetable.equals(Timetable.DEFAULT)) {
      item.setNumbers(
          "timetable",
          Stream.concat(timetable.reminders().stream(), Stream.of(timetable.expiry()))
              .map(Duration::toDays)
              .toList());
    }
  }

  private static Timetable timetable(ItemReader reader) {
    List<Duration> days = reader.numbers("timetable").stream().map(Duration::ofDays).toList();
    return days.isEmpty()
        ? Timetable.DEFAULT
        : new Timetable(days.subList(0, days.size() - 1), days.getLast());
  }

  private static void write(Recipient recipient, ItemBuilder item) {
    switch (recipient) {
      case Recipient.DirectoryContact contact -> item.set("contactIndex", contact.index());
      case Recipient.Colleague colleague ->
          item.setMaps(
              "colleague", List.of(LegalEntityItem.ContactItem.write(colleague.contact())));
      case Recipient.Later(Recipient.Reachable who, Instant from) -> {
        write(who, item);
        item.set("askFrom", from);
      }
      case Recipient.Operator(Instant since) -> item.set("operatorSince", since);
    }
  }

  private static Recipient recipient(ItemReader reader) {
    if (reader.find("operatorSince").isPresent()) {
      return new Recipient.Operator(reader.instant("operatorSince"));
    }
    Recipient.Reachable who = reachable(reader);
    return reader.find("askFrom").isPresent()
        ? new Recipient.Later(who, reader.instant("askFrom"))
        : who;
  }

  private static Recipient.Reachable reachable(ItemReader reader) {
    return reader.maps("colleague").stream()
        .findFirst()
        .<Recipient.Reachable>map(
            colleague -> new Recipient.Colleague(LegalEntityItem.ContactItem.read(colleague)))
        .orElseGet(() -> new Recipient.DirectoryContact(reader.integer("contactIndex")));
  }
}
