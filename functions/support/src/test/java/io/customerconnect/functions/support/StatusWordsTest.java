package io.customerconnect.functions.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.feed.UnknownWords;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.status.StatusMapping.Meaning;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.StatusWords;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Support says what a customer's own words for a status mean (P33, P35). */
class StatusWordsTest {
  private static final String ROUTE = "/support/legal-entities/{legalEntityId}/status-words";

  private final Scene scene = new Scene();
  private final StatusWordsHandler handler = new StatusWordsHandler(scene.platform());
  private final StatusWords words = new StatusWords(scene.table());
  private final Deliveries deliveries = new Deliveries(scene.table());

  private HttpCall call(String method) {
    return scene
        .call(handler, method + " " + ROUTE)
        .signedInAs("staff", "sofia", "support")
        .path("legalEntityId", scene.buyer().id().value());
  }

  private Answer set(String list) {
    long version = words.own(scene.buyer().id()).version();
    return call("PUT")
        .body("{\"words\":%s,\"version\":%d,\"reason\":\"Their call\"}".formatted(list, version))
        .send();
  }

  @Test
  void whatIsSaidIsShownAndOnTheRecord() {
    Answer answer =
        set(
            "[{\"word\":\" Stufe 7b\",\"code\":\"UQ\",\"reason\":\"PRI\"},{\"word\":\"durch\",\"code\":\"AP\"}]");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(words.of(scene.buyer().id()).meaningOf("stufe-7B"))
        .contains(new Meaning(ResponseCode.UNDER_QUERY, Optional.of(StatusReason.PRICES)));
    Json.Obj shown = call("GET").send().json();
    assertThat(shown).isEqualTo(answer.json());
    assertThat(shown.items("words")).hasSize(2);
    Json.Obj first = (Json.Obj) shown.items("words").getFirst();
    assertThat(first.require("word")).isEqualTo("Stufe 7b");
    assertThat(first.require("code")).isEqualTo("UQ");
    assertThat(first.require("reason")).isEqualTo("PRI");

    scene.pass(Duration.ofDays(1));
    Json.Obj takenBack = set("[]").json();

    assertThat(takenBack.items("words")).isEmpty();
    assertThat(words.of(scene.buyer().id()).meaningOf("Stufe 7b")).isEmpty();
    assertThat(takenBack.items("changes"))
        .extracting(
            change ->
                ((Json.Obj) change).require("by")
                    + " "
                    + ((Json.Obj) change).requireNumber("words")
                    + " "
                    + ((Json.Obj) change).require("reason"))
        .containsExactly("sofia 0 Their call", "sofia 2 Their call");
  }

  @Test
  void wordsThatNobodyKnowsAreOfferedWithHowManyRowsHaveThem() {
    FileVersion file = new FileVersion(scene.now(), "a");
    new FeedQualities(scene.table())
        .note(
            scene.buyer().id(),
            FeedKind.LEDGER,
            new FileSummary(
                "invoices/x/a.csv",
                file,
                Optional.empty(),
                new RowCounts(20, 20, 0, 0, 0),
                Map.of(),
                UnknownWords.of(Map.of("Stufe 7b", 12L, "Stufe 9", 3L)),
                Optional.empty()));

    assertThat(unknown(call("GET").send())).containsExactly("Stufe 7b 12", "Stufe 9 3");
    assertThat(unknown(set("[{\"word\":\"stufe-9\",\"code\":\"AP\"}]")))
        .containsExactly("Stufe 7b 12");
  }

  private static List<String> unknown(Answer answer) {
    return answer.json().items("unknown").stream()
        .map(Json.Obj.class::cast)
        .map(one -> one.require("word") + " " + one.requireNumber("rows"))
        .toList();
  }

  /** As a file of the buyer would. */
  @Test
  void allInvoicesOfTheCustomerAreDueAgain() {
    deliveries.note(scene.buyer().id(), scene.now());
    Instant before = deliveries.newest(scene.buyer().id()).orElseThrow();

    set("[{\"word\":\"durch\",\"code\":\"AP\"}]");

    assertThat(deliveries.newest(scene.buyer().id()).orElseThrow()).isAfter(before);
    assertThat(deliveries.changed())
        .extracting(Deliveries.Changed::legalEntity)
        .contains(scene.buyer().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'word':'x','code':'OK'}] | words[0].code",
        "[{'word':'x','code':'ap'}] | words[0].code",
        "[{'word':' ','code':'AP'}] | words[0].word",
        "[{'word':'--','code':'AP'}] | words[0].word",
        "[{'code':'AP'}] | words[0].word",
        "[{'word':'x'}] | words[0].code",
        "[{'word':'a','code':'AP'},{'word':'x','code':'RE'}] | words[1].reason",
        "[{'word':'x','code':'UQ','reason':'WHY'}] | words[0].reason",
        "[{'word':'x','code':'CA','reason':' '}] | words[0].reason",
        "[{'word':'In Arbeit','code':'AP'},{'word':'in-arbeit','code':'AP'}] | words",
        "['x'] | words[0]",
        "{} | words",
      })
  void whatMakesNoSenseIsRefusedWithItsFieldAndChangesNothing(String list, String field) {
    set("[{\"word\":\"durch\",\"code\":\"AP\"}]");

    Answer answer = set(list.replace('\'', '"'));

    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.json().require("field")).isEqualTo(field);
    assertThat(words.own(scene.buyer().id()).words().words()).hasSize(1);
  }

  @Test
  void aListHasAnEnd() {
    List<Integer> places = IntStream.rangeClosed(0, 200).boxed().toList();
    Json.Obj body = Json.object().with("version", 0).with("reason", "x");

    Answer answer =
        call("PUT")
            .body(
                body.with(
                        "words",
                        places,
                        place -> Json.object().with("word", "w" + place).with("code", "AP"))
                    .toText())
            .send();

    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.json().require("detail")).contains("at most 200");
  }

  @Test
  void onlyTheStaffAndOnlyOfCustomersThatThereAre() {
    assertThat(scene.call(handler, "GET " + ROUTE).path("legalEntityId", "x").send().status())
        .isEqualTo(403);
    assertThat(call("GET").path("legalEntityId", "nobody").send().status()).isEqualTo(404);
    assertThat(
            call("PUT")
                .path("legalEntityId", "nobody")
                .body("{\"words\":[],\"version\":0,\"reason\":\"x\"}")
                .send()
                .status())
        .isEqualTo(404);
  }
}
