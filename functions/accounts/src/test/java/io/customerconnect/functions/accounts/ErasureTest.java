package io.customerconnect.functions.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Erasure;
import io.customerconnect.table.Loads;
import io.customerconnect.table.ReadNotices;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredLoad;
import io.customerconnect.table.Table;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String WORDS = "Please call Frau Kern, 040 1234";

  /** A supplier with a connection, and with words of people on its tickets. */
  private static final class Supplier {
    private final Scene scene = new Scene();
    private final TicketNumber asked = scene.ask();
    private final TicketNumber missing = TicketNumber.random(RANDOM);

    Supplier() {
      TicketStore tickets = new TicketStore(scene.table());
      report("Beta AG", missing);
      comment("c1");
      scene.apply(new Command.Confirm(asked, Optional.empty()));
      Notice newest = tickets.notices(scene.account(), Optional.empty(), 1).items().getFirst();
      readNotices().read(scene.account(), Cursor.of(newest));
    }

    TicketStore.Commented comment(String id) {
      return new TicketStore(scene.table())
          .comment(
              scene.account(),
              asked,
              new HistoryEntry(
                  id, TicketEvent.COMMENTED, scene.now(), Actor.supplier("user-1"), WORDS),
              10);
    }

    Optional<TicketNumber> report(String customer, TicketNumber number) {
      return new TicketStore(scene.table())
          .reportMissing(
              scene.account(),
              new Ticket.Subject.MissingCustomer(customer, new CountryCode("DE"), WORDS),
              customer,
              number,
              Actor.supplier("user-1"),
              scene.now());
    }

    private ReadNotices readNotices() {
      return new ReadNotices(scene.table());
    }

    Answer erase() {
      return scene.call(new EraseAccountHandler(scene.platform()), "DELETE /account").send();
    }

    void eraseAll() {
      Answer answer = erase();
      for (int requests = 1; answer.status() == 202; requests++) {
        assertThat(requests).as("an end comes").isLessThan(20);
        answer = erase();
      }
      assertThat(answer.status()).isEqualTo(204);
    }

    void isErased() {
      assertThat(new Accounts(scene.table()).find(scene.account())).isEmpty();
      assertThat(readNotices().find(scene.account()).until()).isEmpty();
      assertThat(loads()).as("the test connection's, too").isEmpty();
      assertThat(scene.state()).isInstanceOf(RelationshipState.Ended.class);
      assertThat(details(asked)).doesNotContain(WORDS);
      assertThat(details(missing)).doesNotContain(WORDS);
      assertThat(scene.history(asked))
          .containsExactlyInAnyOrder(
              TicketEvent.CUSTOMER_ASKED,
              TicketEvent.COMMENTED,
              TicketEvent.CONNECTED,
              TicketEvent.ENDED_BY_SUPPLIER);
    }

    private List<StoredLoad> loads() {
      return new Loads(scene.table(), LoadRules.DEFAULT)
          .ofAccount(scene.account(), Optional.empty());
    }

    private String details(TicketNumber number) {
      return new TicketStore(scene.table()).find(number).orElseThrow().toString();
    }
  }

  @Test
  void noWordOfAPersonIsLeftAndWhatHappenedIs() {
    Supplier supplier = new Supplier();
    Supplier other = new Supplier();

    supplier.eraseAll();

    supplier.isErased();
    assertThat(new Accounts(other.scene.table()).find(other.scene.account())).isPresent();
    assertThat(other.scene.state()).isInstanceOf(RelationshipState.Connected.class);
    assertThat(other.details(other.asked)).contains(WORDS);
    assertThat(other.loads()).isNotEmpty();
  }

  @Test
  void theReasonsThatCustomersAndSupportGaveGoAndWhatTheyDecidedStays() {
    Scene scene = new Scene();
    TicketNumber declined = scene.ask();
    scene.apply(new Command.Decline(declined, DeclineKind.DECLINED, WORDS));
    TicketStore tickets = new TicketStore(scene.table());
    TicketNumber missing = TicketNumber.random(RANDOM);
    tickets.reportMissing(
        scene.account(),
        new Ticket.Subject.MissingCustomer("Beta AG", new CountryCode("DE"), WORDS),
        "beta",
        missing,
        Actor.supplier("user-1"),
        scene.now());
    tickets.closeMissing(
        tickets.findTicket(missing).orElseThrow(),
        TicketStatus.Outcome.CUSTOMER_ADDED,
        new HistoryEntry(
            "closed",
            TicketEvent.CUSTOMER_ADDED,
            scene.now(),
            new Actor(Actor.Role.OPERATOR, "sofia"),
            WORDS));
    EraseAccountHandler erase = new EraseAccountHandler(scene.platform());

    assertThat(scene.call(erase, "DELETE /account").send().status()).isEqualTo(204);

    assertThat(scene.state())
        .isEqualTo(new RelationshipState.Declined(declined, scene.now(), DeclineKind.DECLINED, ""));
    for (TicketNumber number : List.of(declined, missing)) {
      assertThat(tickets.find(number).orElseThrow().toString()).doesNotContain(WORDS);
    }
    assertThat(scene.history(declined)).endsWith(TicketEvent.DECLINED);
    assertThat(scene.history(missing)).contains(TicketEvent.CUSTOMER_ADDED);
  }

  @Test
  void whatIsErasedStaysErasedThoughTheTokenIsStillGood() {
    Supplier supplier = new Supplier();
    supplier.eraseAll();

    Answer shown =
        supplier.scene.call(new AccountHandler(supplier.scene.platform()), "GET /account").send();

    assertThat(shown.status()).isEqualTo(404);
    assertThat(supplier.erase().status()).isEqualTo(204);
  }

  @Test
  void nothingIsWrittenAnyMoreOnceTheErasureHasBegun() {
    Supplier supplier = new Supplier();
    TicketNumber late = TicketNumber.random(RANDOM);
    Erasure erasure = new Erasure(supplier.scene.table());

    Erasure.Progress progress;
    do {
      progress =
          erasure.step(supplier.scene.account(), Actor.supplier("user-1"), supplier.scene.now());
      assertThat(supplier.comment("late-" + progress))
          .isEqualTo(new TicketStore.Commented.NoSuchAccount());
      assertThat(supplier.report("Late AG", late)).isEmpty();
    } while (progress == Erasure.Progress.GOES_ON);

    supplier.isErased();
    assertThat(new TicketStore(supplier.scene.table()).find(late)).isEmpty();
  }

  @Test
  void aLargeAccountGoesOnWithTheNextRequest() {
    Supplier supplier = new Supplier();
    Table table = supplier.scene.table();
    for (int i = 0; i < 620; i++) {
      supplier.report("Gamma " + i, TicketNumber.random(RANDOM));
    }

    assertThat(supplier.erase().status()).isEqualTo(202);
    supplier.eraseAll();

    supplier.isErased();
    assertThat(
            new TicketStore(table)
                .list(supplier.scene.account(), Optional.empty(), 1000).items().stream()
                    .map(Ticket::toString))
        .hasSizeGreaterThan(500)
        .noneMatch(ticket -> ticket.contains(WORDS));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashItComesToTheSameEnd(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            Supplier::new,
            Supplier::erase,
            supplier -> {
              supplier.eraseAll();
              supplier.isErased();
            });
    assertThat(requests).isGreaterThan(8);
  }

  @Test
  void theTestConnectionStaysAndSaysNothingOfAnybody() {
    Supplier supplier = new Supplier();
    supplier.eraseAll();

    assertThat(
            new Relationships(supplier.scene.table())
                .find(supplier.scene.account(), LegalEntity.TEST_BUYER)
                .relationship()
                .state())
        .isInstanceOf(RelationshipState.Connected.class);
  }
}
