package io.customerconnect.functions.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.VendorChallenges;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.rules.RuleNumber;
import io.customerconnect.domain.rules.RuleSettings;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.Notice;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.functions.challenge.ProofScene.Supplier;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is broken off between two requests, the same question again leads to the same end. */
class ChallengeCrashTest {
  /** More than two transactions have room for besides the named one. */
  private static final int MANY = 2 * Members.MAX_AT_ONCE + 1;

  private final ProofScene scene = ProofScene.ofGroup(Fixtures.GROUP);

  @ParameterizedTest
  @EnumSource(Fault.class)
  void stepOneLeadsOnAndAtMostOneAttemptIsLost(Fault fault) {
    Faults.afterEachRequest(
        fault,
        () -> begun(List.of()),
        supplier -> supplier.first(scene.invoice(0)),
        supplier -> {
          Json.Obj again = supplier.first(scene.invoice(0)).json();
          assertThat(again.require("verdict")).isEqualTo("right");
          assertThat(number(again)).isEqualTo(asked().number().written());
          assertThat(scene.challenge(supplier).challenge().failuresEver()).isLessThan(2);
        });
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void stepTwoConnectsAndIsToldOnce(Fault fault) {
    provesAndIsToldOnce(fault, List.of());
  }

  @Test
  void stepTwoConnectsEachOfALargeGroupAndIsToldOnce() {
    provesAndIsToldOnce(Fault.CRASH, scene.members(MANY));
  }

  private void provesAndIsToldOnce(Fault fault, List<LegalEntity> members) {
    Faults.afterEachRequest(
        fault,
        () -> halfway(members),
        supplier -> supplier.second(asked()),
        supplier -> {
          assertThat(supplier.second(asked()).json().require("state")).isEqualTo("passed");
          assertThat(scene.states(supplier))
              .hasSize(1 + members.size())
              .allSatisfy(
                  state ->
                      assertThat(state.boundVendorNumbers()).containsExactly(ProofScene.VENDOR))
              .hasOnlyElementsOfType(RelationshipState.Connected.class);
          assertThat(events(supplier))
              .filteredOn(TicketEvent.CONNECTED_BY_CHALLENGE::equals)
              .hasSize(1 + members.size());
          assertThat(tickets(supplier)).isEmpty();
          assertThat(scene.ofVendor().failures()).as("an attempt that was lost").isLessThan(2);
          scene.end(supplier);
        });
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void handingOverAsksTheCustomerOnce(Fault fault) {
    asksEachOnce(fault, List.of());
  }

  @Test
  void handingOverAsksEachOfALargeGroupOnce() {
    asksEachOnce(Fault.CRASH, scene.members(MANY));
  }

  private void asksEachOnce(Fault fault, List<LegalEntity> members) {
    Faults.afterEachRequest(
        fault,
        () -> {
          Supplier supplier = begun(members);
          supplier.first("RE-0300", "2025-01-07", "1.00");
          return supplier;
        },
        Supplier::handOver,
        supplier -> {
          assertThat(supplier.handOver().status()).isEqualTo(200);
          assertThat(scene.states(supplier))
              .hasSize(1 + members.size())
              .hasOnlyElementsOfType(RelationshipState.Pending.class);
          assertThat(tickets(supplier))
              .hasSize(1 + members.size())
              .allSatisfy(
                  ticket ->
                      assertThat(history(ticket))
                          .containsExactlyInAnyOrder(
                              TicketEvent.CUSTOMER_ASKED, TicketEvent.CHALLENGE_TRIED));
        });
  }

  @Test
  void ofTheLastWrongAnswerOfAllTheBuyerHearsWhoeverComesNext() {
    scene.set(
        RuleSettings.NONE
            .with(RuleNumber.ATTEMPTS, 1)
            .with(RuleNumber.ATTEMPTS_PER_VENDOR_NUMBER, 1));
    Faults.afterEachRequest(
        Fault.CRASH,
        () -> halfway(List.of()),
        supplier -> supplier.second("2025-01-07", "1.00"),
        supplier -> {
          supplier.second("2025-01-07", "1.00");
          assertThat(scene.ofVendor().alarmed()).contains(scene.buyer().id());
        });
    Faults.afterEachRequest(
        Fault.CRASH,
        () -> halfway(List.of()),
        supplier -> supplier.second("2025-01-07", "1.00"),
        _ -> {
          Optional<String> verdict =
              scene.supplier().first(scene.invoice(0)).json().string("verdict");
          assertThat(verdict).isIn(Optional.of("right"), Optional.of("wrong"));
          assertThat(scene.ofVendor().alarmed().isPresent())
              .as("told where nobody can try any more")
              .isEqualTo(verdict.equals(Optional.of("wrong")));
        });
  }

  @Test
  void aLastAttemptThatWasLostUsesTheChallengeUpAndSomethingElseIsAskedOnce() {
    record World(ProofScene scene, Supplier supplier) {}
    Faults.afterEachRequest(
        Fault.CRASH,
        () -> {
          ProofScene fresh = new ProofScene();
          fresh.set(RuleSettings.NONE.with(RuleNumber.ATTEMPTS, 1));
          Supplier supplier = fresh.supplier();
          supplier.first(fresh.invoice(0));
          return new World(fresh, supplier);
        },
        world -> world.supplier().second("2025-01-07", "1.00"),
        world -> {
          world.supplier().second("2025-01-07", "1.00");
          assertThat(world.scene().ofVendor().replacement())
              .isEqualTo(VendorChallenges.Replacement.DUE);
        });
  }

  private Supplier begun(List<LegalEntity> members) {
    scene.forgiveFailures();
    return scene.supplier(members);
  }

  private Supplier halfway(List<LegalEntity> members) {
    Supplier supplier = begun(members);
    assertThat(supplier.first(scene.invoice(0)).json().require("verdict")).isEqualTo("right");
    return supplier;
  }

  private HistoricInvoice asked() {
    return scene.invoice(scene.ofVendor().asked().orElseThrow().numbers().getFirst().written());
  }

  private static String number(Json.Obj challenge) {
    return ((Json.Str) challenge.items("invoiceNumbers").getFirst()).text();
  }

  private List<Ticket> tickets(Supplier supplier) {
    return new TicketStore(scene.table()).list(supplier.account(), Optional.empty(), 50).items();
  }

  private List<TicketEvent> history(Ticket ticket) {
    return new TicketStore(scene.table())
        .find(ticket.number()).orElseThrow().history().stream().map(HistoryEntry::event).toList();
  }

  private List<TicketEvent> events(Supplier supplier) {
    return new TicketStore(scene.table())
        .notices(supplier.account(), Optional.empty(), 50).items().stream()
            .map(Notice::event)
            .toList();
  }
}
