package io.customerconnect.functions.search;

import static io.customerconnect.testing.Fixtures.GROUP;
import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static io.customerconnect.testing.Fixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.DocumentType;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowGroupTest {
  private final Scene scene = Scene.alone();
  private final ShowGroupHandler function = new ShowGroupHandler(scene.platform());

  @Test
  void theMembersAreShownWithWhatTellsThemApartAndTheCallersOwnState() {
    LegalEntity other = scene.add(customer("z-1"));
    TicketNumber number = scene.ask();

    Json.Obj group = show(GROUP.id().value()).json();

    assertThat(group.require("name")).isEqualTo("Nordwind-Gruppe");
    assertThat(members(group))
        .extracting(member -> member.require("legalEntityId"))
        .containsExactly(scene.buyer().id().value(), other.id().value());
    assertThat(members(group).getFirst().object("relationship"))
        .isEqualTo(Json.object().with("state", "pending").with("ticketNumber", number.value()));
    assertThat(members(group).getLast())
        .isEqualTo(
            Json.object()
                .with("legalEntityId", "z-1")
                .with("name", other.legalName())
                .with("country", "CH")
                .with("city", "Bern")
                .with("identifier", "CHE-123.456.788")
                .with("connect", "customer-asked")
                .with("relationship", Json.object().with("state", "none")));
  }

  @Test
  void aConnectedMemberIsShownAsConnected() {
    TicketNumber number = scene.ask();
    scene.apply(new Command.Confirm(number, Optional.empty()));

    assertThat(members(show(GROUP.id().value()).json()).getFirst().object("relationship"))
        .isEqualTo(Json.object().with("state", "connected").with("ticketNumber", number.value()));
  }

  @Test
  void eachMemberSaysWhatConnectWillDo() {
    LegalEntity provable = scene.add(customer("z-1", BuyerPolicy.CHALLENGE, 1));
    scene.add(customer("z-2", BuyerPolicy.CHALLENGE, 1));
    new Books(scene.table())
        .put(
            provable.id(),
            VendorScope.of(provable.id()),
            Map.of(new VendorNumber("4711"), Fixtures.strongInvoice()),
            ChallengeRules.DEFAULT,
            MONDAY_MORNING);

    assertThat(members(show(GROUP.id().value()).json()))
        .extracting(member -> member.require("connect"))
        .containsExactly("customer-asked", "challenge", "customer-asked");
  }

  @Test
  void aMemberThatAnswersByHandSaysHowLongItUsuallyTakes() {
    scene.answered(scene.buyer(), 4, 3);
    assertThat(members(show(GROUP.id().value()).json()).getFirst().find("usualWorkingDays"))
        .isEmpty();

    scene.answered(scene.buyer(), 1, 9);

    assertThat(
            members(show(GROUP.id().value()).json()).getFirst().requireNumber("usualWorkingDays"))
        .isEqualTo(3);
  }

  @Test
  void anotherAccountDoesNotSeeTheCallersState() {
    scene.ask();

    Json.Obj group =
        HttpCall.of(function, "GET /groups/{groupId}")
            .signedInAs("somebody-else", "user-9")
            .path("groupId", GROUP.id().value())
            .send()
            .json();

    assertThat(members(group).getFirst().object("relationship"))
        .isEqualTo(Json.object().with("state", "none"));
  }

  @Test
  void hiddenMembersAndThoseThatTakeNothingElectronicallyAreNotShownAndClosedOnesSaySo() {
    scene.add(customer("y-hidden", BuyerPolicy.HIDDEN, 1));
    scene.add(paperOnly(customer("y-paper")));
    scene.add(customer("y-closed", BuyerPolicy.CLOSED, 1));

    List<Json.Obj> members = members(show(GROUP.id().value()).json());

    assertThat(members)
        .extracting(member -> member.require("legalEntityId"))
        .containsExactly(scene.buyer().id().value(), "y-closed");
    assertThat(members.getLast().require("connect")).isEqualTo("not-accepting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-group", "", "a/b", "..", "%2F", "😀", "M#x"})
  void aGroupThatIsNotThereIsNotFound(String id) {
    assertThat(show(id).problem()).isEqualTo("not-found");
  }

  private static LegalEntity paperOnly(LegalEntity entity) {
    return new LegalEntity(
        entity.id(),
        entity.legalName(),
        entity.otherNames(),
        entity.country(),
        entity.city(),
        entity.identifiers(),
        entity.group(),
        Set.<DocumentType>of(),
        entity.ownPolicy(),
        entity.ledger(),
        entity.vendorMaster(),
        entity.contacts(),
        entity.rules());
  }

  private Answer show(String group) {
    return scene.call(function, "GET /groups/{groupId}").path("groupId", group).send();
  }

  private static List<Json.Obj> members(Json.Obj group) {
    return group.items("members").stream().map(member -> (Json.Obj) member).toList();
  }
}
