package io.customerconnect.functions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Recipient;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.SesServer;
import io.customerconnect.mail.Mail;
import io.customerconnect.mail.MailEffect;
import io.customerconnect.mail.MailSender;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailEventsTest {
  private final Scene scene = new Scene();
  private final MailEventsHandler function = new MailEventsHandler(scene.platform());

  @ParameterizedTest
  @ValueSource(strings = {"Permanent", "Undetermined"})
  void aBouncedMailMovesOnToTheNextContactAndShowsOnTheTicket(String type) {
    TicketNumber ticket = scene.ask();

    assertThat(Scene.deliver(function, SesEvents.bounce(new MailEffect.Ask(ticket, 1), type)))
        .isEmpty();

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(1));
    assertThat(scene.history(ticket))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.MAIL_BOUNCED);
  }

  @Test
  void aComplaintMovesOnToTheNextContact() {
    TicketNumber ticket = scene.ask();

    Scene.deliver(function, SesEvents.complaint(new MailEffect.Ask(ticket, 1)));

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(1));
  }

  @Test
  void whatSesTellsOfAMailToAnAddressThatDoesNotExistMovesOnToTheNextContact() {
    TicketNumber ticket = scene.ask();
    try (SesServer ses = SesServer.start(Scene.SES_ACCOUNT)) {
      MailSender sender = MailSender.of(scene.platform().environment());
      sender.send(
          new Mail(
                  new EmailAddress("bounce@customer.example"),
                  "Subject",
                  "Text",
                  "<p>Text</p>",
                  Language.EN,
                  List.of())
              .tagged(new MailEffect.Ask(ticket, 1).tag()));

      assertThat(Scene.deliver(function, ses.events())).isEmpty();
    }

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(1));
  }

  @Test
  void aBounceThatComesTwiceMovesOnOnce() {
    TicketNumber ticket = scene.ask();
    String bounce = SesEvents.bounce(new MailEffect.Ask(ticket, 1), "Permanent");

    assertThat(Scene.deliver(function, bounce, bounce)).isEmpty();
    assertThat(Scene.deliver(function, bounce)).isEmpty();

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(1));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashABounceMovesOnOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> {
              Scene asked = new Scene();
              return new Bounced(asked, asked.ask());
            },
            Bounced::deliver,
            bounced -> {
              assertThat(bounced.deliver()).isEmpty();
              assertThat(((Pending) bounced.scene().state()).recipient())
                  .isEqualTo(new Recipient.DirectoryContact(1));
              assertThat(bounced.scene().history(bounced.ticket()))
                  .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.MAIL_BOUNCED);
            });
    assertThat(requests).isEqualTo(5);
  }

  private record Bounced(Scene scene, TicketNumber ticket) {
    List<String> deliver() {
      return Scene.deliver(
          new MailEventsHandler(scene.platform()),
          SesEvents.bounce(new MailEffect.Ask(ticket, 1), "Permanent"));
    }
  }

  @Test
  void afterTheLastContactAnOperatorIsAsked() {
    TicketNumber ticket = scene.ask();

    Scene.deliver(
        function,
        SesEvents.bounce(new MailEffect.Ask(ticket, 1), "Permanent"),
        SesEvents.bounce(new MailEffect.Ask(ticket, 2), "Permanent"));

    assertThat(recipient()).isInstanceOf(Recipient.Operator.class);
  }

  @Test
  void anAutomaticReplyIsNoBounce() {
    TicketNumber ticket = scene.ask();

    Scene.deliver(function, SesEvents.bounce(new MailEffect.Ask(ticket, 1), "Transient"));

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(0));
  }

  @Test
  void aBounceAfterTheAnswerChangesNothing() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.Confirm(ticket, Optional.empty()));
    RelationshipState before = scene.state();

    assertThat(
            Scene.deliver(function, SesEvents.bounce(new MailEffect.Ask(ticket, 1), "Permanent")))
        .isEmpty();

    assertThat(scene.state()).isEqualTo(before);
  }

  @Test
  void sentAndDeliveredChangeNothingOnTheRequest() {
    TicketNumber ticket = scene.ask();
    MailEffect effect = new MailEffect.Ask(ticket, 1);

    assertThat(Scene.deliver(function, SesEvents.delivery(effect), SesEvents.send(effect)))
        .isEmpty();

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(0));
  }

  @Test
  void aBounceOfTheSuppliersOwnMailChangesNothing() {
    TicketNumber ticket = scene.ask();

    assertThat(
            Scene.deliver(function, SesEvents.bounce(new MailEffect.Answered(ticket), "Permanent")))
        .isEmpty();

    assertThat(scene.history(ticket)).containsExactly(TicketEvent.CUSTOMER_ASKED);
  }

  @Test
  void eventsOfOtherMailsAreDropped() {
    assertThat(
            Scene.deliver(
                function,
                SesEvents.event("Send", "newsletter", Json.object()),
                SesEvents.event("Open", "ask-CC-1", Json.object()),
                "{\"detail\":{\"eventType\":\"Bounce\",\"mail\":{}}}",
                "{}",
                SesEvents.bounce(
                    new MailEffect.Ask(TicketNumber.random(new Random(9)), 1), "Permanent")))
        .isEmpty();
  }

  @Test
  void aPoisonMessageComesAgainAndTheGoodOnesGoThrough() {
    TicketNumber ticket = scene.ask();

    assertThat(
            Scene.deliver(
                function, "not JSON", SesEvents.bounce(new MailEffect.Ask(ticket, 1), "Permanent")))
        .containsExactly("0");

    assertThat(recipient()).isEqualTo(new Recipient.DirectoryContact(1));
  }

  private Recipient recipient() {
    return ((Pending) scene.state()).recipient();
  }
}
