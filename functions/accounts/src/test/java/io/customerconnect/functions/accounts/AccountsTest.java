package io.customerconnect.functions.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Relationships;
import io.customerconnect.table.StoredRelationship;
import io.customerconnect.table.TicketStore;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  private static final String COMPLETE =
      """
      {"legalName":"Berg Werkzeugbau GmbH","country":"DE","address":"Hafenstraße 12\\n20457 Hamburg",
       "vatId":"DE123456788","registrationIds":["HRB 100200"],"contactPerson":"Anna Berg",
       "mail":"anna.berg@example.com","language":"de"}""";

  private final Scene scene = new Scene();
  private final SignUpHandler signUp = new SignUpHandler(scene.platform());
  private final AccountHandler account = new AccountHandler(scene.platform());
  private final String user = UUID.randomUUID().toString();

  @Test
  void whoeverSignsUpHasAnAccountThatIsConnectedWithTheTestBuyer() {
    Json.Obj event = confirmed(attributes());

    assertThat(Scene.invoke(signUp, event)).isEqualTo(event);

    SupplierAccount created = stored(user).orElseThrow();
    assertThat(created.contact().name()).isEqualTo("Anna Berg");
    assertThat(created.company().orElseThrow().legalName()).isEqualTo("Berg Werkzeugbau GmbH");
    assertThat(testConnection().origin()).isEqualTo(Origin.TEST);
  }

  @Test
  void howeverOftenTheTriggerFiresTheAccountIsMadeOnce() throws Exception {
    Callable<Json.Obj> trigger = () -> Scene.invoke(signUp, confirmed(attributes()));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Json.Obj> fired : threads.invokeAll(Collections.nCopies(4, trigger))) {
        assertThat(fired.get()).isEqualTo(confirmed(attributes()));
      }
    }
    change(COMPLETE.replace("Anna Berg", "Anna Neu"));
    Scene.invoke(signUp, confirmed(attributes()));

    assertThat(stored(user).orElseThrow().contact().name()).isEqualTo("Anna Neu");
    assertConnectedOnce(user);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashTheAccountIsMadeOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> UUID.randomUUID().toString(),
            newcomer -> Scene.invoke(signUp, confirmed(attributes().with("sub", newcomer))),
            newcomer -> {
              Scene.invoke(signUp, confirmed(attributes().with("sub", newcomer)));
              assertThat(stored(newcomer)).isPresent();
              assertConnectedOnce(newcomer);
            });
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void aColleagueWhoseAccountIsThereGetsNoOtherOne() {
    Json.Obj colleague =
        attributes().with("custom:account_id", scene.account().value()).with("name", "Karl");

    Scene.invoke(signUp, confirmed(colleague));

    assertThat(stored(user)).isEmpty();
    assertThat(stored(scene.account().value()).orElseThrow().contact().name())
        .isEqualTo("Berta Beispiel");
  }

  @Test
  void aForgottenPasswordMakesNoAccount() {
    Scene.invoke(
        signUp,
        confirmed(attributes()).with("triggerSource", "PostConfirmation_ConfirmForgotPassword"));

    assertThat(stored(user)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "A\u0000B"})
  void whoeverGivesNoNameThatFitsIsCalledAsInTheMailAddress(String name) {
    Scene.invoke(signUp, confirmed(attributes().with("name", name)));

    assertThat(stored(user).orElseThrow().contact().name()).isEqualTo("anna.berg");
  }

  @ParameterizedTest
  @CsvSource({"custom:country, Germany", "custom:legal_name, ''", "address, ''"})
  void aCompanyThatIsNotCompleteIsAskedForLater(String attribute, String value) {
    Scene.invoke(signUp, confirmed(attributes().with(attribute, value)));

    assertThat(stored(user).orElseThrow().company()).isEmpty();
    assertThat(show().json().find("complete")).contains(Json.of(false));
    assertThat(change(COMPLETE).json().find("complete")).contains(Json.of(true));
  }

  @Test
  void theAccountIsShownAsItWasChanged() {
    Scene.invoke(signUp, confirmed(attributes()));

    Answer changed = change(COMPLETE.replace("HRB 100200", "HRB 999"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(show()).isEqualTo(changed);
    assertThat(show().json().items("registrationIds")).containsExactly(Json.of("HRB 999"));
    assertThat(show().json().require("accountId")).isEqualTo(user);
  }

  @Test
  void whoeverWasMissedAtSignUpHasAnAccountWithTheFirstLook() {
    Answer first = firstLook(user).send();

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().require("legalName")).isEqualTo("Berg Werkzeugbau GmbH");
    assertThat(first.json().require("address")).isEqualTo("Hafenstraße 12, 20457 Hamburg");
    assertThat(firstLook(user).send()).isEqualTo(first);
    assertConnectedOnce(user);
    Scene.invoke(signUp, confirmed(attributes().with("name", "Too Late")));
    assertThat(show()).isEqualTo(first);
    assertConnectedOnce(user);
  }

  @Test
  void atTheSameMomentAsTheTriggerTheAccountIsMadeOnce() throws Exception {
    Callable<Answer> look = () -> firstLook(user).send();
    Callable<Answer> trigger =
        () -> {
          Scene.invoke(signUp, confirmed(attributes()));
          return show();
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Answer> answer : threads.invokeAll(List.of(look, trigger, look, trigger))) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
    assertConnectedOnce(user);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashTheFirstLookMakesTheAccountOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> UUID.randomUUID().toString(),
            newcomer -> {
              if (firstLook(newcomer).send().status() == 500) {
                throw new IllegalStateException("No answer");
              }
            },
            newcomer -> {
              assertThat(firstLook(newcomer).send().status()).isEqualTo(200);
              assertThat(stored(newcomer)).isPresent();
              assertConnectedOnce(newcomer);
            });
    assertThat(requests).isEqualTo(4);
  }

  @Test
  void whoeverWasMissedAtSignUpMayBeginWithItsCompanysData() {
    assertThat(change(COMPLETE).status()).isEqualTo(200);

    assertThat(show().json().find("complete")).contains(Json.of(true));
    assertConnectedOnce(user);
  }

  @Test
  void withoutAMailAddressInItsTokenASupplierHasToBeginWithItsData() {
    assertThat(show().problem()).isEqualTo("not-found");
    assertThat(firstLook(user).claim("email", "nobody").send().problem()).isEqualTo("not-found");
    assertThat(stored(user)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"support", "network"})
  void theNetworksOwnPeopleAreNoSuppliers(String group) {
    assertThat(firstLook(user).claim("cognito:groups", "[" + group + "]").send().problem())
        .isEqualTo("not-found");
    assertThat(
            HttpCall.of(account, "PUT /account")
                .signedInAs(user, user, group)
                .body(COMPLETE)
                .send()
                .problem())
        .isEqualTo("not-found");
    assertThat(stored(user)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"country\":\"DE\"            | \"country\":\"Germany\"         | invalid-field | country",
        "\"country\":\"DE\"            | \"country\":\"XX\"              | invalid-field | country",
        "\"country\":\"DE\"            | \"country\":7                   | invalid-field | country",
        "\"country\":\"DE\"            | \"country\":null                | invalid-field | country",
        "\"language\":\"de\"           | \"language\":\"fr\"             | invalid-field | language",
        "Berg Werkzeugbau              | a\\u202Eb                       | invalid-field | legalName",
        "Berg Werkzeugbau GmbH         |                                 | invalid-field | legalName",
        "anna.berg@example.com         | nobody                          | invalid-field | mail",
        "anna.berg@example.com         | a@example.com\\r\\nBcc: b@x.org | invalid-field | mail",
        "[\"HRB 100200\"]              | \"HRB\"                         | invalid-field | registrationIds",
        "[\"HRB 100200\"]              | [\"HRB\", 7]                    | invalid-field | registrationIds[1]",
        "\"language\":\"de\"           | \"language\":\"de\",\"accountId\":\"x\" | unknown-field | accountId",
      })
  void dataThatAreNotAsTheyShouldBeChangeNothing(
      String part, String bad, String problem, String field) {
    Scene.invoke(signUp, confirmed(attributes()));
    Answer before = show();

    Answer answer = change(COMPLETE.replace(part, Optional.ofNullable(bad).orElse("")));

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().require("field")).isEqualTo(field);
    assertThat(show()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 10_000})
  void aNameThatIsTooLongIsRefused(int length) {
    Scene.invoke(signUp, confirmed(attributes()));

    assertThat(change(COMPLETE.replace("Berg Werkzeugbau GmbH", "x".repeat(length))).problem())
        .isEqualTo("invalid-field");
    assertThat(change(COMPLETE.replace("Berg Werkzeugbau GmbH", "😀".repeat(500))).status())
        .isEqualTo(200);
  }

  private void assertConnectedOnce(String newcomer) {
    assertThat(testRelationship(newcomer).version()).isEqualTo(1);
    assertThat(
            new TicketStore(scene.table())
                .notices(new AccountId(newcomer), Optional.empty(), 10)
                .items())
        .hasSize(1);
  }

  private RelationshipState.Connected testConnection() {
    return (RelationshipState.Connected) testRelationship(user).relationship().state();
  }

  private StoredRelationship testRelationship(String newcomer) {
    return new Relationships(scene.table()).find(new AccountId(newcomer), LegalEntity.TEST_BUYER);
  }

  private Optional<SupplierAccount> stored(String id) {
    return new Accounts(scene.table()).find(new AccountId(id));
  }

  /** The first request of a user, with what its token says of it. */
  private HttpCall firstLook(String newcomer) {
    return HttpCall.of(account, "GET /account")
        .signedInAs(newcomer, newcomer)
        .claim("email", "anna.berg@example.com")
        .claim("name", "Anna Berg")
        .claim("locale", "de-AT")
        .claim("address", "map[formatted:Hafenstraße 12, 20457 Hamburg]")
        .claim("custom:legal_name", "Berg Werkzeugbau GmbH")
        .claim("custom:country", "DE");
  }

  private Answer show() {
    return HttpCall.of(account, "GET /account").signedInAs(user, user).send();
  }

  private Answer change(String body) {
    return HttpCall.of(account, "PUT /account").signedInAs(user, user).body(body).send();
  }

  private Json.Obj attributes() {
    return Json.object()
        .with("sub", user)
        .with("email", "anna.berg@example.com")
        .with("name", "Anna Berg")
        .with("locale", "de-AT")
        .with("address", "Hafenstraße 12, 20457 Hamburg")
        .with("custom:legal_name", "Berg Werkzeugbau GmbH")
        .with("custom:country", "DE")
        .with("custom:vat_id", "DE123456788");
  }

  private static Json.Obj confirmed(Json.Obj attributes) {
    return Json.object()
        .with("triggerSource", "PostConfirmation_ConfirmSignUp")
        .with("request", Json.object().with("userAttributes", attributes));
  }
}
