package io.customerconnect.functions.search;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Books;
import io.customerconnect.testing.Fixtures;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drop-down while a customer's name is typed. */
class FindCustomersTest {
  private final Scene scene = new Scene();
  private final FindCustomersHandler find = new FindCustomersHandler(scene.platform());

  @Test
  void theCustomerIsShownWithAllThatTellsItApartAndWhatConnectWillDo() {
    Json.Obj found = found(scene.buyer().legalName(), scene.buyer());

    assertThat(found.require("kind")).isEqualTo("legal-entity");
    assertThat(found.require("name")).isEqualTo(scene.buyer().legalName());
    assertThat(found.require("country")).isEqualTo("CH");
    assertThat(found.require("city")).isEqualTo("Bern");
    assertThat(found.require("identifier")).isEqualTo("CHE-123.456.788");
    assertThat(found.require("groupId")).isEqualTo("nordwind");
    assertThat(found.require("connect")).isEqualTo("customer-asked");
    assertThat(found.object("relationship").require("state")).isEqualTo("none");
    assertThat(found.string("matchedName")).isEmpty();
  }

  @Test
  void theAnswerSaysWhichOfTheCustomersNamesMatched() {
    LegalEntity entity =
        scene.add(customer("quilla" + Integer.toUnsignedString(scene.account().hashCode())));
    String otherName = entity.otherNames().getFirst();

    assertThat(found(otherName, entity).require("matchedName")).isEqualTo(otherName);
  }

  @Test
  void theGroupIsToldApartAndComesFirst() {
    Json.Obj first = results("nordwind").getFirst();

    assertThat(first.require("kind")).isEqualTo("group");
    assertThat(first.require("groupId")).isEqualTo("nordwind");
    assertThat(first.require("name")).isEqualTo("Nordwind-Gruppe");
    assertThat(first.string("connect")).isEmpty();
  }

  @Test
  void anOpenRequestIsShownWithItsTicketToWhoMadeItAndToNobodyElse() {
    TicketNumber ticket = scene.ask();

    Json.Obj own = found(scene.buyer().legalName(), scene.buyer()).object("relationship");
    assertThat(own.require("state")).isEqualTo("pending");
    assertThat(own.require("ticketNumber")).isEqualTo(ticket.value());

    Answer others =
        HttpCall.of(find, "GET /customers")
            .signedInAs("another-account", "user-2")
            .query("name", scene.buyer().legalName())
            .send();
    assertThat(others.body()).doesNotContain(ticket.value()).contains("\"none\"");
  }

  @Test
  void whoIsConnectedSeesItAtOnce() {
    TicketNumber ticket = scene.ask();
    scene.apply(new Command.Confirm(ticket, Optional.empty()));

    assertThat(
            found(scene.buyer().legalName(), scene.buyer()).object("relationship").require("state"))
        .isEqualTo("connected");
  }

  @ParameterizedTest
  @CsvSource({
    "CHALLENGE,FIT,challenge",
    "CHALLENGE_THEN_APPROVAL,FIT,challenge",
    "CHALLENGE,EMPTY,customer-asked",
    "CHALLENGE,POSTING_DATES,customer-asked",
    "APPROVAL,FIT,customer-asked",
    "CLOSED,FIT,not-accepting"
  })
  void connectAsksForInvoicesWhereTheCustomersBooksAreFitForIt(
      BuyerPolicy policy, LedgerFitness books, String outlook) {
    LegalEntity entity = scene.add(customer("p-" + UUID.randomUUID(), policy, 1));
    makeReady(entity, books);

    assertThat(found(entity.legalName(), entity).require("connect")).isEqualTo(outlook);
  }

  private void makeReady(LegalEntity entity, LedgerFitness fitness) {
    Books books = new Books(scene.table());
    if (fitness != LedgerFitness.EMPTY) {
      books.put(
          entity.id(),
          VendorScope.of(entity.id()),
          Map.of(new VendorNumber("4711"), Fixtures.strongInvoice()),
          ChallengeRules.DEFAULT,
          MONDAY_MORNING);
    }
    if (fitness == LedgerFitness.POSTING_DATES) {
      books.put(entity.id(), LedgerDates.POSTING);
    }
  }

  @Test
  void aHiddenCustomerIsNeverShownByNameOrIdentifier() {
    LegalEntity hidden = scene.add(customer("h-" + UUID.randomUUID(), BuyerPolicy.HIDDEN, 1));

    for (String typed :
        List.of(hidden.legalName(), hidden.otherNames().getFirst(), "CHE-123.456.788")) {
      assertThat(find(typed).body()).doesNotContain(hidden.id().value());
    }
  }

  @Test
  void atMostTenAreShown() {
    for (int i = 0; i < 12; i++) {
      scene.add(customer("t" + i + "-" + UUID.randomUUID()));
    }
    assertThat(results("nordwind handel")).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🚀", "\u0000", "\u202E"})
  void nothingToSearchForFindsNothing(String typed) {
    assertThat(find(typed).status()).isEqualTo(200);
    assertThat(results(typed)).isEmpty();
  }

  @Test
  void aNameThatNobodyTypesIsRefusedAndOneAsLongAsAnyNameIsRead() {
    Answer tooLong = find("x".repeat(10_000));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.problem()).isEqualTo("invalid-field");

    assertThat(find("x".repeat(500)).status()).isEqualTo(200);
  }

  @Test
  void whoIsNotSignedInSeesNothing() {
    Answer answer =
        HttpCall.of(find, "GET /customers").query("name", scene.buyer().legalName()).send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("Nordwind");
  }

  private Answer find(String typed) {
    return scene.call(find, "GET /customers").query("name", typed).send();
  }

  private List<Json.Obj> results(String typed) {
    return find(typed).json().items("results").stream().map(Json.Obj.class::cast).toList();
  }

  private Json.Obj found(String typed, LegalEntity entity) {
    return results(typed).stream()
        .filter(result -> result.string("legalEntityId").equals(Optional.of(entity.id().value())))
        .findFirst()
        .orElseThrow();
  }
}
