package io.customerconnect.functions.buyer;

import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.connection.SuspensionCause;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Log;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.mail.Supplier;
import io.customerconnect.mail.WarningMail;
import io.customerconnect.mail.WarningMail.About;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.ObjectionLink;
import io.customerconnect.table.ObjectionLinks;
import io.customerconnect.table.Relationships;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tells a customer's contacts, and suppliers that it concerns, of what challenges have led to (P19,
 * P21, P30). Each of them gets a mail of its own, once.
 */
final class WarningSender {
  /** How long somebody can say that a connection is not right by the link in the mail. */
  private static final Duration OBJECTION = ConnectionRules.DEFAULT.requestWindow();

  private final Relationships relationships;
  private final Challenges challenges;
  private final DirectoryStore directory;
  private final Accounts accounts;
  private final ObjectionLinks links;
  private final MailDelivery delivery;
  private final String publicUrl;
  private final InstantSource clock;

  WarningSender(
      Relationships relationships,
      Challenges challenges,
      DirectoryStore directory,
      Accounts accounts,
      ObjectionLinks links,
      MailDelivery delivery,
      String publicUrl,
      InstantSource clock) {
    this.relationships = relationships;
    this.challenges = challenges;
    this.directory = directory;
    this.accounts = accounts;
    this.links = links;
    this.delivery = delivery;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * Somebody to be told, and for whom.
   *
   * @param account of a supplier
   */
  private record Reader(Contact contact, Actor.Role side, Optional<AccountId> account) {}

  /**
   * Sends the mails, where things still are as they tell.
   *
   * @throws MailDelivery.TryLaterException when one of them has to be tried again
   */
  void send(Warning warning) {
    switch (warning) {
      case Warning.Proof proof -> send(proof);
      case Warning.SharedNumber number -> send(number);
      case Warning.Review review -> send(review);
      case Warning.Attempts attempts -> send(attempts);
    }
  }

  private void send(Warning.Proof proof) {
    standing(proof.account(), proof.legalEntity(), proof.vendorNumber())
        .ifPresent(
            standing ->
                tell(
                    "proof",
                    standing,
                    holders(standing),
                    page -> new About.Connected(standing.supplier(), standing.since(), page)));
  }

  /** Where the vendor number is nobody else's, there is nothing to tell. */
  private void send(Warning.SharedNumber number) {
    standing(number.account(), number.legalEntity(), number.vendorNumber())
        .ifPresent(
            standing -> {
              List<Reader> holders = holders(standing);
              if (!holders.isEmpty()) {
                tell(
                    "number",
                    standing,
                    holders,
                    page -> new About.NumberShared(standing.supplier(), standing.since(), page));
              }
            });
  }

  /** A supplier that is connected under a vendor number. */
  private record Standing(
      AccountId account,
      Supplier supplier,
      LegalEntity buyer,
      VendorNumber vendorNumber,
      Instant since) {}

  /** Empty where that is over already. */
  private Optional<Standing> standing(
      AccountId account, LegalEntityId legalEntity, VendorNumber number) {
    Relationships.Snapshot snapshot = relationships.snapshot(account, List.of(legalEntity));
    Optional<LegalEntity> buyer = buyer(snapshot, legalEntity);
    Optional<Supplier> supplier = snapshot.account().flatMap(Supplier::of);
    return snapshot.relationship(legalEntity).relationship().state() instanceof Connected connected
            && connected.vendorNumbers().contains(number)
            && buyer.isPresent()
            && supplier.isPresent()
        ? Optional.of(new Standing(account, supplier.get(), buyer.get(), number, connected.since()))
        : Optional.empty();
  }

  private void tell(
      String what, Standing standing, List<Reader> holders, Function<URI, About> about) {
    List<Reader> readers = contacts(standing.buyer());
    readers.addAll(holders);
    tell(
        readers,
        key(
            what,
            standing.account(),
            standing.buyer().id(),
            standing.vendorNumber(),
            standing.since()),
        standing.buyer(),
        standing.vendorNumber(),
        reader -> about.apply(objectionPage(standing, reader)));
  }

  private List<Reader> holders(Standing standing) {
    return holders(standing.buyer(), standing.vendorNumber(), standing.account());
  }

  private void send(Warning.Review review) {
    Relationships.Snapshot snapshot =
        relationships.snapshot(review.account(), List.of(review.legalEntity()));
    Optional<LegalEntity> buyer = buyer(snapshot, review.legalEntity());
    Optional<Supplier> supplier = snapshot.account().flatMap(Supplier::of);
    RelationshipState state = snapshot.relationship(review.legalEntity()).relationship().state();
    if (buyer.isPresent() && supplier.isPresent()) {
      reviewed(state, review.ticket())
          .ifPresent(reviewed -> send(review, reviewed, buyer.get(), supplier.get()));
    }
  }

  /** What a review is about, since when and why. */
  private record Reviewed(Set<VendorNumber> numbers, Instant at, SuspensionCause cause) {}

  /** Empty where the review is over. */
  private static Optional<Reviewed> reviewed(RelationshipState state, TicketNumber ticket) {
    if (Tickets.ticketOf(state).filter(ticket::equals).isEmpty()) {
      return Optional.empty();
    }
    return switch (state) {
      case Suspended suspended ->
          Optional.of(
              new Reviewed(
                  suspended.connection().vendorNumbers(), suspended.at(), suspended.cause()));
      case Connected connected ->
          connected
              .openReview()
              .map(
                  open ->
                      new Reviewed(
                          Set.of(open.vendorNumber()),
                          open.opened(),
                          new SuspensionCause.VendorNumberTaken(open.holders())));
      case Unconnected _, Challenged _, Pending _, Declined _, Expired _, Ended _ ->
          Optional.empty();
    };
  }

  private void send(
      Warning.Review review, Reviewed reviewed, LegalEntity buyer, Supplier supplier) {
    for (VendorNumber number : reviewed.numbers()) {
      List<Reader> readers = contacts(buyer);
      readers.addAll(holders(buyer, number, review.account()));
      readers.add(
          new Reader(supplier.contact(), Actor.Role.SUPPLIER, Optional.of(review.account())));
      tell(
          readers,
          key("review", review.ticket(), number),
          buyer,
          number,
          reader -> about(review, reviewed, supplier, reader));
    }
  }

  /** Whoever has a ticket of its own is told that number; others could not open it. */
  private static About about(
      Warning.Review review, Reviewed reviewed, Supplier supplier, Reader reader) {
    Optional<TicketNumber> claimants =
        reader.account().filter(review.account()::equals).map(_ -> review.ticket());
    return switch (reviewed.cause()) {
      case SuspensionCause.VendorNumberTaken(List<HolderTicket> holders) ->
          new About.NumberTaken(
              supplier,
              reviewed.at(),
              claimants.or(
                  () ->
                      holders.stream()
                          .filter(holder -> reader.account().equals(Optional.of(holder.account())))
                          .map(HolderTicket::ticket)
                          .findFirst()));
      case SuspensionCause.Disputed _ -> new About.Disputed(supplier, reviewed.at(), claimants);
    };
  }

  private void send(Warning.Attempts attempts) {
    Optional.ofNullable(directory.find(List.of(attempts.legalEntity())).get(attempts.legalEntity()))
        .ifPresent(buyer -> send(attempts, buyer));
  }

  /**
   * What support, or a right answer, has ended already is over; what happens after that is a new
   * alarm.
   */
  private void send(Warning.Attempts attempts, LegalEntity buyer) {
    VendorChallenges standing =
        challenges.vendor(buyer.vendorScope(), attempts.vendorNumber()).challenges();
    if (standing.alarmed().isPresent()) {
      tell(
          contacts(buyer),
          key("attempts", buyer.vendorScope(), attempts.vendorNumber(), standing.pastAlarms()),
          buyer,
          attempts.vendorNumber(),
          _ -> new About.TooManyAttempts(buyer.challengeRules().failuresPerVendor()));
    }
  }

  /** Tells each of them; those that SES is too busy for come with the next try, and they alone. */
  private void tell(
      List<Reader> readers,
      String key,
      LegalEntity buyer,
      VendorNumber number,
      Function<Reader, About> about) {
    List<MailDelivery.TryLaterException> later = new ArrayList<>();
    for (Reader reader : readers) {
      MailEffect effect = new MailEffect.Warned(key(key, reader.contact().mail()));
      try {
        MailDelivery.Outcome outcome =
            delivery.deliver(
                effect,
                () ->
                    new WarningMail(
                            reader.contact(), Customer.of(buyer), number, about.apply(reader))
                        .compose());
        if (outcome == MailDelivery.Outcome.REFUSED) {
          Log.warn("nobody is told by this mail", Map.of("effect", effect.id()));
        }
      } catch (MailDelivery.TryLaterException e) {
        later.add(e);
      }
    }
    if (!later.isEmpty()) {
      throw later.getFirst();
    }
  }

  private URI objectionPage(Standing standing, Reader reader) {
    Instant until = clock.instant().plus(OBJECTION);
    return URI.create(
        publicUrl
            + "/objections/"
            + links.create(
                new ObjectionLink(
                    standing.account(),
                    standing.buyer().id(),
                    standing.vendorNumber(),
                    reader.contact(),
                    reader.side(),
                    until)));
  }

  private static Optional<LegalEntity> buyer(Relationships.Snapshot snapshot, LegalEntityId id) {
    return Optional.ofNullable(snapshot.legalEntities().get(id));
  }

  private static List<Reader> contacts(LegalEntity buyer) {
    List<Reader> readers = new ArrayList<>();
    buyer
        .contacts()
        .forEach(contact -> readers.add(new Reader(contact, Actor.Role.BUYER, Optional.empty())));
    return readers;
  }

  /** The users of other accounts that the vendor number is bound to. */
  private List<Reader> holders(LegalEntity buyer, VendorNumber number, AccountId not) {
    return challenges.standing(buyer.id(), buyer.vendorScope(), number).bound().stream()
        .filter(account -> !account.equals(not))
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .flatMap(account -> accounts.find(account).stream())
        .map(
            account ->
                new Reader(account.contact(), Actor.Role.SUPPLIER, Optional.of(account.id())))
        .toList();
  }

  private static String key(Object... parts) {
    StringBuilder all = new StringBuilder();
    for (Object part : parts) {
      all.append(part).append('\n');
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
