package io.customerconnect.functions.buyer;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.ChallengeDecision;
import io.customerconnect.domain.challenge.ChallengeDecision.ChallengeEvent;
import io.customerconnect.domain.challenge.Step;
import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.AfterProof;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.connection.HolderTicket;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.connection.SuspensionCause;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.connection.VendorNumberHolder;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.rules.ConnectionRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.SesAnswer;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.mail.MailDelivery;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Challenges;
import io.customerconnect.table.Effects;
import io.customerconnect.table.EntityBrief;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredChallenge;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.StoredVendor;
import io.customerconnect.table.Transition;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.Scene;
import io.customerconnect.testing.functions.SentMails;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others hear of a challenge, and what they can do about it (P19, P21, P30). */
class WarningsTest {
  private static final SesServer SES = SesServer.start(Scene.SES_ACCOUNT);
  private static final VendorNumber NUMBER = new VendorNumber("V-1007");
  private static final Duration REDELIVERY = MailDelivery.LEASE.plusSeconds(1);
  private static final Pattern LINK = Pattern.compile("/objections/([A-Za-z0-9_-]{43})");

  private final SentMails mails = new SentMails(SES);
  private final Scene scene = new Scene();
  private final LegalEntity buyer = scene.buyer();
  private final Relationships relationships = new Relationships(scene.table());
  private final Challenges challenges = new Challenges(scene.table(), relationships);
  private final ContactBuyerHandler function = new ContactBuyerHandler(scene.platform());
  private final ObjectionPageHandler page = new ObjectionPageHandler(scene.platform());
  private final SecureRandom random = new SecureRandom();

  @BeforeEach
  void reset() {
    SES.reset();
  }

  @AfterAll
  static void close() {
    SES.close();
  }

  private AccountId anotherAccount() {
    AccountId account = new AccountId(UUID.randomUUID().toString());
    SupplierAccount supplier = Fixtures.supplier(account.value());
    new Accounts(scene.table())
        .create(
            new SupplierAccount(
                account,
                new Contact("Anders Andersson", new EmailAddress("other@example.com"), Language.EN),
                supplier.company()),
            MONDAY_MORNING);
    return account;
  }

  /** What a passed challenge does. */
  private void prove(AccountId account, VendorNumberHolder holder) {
    ChallengeId id = ChallengeId.random(buyer.id(), random);
    apply(account, new Command.BeginChallenge(id));
    apply(
        account,
        new Command.PassChallenge(
            id,
            NUMBER,
            AfterProof.CONNECTED,
            holder,
            TicketNumber.random(random),
            2,
            ConnectionRules.DEFAULT));
  }

  private void apply(AccountId account, Command command) {
    StoredRelationship before = relationships.find(account, buyer.id());
    relationships.commit(
        List.of(
            new Transition(
                before,
                (Decision.Changed) relationships.decide(before, command, scene.now()),
                Actor.supplier("user-1"),
                scene.now(),
                EntityBrief.of(buyer),
                Optional.empty())));
  }

  private RelationshipState state(AccountId account) {
    return relationships.find(account, buyer.id()).relationship().state();
  }

  private List<String> tellOfProof(AccountId account) {
    return tell("proof", account);
  }

  private List<String> tell(String what, AccountId account) {
    return Scene.deliver(
        function,
        Json.object()
            .with("tell", what)
            .with("accountId", account.value())
            .with("legalEntityId", buyer.id().value())
            .with("vendorNumber", NUMBER.value())
            .toText());
  }

  private List<String> tellOfReview(AccountId account) {
    return Scene.deliver(
        function,
        Json.object()
            .with("tell", "review")
            .with("accountId", account.value())
            .with("legalEntityId", buyer.id().value())
            .with("ticketNumber", Tickets.ticketOf(state(account)).orElseThrow().value())
            .toText());
  }

  private String mailTo(String address) {
    return SES.mails().stream()
        .filter(mail -> mail.to().contains(address))
        .map(mail -> mail.text().orElse(""))
        .collect(joining());
  }

  private String token() {
    Matcher link = LINK.matcher(mails.last().text());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private HttpCall.Answer open(String token) {
    return HttpCall.of(page, "GET /objections/{token}").path("token", token).send();
  }

  private HttpCall.Answer object(String token) {
    return HttpCall.of(page, "POST /objections/{token}")
        .path("token", token)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("decision=object")
        .send();
  }

  @Test
  void everyContactHearsOnceOfAConnectionThatNobodyAgreedTo() {
    prove(scene.account(), VendorNumberHolder.NOBODY);

    assertThat(tellOfProof(scene.account())).isEmpty();
    assertThat(tellOfProof(scene.account())).isEmpty();

    assertThat(SES.mails()).hasSize(buyer.contacts().size());
    assertThat(mails.last().text()).contains(NUMBER.value(), "/objections/");
  }

  @Test
  void whoeverProvesAgainAfterTheEndIsToldOfAgainWithALinkThatWorks() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    tellOfProof(scene.account());
    scene.pass(Duration.ofDays(1));
    apply(scene.account(), new Command.End(Side.SUPPLIER));
    SES.reset();

    prove(scene.account(), VendorNumberHolder.NOBODY);
    assertThat(tellOfProof(scene.account())).isEmpty();

    assertThat(SES.mails()).hasSize(buyer.contacts().size());
    assertThat(object(token()).status()).isEqualTo(200);
    assertThat(state(scene.account())).isInstanceOf(Suspended.class);
  }

  @Test
  void whomSesIsTooBusyForHearsWithTheNextTryAndTheOthersOnce() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    SES.answer(SesAnswer.THROTTLED);

    assertThat(tellOfProof(scene.account())).containsExactly("0");
    assertThat(SES.mails()).hasSize(buyer.contacts().size() - 1);
    assertThat(tellOfProof(scene.account())).isEmpty();

    assertThat(readers()).containsExactlyInAnyOrderElementsOf(contacts());
  }

  @Test
  void anAnswerThatWasLostIsWaitedForAndTheMailNotSentAgain() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    SES.answer(new SesAnswer.LostYes());

    assertThat(tellOfProof(scene.account())).containsExactly("0");
    assertThat(tellOfProof(scene.account())).containsExactly("0");
    sesTells();
    scene.pass(REDELIVERY);
    assertThat(tellOfProof(scene.account())).isEmpty();

    assertThat(readers()).containsExactlyInAnyOrderElementsOf(contacts());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashEachContactHearsOnceAndItsLinkWorks(Fault fault) {
    Faults.afterEachRequest(
        fault,
        () -> {
          SES.reset();
          WarningsTest proved = new WarningsTest();
          proved.prove(proved.scene.account(), VendorNumberHolder.NOBODY);
          return proved;
        },
        proved -> proved.tellOfProof(proved.scene.account()),
        proved -> {
          proved.sesTells();
          proved.scene.pass(REDELIVERY);
          assertThat(proved.tellOfProof(proved.scene.account())).isEmpty();
          assertThat(proved.readers()).containsExactlyInAnyOrderElementsOf(proved.contacts());
          assertThat(proved.open(proved.token()).status()).isEqualTo(200);
        });
  }

  /** SES's events about what has been sent. */
  private void sesTells() {
    mails.all().forEach(mail -> new Effects(scene.table()).done(mail.effect(), scene.now()));
  }

  private List<String> readers() {
    return mails.all().stream().map(SentMails.SentMail::to).toList();
  }

  private List<String> contacts() {
    return buyer.contacts().stream().map(contact -> contact.mail().value()).toList();
  }

  @Test
  void theLinkAloneChangesNothingAndTheButtonSuspendsAtOnce() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    tellOfProof(scene.account());
    String token = token();

    assertThat(open(token).status()).isEqualTo(200);
    assertThat(state(scene.account())).isInstanceOf(RelationshipState.Connected.class);

    assertThat(object(token).status()).isEqualTo(200);
    assertThat(state(scene.account()))
        .isInstanceOfSatisfying(
            Suspended.class,
            suspended -> assertThat(suspended.cause()).isEqualTo(SuspensionCause.DISPUTED));
    RelationshipState once = state(scene.account());
    assertThat(object(token).status()).isEqualTo(200);
    assertThat(state(scene.account())).isEqualTo(once);
  }

  @Test
  void theOtherUsersOfAVendorNumberHearOfItToo() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    AccountId another = anotherAccount();
    prove(another, VendorNumberHolder.THIS_ACCOUNT);

    tellOfProof(another);

    assertThat(SES.mails()).hasSize(buyer.contacts().size() + 1);
  }

  @Test
  void aNumberThatTheCustomerSaysAndAnotherHasIsToldToBothAndCanBeObjectedTo() {
    AccountId another = anotherAccount();
    confirm(another);
    assertThat(tell("number", another)).isEmpty();
    assertThat(SES.mails()).as("nobody else has it").isEmpty();

    confirm(scene.account());
    assertThat(tell("number", scene.account())).isEmpty();
    assertThat(tell("number", scene.account())).isEmpty();

    assertThat(SES.mails()).hasSize(buyer.contacts().size() + 1);
    assertThat(mailTo("other@example.com"))
        .contains("belongs to another company, too", NUMBER.value());
    assertThat(object(token()).status()).isEqualTo(200);
    assertThat(state(scene.account())).isInstanceOf(Suspended.class);
    assertThat(state(another)).isInstanceOf(RelationshipState.Connected.class);
  }

  /** The customer says that the number is this supplier's. */
  private void confirm(AccountId account) {
    TicketNumber request = TicketNumber.random(random);
    apply(account, new Command.Ask(request, BuyerPolicy.APPROVAL, 2, ConnectionRules.DEFAULT));
    apply(account, new Command.Confirm(request, Optional.of(NUMBER)));
  }

  @Test
  void whereAVendorNumberIsAnothersAllSidesHearOfTheReview() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    AccountId another = anotherAccount();
    TicketNumber holders = TicketNumber.random(random);
    prove(
        another,
        new VendorNumberHolder.Others(List.of(new HolderTicket(scene.account(), holders))));
    TicketNumber claimants = ((Suspended) state(another)).ticket();

    assertThat(tellOfReview(another)).isEmpty();

    assertThat(SES.mails()).hasSize(buyer.contacts().size() + 2);
    assertThat(mails.last().text()).contains(claimants.value()).doesNotContain(holders.value());
    assertThat(mailTo("ar@supplier.example.com"))
        .contains(holders.value())
        .doesNotContain(claimants.value(), "other@example.com", "Anders Andersson");
    assertThat(mailTo(contacts().getFirst()))
        .as("who has no ticket of its own")
        .contains(NUMBER.value())
        .doesNotContain(claimants.value(), holders.value());
    assertThat(state(scene.account())).isInstanceOf(RelationshipState.Connected.class);
  }

  @Test
  void ofOneMoreNumberThatIsAnothersAllSidesHearAndOnlyWhileItIsReviewed() {
    AccountId holder = anotherAccount();
    prove(holder, VendorNumberHolder.NOBODY);
    TicketNumber holders = TicketNumber.random(random);
    TicketNumber request = TicketNumber.random(random);
    ChallengeId challenge = ChallengeId.random(buyer.id(), random);
    AccountId account = scene.account();
    apply(account, new Command.BeginChallenge(challenge));
    apply(account, new Command.Ask(request, BuyerPolicy.CHALLENGE, 2, ConnectionRules.DEFAULT));
    apply(account, new Command.Confirm(request, Optional.empty()));
    apply(
        account,
        new Command.PassChallenge(
            challenge,
            NUMBER,
            AfterProof.CONNECTED,
            new VendorNumberHolder.Others(List.of(new HolderTicket(holder, holders))),
            TicketNumber.random(random),
            2,
            ConnectionRules.DEFAULT));

    assertThat(tellOfReview(account)).isEmpty();

    assertThat(SES.mails()).hasSize(buyer.contacts().size() + 2);
    assertThat(mailTo("other@example.com")).contains(holders.value(), NUMBER.value());
    SES.reset();
    apply(
        account, new Command.Reject(Tickets.ticketOf(state(account)).orElseThrow(), "a stranger"));
    assertThat(tellOfReview(account)).isEmpty();
    assertThat(SES.mails()).isEmpty();
  }

  @Test
  void nobodyIsToldOfWhatIsOverAlready() {
    prove(scene.account(), VendorNumberHolder.NOBODY);
    tellOfProof(scene.account());
    String token = token();
    SES.reset();
    apply(scene.account(), new Command.End(Side.SUPPLIER));

    AccountId account = scene.account();
    assertThat(tellOfProof(account)).isEmpty();
    assertThat(SES.mails()).isEmpty();
    assertThat(open(token).status()).isEqualTo(410);
    assertThat(object(token).status()).isEqualTo(410);
    assertThat(open("x".repeat(43)).status()).isEqualTo(404);
  }

  @Test
  void theContactsHearOfAVendorNumberThatWasTriedTooOften() {
    tryTooOften();

    assertThat(tellOfAttempts()).isEmpty();
    assertThat(tellOfAttempts()).isEmpty();

    assertThat(readers()).containsExactlyInAnyOrderElementsOf(contacts());
    assertThat(mails.last().text()).contains(NUMBER.value()).doesNotContain("/objections/");
  }

  @Test
  void afterSupportHasUnlockedItTheNextAlarmIsToldToo() {
    tryTooOften();
    tellOfAttempts();
    SES.reset();

    share(VendorChallenges::unlocked);
    assertThat(tellOfAttempts()).isEmpty();
    assertThat(SES.mails()).isEmpty();

    tryTooOften();
    assertThat(tellOfAttempts()).isEmpty();
    assertThat(readers()).containsExactlyInAnyOrderElementsOf(contacts());
  }

  private List<String> tellOfAttempts() {
    return Scene.deliver(
        function,
        Json.object()
            .with("tell", "attempts")
            .with("legalEntityId", buyer.id().value())
            .with("vendorNumber", NUMBER.value())
            .toText());
  }

  /** Wrong answers to step 2, until nobody can try any more. */
  private void tryTooOften() {
    for (int i = 0; i < ChallengeRules.DEFAULT.failuresPerVendor(); i++) {
      share(vendor -> vendor.attempted().wrong(buyer.id(), ChallengeRules.DEFAULT));
    }
  }

  /** Changes what all challenges about the vendor number share. */
  private void share(UnaryOperator<VendorChallenges> change) {
    StoredChallenge challenge = challenges.find(scene.account(), buyer.id());
    StoredVendor vendor = challenges.vendor(buyer.vendorScope(), NUMBER);
    challenges.commit(
        challenge,
        new ChallengeDecision.Changed(challenge.challenge(), ChallengeEvent.WRONG),
        vendor.with(change.apply(vendor.challenges())),
        new Challenges.Attempt(
            ChallengeId.random(buyer.id(), random),
            Step.SECOND,
            Verdict.WRONG,
            new UserId("user-1"),
            scene.now()),
        List.of());
  }
}
