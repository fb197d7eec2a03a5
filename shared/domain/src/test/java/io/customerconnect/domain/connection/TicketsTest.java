package io.customerconnect.domain.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.NextStep;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");
  private static final TicketNumber NUMBER = TicketNumber.random(new Random(1));

  @Test
  void whileTheCustomerIsAskedItActsNextAndIsRemindedOnTheThirdDay() {
    assertThat(Tickets.nextStep(pending(new Recipient.DirectoryContact(0), 0)))
        .isEqualTo(
            new NextStep(
                Actor.Role.BUYER,
                ASKED,
                new NextStep.Then.Reminder(ASKED.plus(Duration.ofDays(3)))));
  }

  @Test
  void afterTheLastReminderAnOperatorActsUntilTheRequestExpires() {
    assertThat(Tickets.nextStep(pending(new Recipient.DirectoryContact(1), 3)))
        .isEqualTo(
            new NextStep(
                Actor.Role.OPERATOR,
                ASKED.plus(Duration.ofDays(20)),
                new NextStep.Then.Expiry(ASKED.plus(Duration.ofDays(30)))));
  }

  @Test
  void whereNoMailReachesTheCustomerAnOperatorActs() {
    Instant bounced = ASKED.plus(Duration.ofDays(1));

    assertThat(Tickets.nextStep(pending(new Recipient.Operator(bounced), 0)))
        .isEqualTo(
            new NextStep(
                Actor.Role.OPERATOR,
                bounced,
                new NextStep.Then.Expiry(ASKED.plus(Duration.ofDays(30)))));
  }

  @Test
  void aTicketStaysClosedAsItWasWhenTheRelationshipEndsLater() {
    RelationshipState connected =
        new RelationshipState.Connected(ASKED, Origin.BUYER, Set.of(), Optional.of(NUMBER));
    RelationshipState ended =
        new RelationshipState.Ended(Optional.of(NUMBER), ASKED, Side.SUPPLIER);

    assertThat(Tickets.statusAfter(connected, ended)).isEmpty();
    assertThat(Tickets.statusAfter(pending(new Recipient.Operator(ASKED), 0), ended))
        .contains(new TicketStatus.Closed(TicketStatus.Outcome.WITHDRAWN, ASKED));
  }

  private static RelationshipState.Pending pending(Recipient recipient, int reminders) {
    return new RelationshipState.Pending(NUMBER, ASKED, recipient, 1, reminders);
  }
}
