package io.customerconnect.functions.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.DeclineKind;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.HistoryEntry;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.TicketStore;
import io.customerconnect.table.Usages;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.Faults.Fault;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {
  private final Scene scene = new Scene();
  private final TicketsHandler tickets = new TicketsHandler(scene.platform());
  private final CommentHandler comment = new CommentHandler(scene.platform());
  private final NoticesHandler notices = new NoticesHandler(scene.platform());

  @Test
  void anOpenTicketSaysWhoMustActSinceWhenAndWhatHappensNextAndWhen() {
    TicketNumber number = scene.ask();

    Json.Obj ticket = show(number.value()).json();

    assertThat(ticket.require("ticketNumber")).isEqualTo(number.value());
    assertThat(ticket.require("customerName")).isEqualTo(scene.buyer().legalName());
    assertThat(ticket.require("legalEntityId")).isEqualTo(scene.buyer().id().value());
    assertThat(ticket.require("state")).isEqualTo("open");
    Instant asked = scene.now();
    assertThat(ticket.object("nextStep"))
        .isEqualTo(
            Json.object()
                .with("actor", "buyer")
                .with("since", asked.toString())
                .with("then", "reminder")
                .with("at", asked.plus(Duration.ofDays(3)).toString()));
  }

  @Test
  void aClosedTicketSaysHowItEndedAndWhatHappenedFirstToLast() {
    TicketNumber number = scene.ask();
    scene.pass(Duration.ofHours(2));
    scene.apply(new Command.Decline(number, DeclineKind.DECLINED, "No order yet."));

    Json.Obj ticket = show(number.value()).json();

    assertThat(ticket.require("state")).isEqualTo("closed");
    assertThat(ticket.require("outcome")).isEqualTo("declined");
    assertThat(ticket.require("closedAt")).isEqualTo(scene.now().toString());
    assertThat(history(ticket)).containsExactly("customer-asked by supplier", "declined by buyer");
    assertThat(((Json.Obj) ticket.items("history").getLast()).require("detail"))
        .isEqualTo("No order yet.");
  }

  @Test
  void whoItWasAtTheCustomerIsNotTold() {
    TicketNumber number = scene.ask();
    scene.apply(new Command.Confirm(number, Optional.empty()));

    assertThat(show(number.value()).body()).doesNotContain("@");
  }

  @Test
  void theNumberIsFoundHoweverItIsTyped() {
    TicketNumber number = scene.ask();

    assertThat(show(number.value().toLowerCase(Locale.ROOT).replace("-", " ")).status())
        .isEqualTo(200);
    assertThat(show(number.value().substring(3)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "CC-7K3M-9QX2-1", "%2F", "..", "😀", "CC-7K3M-9QX2-H"})
  void aNumberThatIsNoTicketOfTheCallersIsNotFound(String number) {
    assertThat(show(number).problem()).isEqualTo("not-found");
    assertThat(comment("key", number, "hello").problem()).isEqualTo("not-found");
  }

  @Test
  void aTicketOfAnotherAccountIsNotThere() {
    TicketNumber number = scene.ask();

    Answer answer =
        HttpCall.of(tickets, "GET /tickets/{number}")
            .signedInAs("somebody-else", "user-9")
            .path("number", number.value())
            .send();
    Answer commented =
        HttpCall.of(comment, "POST /tickets/{number}/comments")
            .signedInAs("somebody-else", "user-9")
            .path("number", number.value())
            .body("{\"text\":\"hello\"}")
            .send();

    assertThat(answer.problem()).isEqualTo("not-found");
    assertThat(commented.problem()).isEqualTo("not-found");
    assertThat(scene.history(number)).containsExactly(TicketEvent.CUSTOMER_ASKED);
  }

  @Test
  void ticketsAreListedNewestFirst() {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      TicketNumber number = scene.ask();
      asked.addFirst(number.value());
      scene.pass(Duration.ofHours(1));
      scene.apply(new Command.Decline(number, DeclineKind.DECLINED, "no"));
      scene.pass(Duration.ofHours(1));
    }

    assertThat(list("tickets").items("tickets"))
        .extracting(ticket -> ((Json.Obj) ticket).require("ticketNumber"))
        .isEqualTo(asked);
    assertThat(list("tickets").string("next")).isEmpty();
  }

  @Test
  void noticesAreListedNewestFirstAndOpenTheirTicketsOrRelationships() {
    scene.pass(Duration.ofHours(1));
    TicketNumber number = scene.ask();
    scene.pass(Duration.ofHours(1));
    scene.apply(new Command.Confirm(number, Optional.empty()));

    List<Json> listed = list("notices").items("notices");

    assertThat(listed)
        .extracting(notice -> ((Json.Obj) notice).require("event"))
        .containsExactly("connected", "customer-asked", "connected");
    assertThat(listed.subList(0, 2))
        .allMatch(
            notice ->
                ((Json.Obj) notice).string("ticketNumber").equals(Optional.of(number.value())));
    assertThat(((Json.Obj) listed.getLast()).string("ticketNumber")).isEmpty();
    assertThat(listed)
        .extracting(notice -> ((Json.Obj) notice).require("legalEntityId"))
        .containsExactly(
            scene.buyer().id().value(), scene.buyer().id().value(), LegalEntity.TEST_BUYER.value());
  }

  @Test
  void noticesOfAnotherAccountAreNotSeenWithAForeignCursorEither() {
    scene.ask();
    String cursor = list("notices").items("notices").getFirst().toText();

    Answer others =
        HttpCall.of(notices, "GET /notices").signedInAs("somebody-else", "user-9").send();
    Answer forged = scene.call(notices, "GET /notices").query("cursor", cursor).send();

    assertThat(others.json().items("notices")).isEmpty();
    assertThat(forged.problem()).isEqualTo("invalid-field");
    assertThat(forged.json().require("field")).isEqualTo("cursor");
  }

  @Test
  void noticesAreUnreadUntilTheyAreMarkedAsRead() {
    scene.pass(Duration.ofHours(1));
    TicketNumber number = scene.ask();
    assertThat(unread()).containsExactly(true, true);
    assertThat(list("notices").requireNumber("unread")).as("looking marks nothing").isEqualTo(2);

    assertThat(markAsRead(marks().getFirst()).status()).isEqualTo(204);

    assertThat(unread()).containsExactly(false, false);
    assertThat(list("notices").requireNumber("unread")).isZero();

    scene.pass(Duration.ofHours(1));
    scene.apply(new Command.Confirm(number, Optional.empty()));

    assertThat(unread()).containsExactly(true, false, false);
    assertThat(list("notices").requireNumber("unread")).isEqualTo(1);
  }

  @Test
  void whatIsReadStaysReadWhateverIsMarkedAfterwards() {
    scene.pass(Duration.ofHours(1));
    scene.ask();
    List<String> marks = marks();
    markAsRead(marks.getFirst());

    assertThat(markAsRead(marks.getFirst()).status()).isEqualTo(204);
    assertThat(markAsRead(marks.getLast()).status()).isEqualTo(204);

    assertThat(unread()).containsExactly(false, false);
  }

  @Test
  void onlyOlderNoticesThanTheMarkedOneAreReadWithIt() {
    scene.pass(Duration.ofHours(1));
    scene.ask();

    markAsRead(marks().getLast());

    assertThat(unread()).containsExactly(true, false);
  }

  @Test
  void aNoticeOfAnotherAccountCannotBeMarked() {
    scene.pass(Duration.ofHours(1));
    scene.ask();
    String mark = marks().getFirst();

    Answer others =
        HttpCall.of(notices, "POST /notices/read")
            .signedInAs("somebody-else", "user-9")
            .body(Json.object().with("until", mark).toText())
            .send();

    assertThat(others.problem()).isEqualTo("invalid-field");
    assertThat(others.json().require("field")).isEqualTo("until");
    assertThat(unread()).containsExactly(true, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                    | invalid-field | until",
        "{\"until\": 7}                        | invalid-field | until",
        "{\"until\": \"\"}                     | invalid-field | until",
        "{\"until\": \"no cursor\"}            | invalid-field | until",
        "{\"until\": \"QUNDT1VOVA\"}           | invalid-field | until",
        "{\"until\": \"TiM5OTk5LTEyLTMx\"}     | invalid-field | until",
        "{\"until\": [\"x\"]}                  | invalid-field | until",
        "{\"all\": true, \"until\": \"TiMx\"}  | unknown-field | all",
      })
  void aMarkThatIsNoneMarksNothing(String body, String problem, String field) {
    Answer answer = scene.call(notices, "POST /notices/read").body(body).send();

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().require("field")).isEqualTo(field);
    assertThat(unread()).containsExactly(true);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashNoticesAreRead(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            () -> {
              scene.pass(Duration.ofDays(91));
              TicketNumber number = scene.ask();
              scene.apply(new Command.Decline(number, DeclineKind.DECLINED, "no"));
              return marks().getFirst();
            },
            this::markAsRead,
            mark -> {
              assertThat(markAsRead(mark).status()).isEqualTo(204);
              assertThat(unread()).containsOnly(false);
            });
    // The notice, and how far is read.
    assertThat(requests).isEqualTo(2);
  }

  private Answer markAsRead(String mark) {
    return scene
        .call(notices, "POST /notices/read")
        .body(Json.object().with("until", mark).toText())
        .send();
  }

  private List<String> marks() {
    return list("notices").items("notices").stream()
        .map(notice -> ((Json.Obj) notice).require("mark"))
        .toList();
  }

  private List<Boolean> unread() {
    return list("notices").items("notices").stream()
        .map(notice -> ((Json.Obj) notice).find("unread").equals(Optional.of(Json.of(true))))
        .toList();
  }

  @Test
  void pagesAreFollowedByTheirCursorsToTheEnd() {
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      scene.pass(Duration.ofDays(91));
      TicketNumber number = scene.ask();
      scene.apply(
          random.nextBoolean()
              ? new Command.Decline(number, DeclineKind.DECLINED, "no")
              : new Command.Decline(number, DeclineKind.NOT_OUR_SUPPLIER, ""));
    }

    for (String what : List.of("tickets", "notices")) {
      List<Json> seen = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        HttpCall call =
            what.equals("tickets") ? call(tickets, "tickets") : call(notices, "notices");
        Json.Obj page = cursor.map(next -> call.query("cursor", next)).orElse(call).send().json();
        seen.addAll(page.items(what));
        cursor = page.string("next");
      } while (cursor.isPresent());
      assertThat(seen).doesNotHaveDuplicates().hasSize(what.equals("tickets") ? 60 : 121);
    }
  }

  @Test
  void aCommentSentTwiceWithTheSameKeyIsThereOnce() {
    TicketNumber number = scene.ask();

    Answer first = comment("key", number.value(), "Ask Ms. Lindqvist.\nShe knows.");
    scene.pass(Duration.ofMinutes(1));
    Answer again = comment("key", number.value(), "Ask Ms. Lindqvist.\nShe knows.");
    comment("other", number.value(), "And please soon.");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again).isEqualTo(first);
    assertThat(scene.history(number))
        .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.COMMENTED, TicketEvent.COMMENTED);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void acrossEveryCrashACommentIsThereOnce(Fault fault) {
    int requests =
        Faults.afterEachRequest(
            fault,
            scene::ask,
            number -> comment("key", number.value(), "hello"),
            number -> {
              assertThat(comment("key", number.value(), "hello").status()).isEqualTo(201);
              assertThat(scene.history(number))
                  .containsExactly(TicketEvent.CUSTOMER_ASKED, TicketEvent.COMMENTED);
              scene.apply(new Command.Decline(number, DeclineKind.DECLINED, "no"));
              scene.pass(Duration.ofDays(91));
            });
    // The ticket, whether it is a repeat, the day's count, the comment.
    assertThat(requests).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                          | invalid-field  | text",
        "{\"text\": \"\"}            | invalid-field  | text",
        "{\"text\": \"  \"}          | invalid-field  | text",
        "{\"text\": 7}               | invalid-field  | text",
        "{\"text\": null}            | invalid-field  | text",
        "{\"text\": [\"x\"]}         | invalid-field  | text",
        "{\"text\": \"a\\u0000b\"}   | invalid-field  | text",
        "{\"text\": \"a\\u202Eb\"}   | invalid-field  | text",
        "{\"text\": \"a\\ud800b\"}   | malformed-json |",
        "{\"text\": \"x\", \"\\ud800\": 1} | malformed-json |",
        "{\"text\": \"x\", \"to\": 1} | unknown-field | to",
        "{\"text\": \"x\", \"text\": \"y\"} | malformed-json |",
        "text=x                      | malformed-json |",
      })
  void aCommentThatIsNotAsItShouldBeChangesNothing(String body, String problem, String field) {
    TicketNumber number = scene.ask();

    Answer answer =
        scene
            .call(comment, "POST /tickets/{number}/comments")
            .path("number", number.value())
            .body(body)
            .send();

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().string("field")).isEqualTo(Optional.ofNullable(field));
    assertThat(scene.history(number)).containsExactly(TicketEvent.CUSTOMER_ASKED);
  }

  @Test
  void aCommentOfTenThousandCharactersIsRefusedAndOneOfTwoThousandIsNot() {
    TicketNumber number = scene.ask();

    assertThat(comment("a", number.value(), "x".repeat(10_000)).problem())
        .isEqualTo("invalid-field");
    assertThat(comment("b", number.value(), "😀".repeat(2_000)).status()).isEqualTo(201);
    assertThat(comment("c", number.value(), "x".repeat(300 * 1024)).problem())
        .isEqualTo("too-large");
  }

  @Test
  void anOpenTicketSaysHowLongItsCustomerUsuallyTakes() {
    TicketNumber number = scene.ask();
    assertThat(show(number.value()).json().object("nextStep").find("usualWorkingDays")).isEmpty();

    scene.answered(scene.buyer(), 5, 3);

    assertThat(show(number.value()).json().object("nextStep").requireNumber("usualWorkingDays"))
        .isEqualTo(3);
    Json.Obj listed = (Json.Obj) list("tickets").items("tickets").getFirst();
    assertThat(listed.object("nextStep").requireNumber("usualWorkingDays")).isEqualTo(3);
  }

  @Test
  void aLongHistoryComesInPages() {
    TicketNumber number = scene.ask();
    TicketStore store = new TicketStore(scene.table());
    for (int i = 0; i < 120; i++) {
      scene.pass(Duration.ofSeconds(1));
      store.comment(scene.account(), number, written("c" + i), 200);
    }

    Json.Obj first = show(number.value()).json();
    Json.Obj second =
        scene
            .call(tickets, "GET /tickets/{number}")
            .path("number", number.value())
            .query("cursor", first.require("next"))
            .send()
            .json();

    assertThat(first.items("history")).hasSize(100);
    assertThat(second.items("history")).hasSize(21);
    assertThat(second.string("next")).isEmpty();
    assertThat(((Json.Obj) second.items("history").getLast()).require("id")).isEqualTo("c119");
    assertThat(
            Stream.concat(first.items("history").stream(), second.items("history").stream())
                .distinct())
        .hasSize(121);
  }

  @Test
  void aTicketTakesOnlySoManyComments() {
    TicketNumber number = scene.ask();
    TicketStore store = new TicketStore(scene.table());
    int most = UsageLimits.DEFAULT.commentsPerTicket();
    for (int i = 1; i < most; i++) {
      store.comment(scene.account(), number, written("c" + i), most);
    }

    assertThat(comment("last", number.value(), "one more").status()).isEqualTo(201);
    assertThat(comment("too-much", number.value(), "one more").problem()).isEqualTo("ticket-full");
    assertThat(comment("last", number.value(), "one more").status()).isEqualTo(201);
    assertThat(scene.history(number)).hasSize(most + 1);
  }

  @Test
  void anAccountWritesOnlySoManyCommentsADay() {
    TicketNumber number = scene.ask();
    int limit = UsageLimits.DEFAULT.comments();
    comment("first", number.value(), "hello");
    new Usages(scene.table(), UsageLimits.DEFAULT)
        .count(scene.account(), Usage.COMMENTS, limit - 1, scene.now());

    Answer tooMuch = comment("second", number.value(), "hello");

    assertThat(tooMuch.status()).isEqualTo(429);
    assertThat(tooMuch.problem()).isEqualTo("limit-reached");
    assertThat(comment("first", number.value(), "hello").status()).isEqualTo(201);
    assertThat(scene.history(number)).hasSize(2);
    scene.pass(Duration.ofDays(1));
    assertThat(comment("second", number.value(), "hello").status()).isEqualTo(201);
  }

  private HistoryEntry written(String id) {
    return new HistoryEntry(
        id, TicketEvent.COMMENTED, scene.now(), Actor.supplier("user-1"), "hello");
  }

  private Json.Obj list(String what) {
    return call(what.equals("tickets") ? tickets : notices, what).send().json();
  }

  private HttpCall call(RequestStreamHandler function, String what) {
    return scene.call(function, "GET /" + what);
  }

  private Answer show(String number) {
    return scene.call(tickets, "GET /tickets/{number}").path("number", number).send();
  }

  @Test
  void whoseVendorNumberAnotherAccountHasProvedSaysOnceThatItWasNotItsDoing() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));

    assertThat(notUs(claim.holders()).status()).isEqualTo(201);
    assertThat(notUs(claim.holders()).status()).isEqualTo(201);

    Json.Obj ticket = show(claim.holders().value()).json();
    assertThat(ticket.require("about")).isEqualTo("vendor-number");
    assertThat(ticket.require("vendorNumber")).isEqualTo("4711");
    assertThat(ticket.object("nextStep").require("actor")).isEqualTo("operator");
    assertThat(history(ticket))
        .containsExactly("vendor-number-claimed by system", "claim-disowned by supplier");
    assertThat(ticket.toText()).doesNotContain(claim.claimant().value(), claim.claimants().value());
    assertThat(show(claim.claimants().value()).status()).isEqualTo(404);
    assertThat(comment("1", claim.holders().value(), "Our sister?").status()).isEqualTo(201);
  }

  @Test
  void whereNothingIsClaimedOrItIsSettledThereIsNothingToDisown() {
    Scene.Claim claim = scene.claim(new VendorNumber("4711"));
    scene.applyTo(claim, new Command.Reject(claim.claimants(), "no"));

    assertThat(notUs(claim.holders()).problem()).isEqualTo("cannot-settle");
    assertThat(show(claim.holders().value()).json().require("outcome")).isEqualTo("number-kept");
    assertThat(notUs(claim.claimants()).status()).isEqualTo(404);
  }

  private Answer notUs(TicketNumber number) {
    return scene
        .call(comment, "POST /tickets/{number}/not-us")
        .path("number", number.value())
        .header("content-type", "application/json")
        .body("{}")
        .send();
  }

  private Answer comment(String key, String number, String text) {
    return scene
        .call(comment, "POST /tickets/{number}/comments")
        .path("number", number)
        .header("idempotency-key", key)
        .body(Json.object().with("text", text).toText())
        .send();
  }

  private static List<String> history(Json.Obj ticket) {
    return ticket.items("history").stream()
        .map(
            entry ->
                ((Json.Obj) entry).require("event") + " by " + ((Json.Obj) entry).require("by"))
        .toList();
  }
}
