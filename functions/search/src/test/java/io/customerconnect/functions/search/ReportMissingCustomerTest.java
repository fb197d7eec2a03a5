package io.customerconnect.functions.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.names.CompanyName;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.Ticket;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.Usages;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportMissingCustomerTest {
  private final Scene scene = new Scene();
  private final ReportMissingCustomerHandler function =
      new ReportMissingCustomerHandler(scene.platform());
  private final TicketStore tickets = new TicketStore(scene.table());
  private final String name = "Seeblick " + UUID.randomUUID() + " GmbH";

  @Test
  void aTicketIsOpenedThatAnOperatorHasToActOn() {
    scene.pass(Duration.ofMinutes(1));
    TicketNumber number = reported(report(scene.account().value(), name));

    Ticket ticket = tickets.findTicket(number).orElseThrow();
    assertThat(ticket.subject())
        .isEqualTo(
            new Ticket.Subject.MissingCustomer(name, new CountryCode("AT"), "ask@example.org"));
    assertThat(((TicketStatus.Open) ticket.status()).nextStep().actor())
        .isEqualTo(Actor.Role.OPERATOR);
    assertThat(scene.history(number)).containsExactly(TicketEvent.MISSING_CUSTOMER_REPORTED);
    assertThat(tickets.notices(scene.account(), Optional.empty(), 1).items())
        .extracting(notice -> notice.event())
        .containsExactly(TicketEvent.MISSING_CUSTOMER_REPORTED);
  }

  @Test
  void theDemandIsCountedOncePerAccountHoweverTheNameIsWritten() {
    TicketNumber first = reported(report(scene.account().value(), name));
    TicketNumber again =
        reported(report(scene.account().value(), "  " + name.toUpperCase(Locale.ROOT)));
    String another = "another-" + UUID.randomUUID();
    new Accounts(scene.table()).create(Fixtures.supplier(another), scene.now());
    report(another, name.replace(" GmbH", " gmbh"));

    assertThat(again).isEqualTo(first);
    assertThat(demand()).isEqualTo(2);
  }

  @Test
  void anAccountReportsOnlySoManyADayAndARepeatIsNotCounted() {
    TicketNumber first = reported(report(scene.account().value(), name));
    new Usages(scene.table(), UsageLimits.DEFAULT)
        .count(
            scene.account(),
            Usage.MISSING_CUSTOMERS,
            UsageLimits.DEFAULT.missingCustomers() - 1,
            scene.now());

    Answer tooMany = report(scene.account().value(), "Bergblick " + UUID.randomUUID());

    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.problem()).isEqualTo("limit-reached");
    assertThat(reported(report(scene.account().value(), name))).isEqualTo(first);
  }

  @Test
  void whoseAccountIsErasedReportsNothing() {
    Answer answer = report("erased-" + UUID.randomUUID(), name);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(demand()).isZero();
  }

  @Test
  void aDoubleClickOpensOneTicket() throws Exception {
    List<TicketNumber> numbers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(threads.submit(() -> report(scene.account().value(), name)));
      }
      for (Future<Answer> answer : answers) {
        numbers.add(reported(answer.get()));
      }
    }

    assertThat(numbers).containsOnly(numbers.getFirst());
    assertThat(demand()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashTheDemandIsCountedOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            ReportMissingCustomerTest::new,
            story -> story.report(story.scene.account().value(), story.name),
            story -> {
              TicketNumber number =
                  reported(story.report(story.scene.account().value(), story.name));
              assertThat(story.demand()).isEqualTo(1);
              assertThat(story.tickets.list(story.scene.account(), Optional.empty(), 10).items())
                  .extracting(Ticket::number)
                  .containsExactly(number);
            });
    // Whether it is a repeat, the day's count, whether one at the same moment was first, the
    // ticket.
    assertThat(requests).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                          | invalid-field  | name",
        "{\"name\":\"x\",\"country\":\"AT\"}                         | invalid-field  | contact",
        "{\"name\":\"x\",\"country\":\"Austria\",\"contact\":\"y\"}  | invalid-field  | country",
        "{\"name\":\"---\",\"country\":\"AT\",\"contact\":\"y\"}     | invalid-field  | name",
        "{\"name\":\"😀\",\"country\":\"AT\",\"contact\":\"y\"}      | invalid-field  | name",
        "{\"name\":\"a\\u202Eb\",\"country\":\"AT\",\"contact\":\"y\"} | invalid-field | name",
        "{\"name\":{},\"country\":\"AT\",\"contact\":\"y\"}          | invalid-field  | name",
        "{\"name\":\"x\",\"country\":\"AT\",\"contact\":\"y\",\"z\":1} | unknown-field | z",
        "{\"name\":                                                  | malformed-json |",
      })
  void aReportThatIsNotAsItShouldBeChangesNothing(String body, String problem, String field) {
    Answer answer = scene.call(function, "POST /missing-customers").body(body).send();

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().string("field")).isEqualTo(Optional.ofNullable(field));
    assertThat(tickets.list(scene.account(), Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void aNameOfFiveHundredCharactersIsTakenAndALongerOneIsNot() {
    assertThat(report(scene.account().value(), "北".repeat(500)).status()).isEqualTo(201);
    assertThat(report(scene.account().value(), "x".repeat(10_000)).problem())
        .isEqualTo("invalid-field");
  }

  private long demand() {
    return tickets.demand(new CountryCode("AT"), CompanyName.of(name).comparisonKey());
  }

  private Answer report(String account, String customer) {
    return HttpCall.of(function, "POST /missing-customers")
        .signedInAs(account, "user-1")
        .body(
            Json.object()
                .with("name", customer)
                .with("country", "AT")
                .with("contact", "ask@example.org")
                .toText())
        .send();
  }

  private static TicketNumber reported(Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return TicketNumber.parse(answer.json().require("ticketNumber"));
  }
}
