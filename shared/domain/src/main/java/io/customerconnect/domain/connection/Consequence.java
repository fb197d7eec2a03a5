package io.customerconnect.domain.connection;

import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to follow from a change of a relationship, outside the table. */
public sealed interface Consequence {

  /** The customer is to be asked by mail, for the {@code ask}-th time. */
  record AskBuyer(AccountId account, LegalEntityId legalEntity, TicketNumber ticket, int ask)
      implements Consequence {}

  /** The supplier is to be told by mail what came of its ticket. */
  record TellSupplier(TicketNumber ticket) implements Consequence {}

  /**
   * A connection, or one more vendor number, rests on a challenge alone: the buyer's contacts and
   * the users of every account bound to the vendor number are to hear of it, with a way to say
   * "this was not us" (P30).
   */
  record TellOfProof(AccountId account, LegalEntityId legalEntity, VendorNumber vendorNumber)
      implements Consequence {}

  /**
   * The customer, or support, has said that a vendor number is this supplier's. If it is bound to
   * others too, their users and the buyer's contacts are to hear of it, with a way to say "this was
   * not us" (P19).
   */
  record TellOfNumber(AccountId account, LegalEntityId legalEntity, VendorNumber vendorNumber)
      implements Consequence {}

  /** Support is to look into a connection, and both sides are to hear of it. */
  record Review(
      AccountId account, LegalEntityId legalEntity, TicketNumber ticket, SuspensionCause cause)
      implements Consequence {}

  /**
   * What the supplier sees of its invoices under a vendor number is to be made what it should be:
   * loaded where the two are connected now, removed where they are not any more.
   */
  record SettleStatus(AccountId account, LegalEntityId legalEntity, VendorNumber vendorNumber)
      implements Consequence {}

  /**
   * What follows from a relationship being written as {@code after}, having been {@code before}.
   */
  static List<Consequence> of(Optional<TradingRelationship> before, TradingRelationship after) {
    RelationshipState was =
        before.map(TradingRelationship::state).orElseGet(RelationshipState.Unconnected::new);
    return Stream.of(ofState(was, after).stream(), holders(was, after), status(before, after))
        .flatMap(Function.identity())
        .toList();
  }

  /** What has come of a review is told to both sides; that there is one, by the review itself. */
  private static Stream<Consequence> holders(RelationshipState was, TradingRelationship after) {
    return HolderNews.of(was, after.state()).stream()
        .filter(news -> news.status() instanceof TicketStatus.Closed)
        .flatMap(news -> news.holders().stream())
        .map(holder -> new TellSupplier(holder.ticket()));
  }

  private static Stream<Consequence> status(
      Optional<TradingRelationship> before, TradingRelationship after) {
    Set<VendorNumber> were =
        before.map(TradingRelationship::statusVendorNumbers).orElseGet(Set::of);
    Set<VendorNumber> are = after.statusVendorNumbers();
    return Stream.concat(
            were.stream().filter(number -> !are.contains(number)),
            are.stream().filter(number -> !were.contains(number)))
        .map(number -> new SettleStatus(after.account(), after.legalEntity(), number));
  }

  private static List<Consequence> ofState(RelationshipState was, TradingRelationship after) {
    return switch (after.state()) {
      case Pending pending when !(was instanceof Pending old) || old.asks() != pending.asks() ->
          pending.recipient() instanceof Recipient.Reachable
              ? List.of(
                  new AskBuyer(
                      after.account(), after.legalEntity(), pending.ticket(), pending.asks()))
              : List.of();
      case Connected connected ->
          Stream.of(
                  answer(was, connected),
                  numbers(was, after, connected),
                  numberReview(was, after, connected))
              .flatMap(Function.identity())
              .toList();
      case Suspended suspended when !(was instanceof Suspended) ->
          List.of(
              new Review(
                  after.account(), after.legalEntity(), suspended.ticket(), suspended.cause()));
      case Declined declined when !(was instanceof Declined) ->
          List.of(new TellSupplier(declined.ticket()));
      case Expired expired when !(was instanceof Expired) ->
          List.of(new TellSupplier(expired.ticket()));
      case Pending _, Challenged _, Suspended _, Declined _, Expired _, Ended _, Unconnected _ ->
          List.of();
    };
  }

  private static Stream<Consequence> answer(RelationshipState was, Connected connected) {
    return closesTicket(was, connected)
        ? connected.ticket().stream().map(TellSupplier::new)
        : Stream.empty();
  }

  private static boolean closesTicket(RelationshipState was, Connected connected) {
    return !(was instanceof Connected old)
        || (old.openReview().isPresent() && connected.openReview().isEmpty());
  }

  private static Stream<Consequence> numberReview(
      RelationshipState was, TradingRelationship after, Connected connected) {
    return was instanceof Connected old && old.openReview().isPresent()
        ? Stream.empty()
        : connected.openReview().stream()
            .flatMap(
                open ->
                    connected.ticket().stream()
                        .map(
                            ticket ->
                                new Review(
                                    after.account(),
                                    after.legalEntity(),
                                    ticket,
                                    new SuspensionCause.VendorNumberTaken(open.holders()))));
  }

  /** The vendor numbers that are new; what support has looked into is known already. */
  private static Stream<Consequence> numbers(
      RelationshipState was, TradingRelationship after, Connected connected) {
    Set<VendorNumber> known =
        switch (was) {
          case Connected old ->
              Stream.concat(
                      old.vendorNumbers().stream(),
                      old.openReview().map(NumberReview::vendorNumber).stream())
                  .collect(Collectors.toUnmodifiableSet());
          case Suspended old -> old.connection().vendorNumbers();
          case Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ -> Set.of();
        };
    boolean proved =
        switch (was) {
          case Connected old -> !closesTicket(old, connected);
          // Another number than the one under review is support's.
          case Suspended _ -> false;
          case Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ ->
              connected.origin() == Origin.CHALLENGE;
        };
    return connected.vendorNumbers().stream()
        .filter(number -> !known.contains(number))
        .map(
            number ->
                proved
                    ? new TellOfProof(after.account(), after.legalEntity(), number)
                    : new TellOfNumber(after.account(), after.legalEntity(), number));
  }
}
