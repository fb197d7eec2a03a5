package io.customerconnect.functions.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rehearsing a challenge with the test buyer (P3). */
class PracticeChallengeTest {
  private final Scene scene = new Scene();
  private final PracticeChallengeHandler handler = new PracticeChallengeHandler(scene.platform());

  private List<Json.Obj> published() {
    return scene.call(handler, "GET /practice/challenge").send().json().items("invoices").stream()
        .map(item -> (Json.Obj) item)
        .toList();
  }

  private Json.Obj answer(int step, String number, String date, String amount) {
    HttpCall.Answer answer =
        scene
            .call(handler, "POST /practice/challenge/step-" + step)
            .header("content-type", "application/json")
            .body(
                "{\"invoiceNumber\":\"%s\",\"invoiceDate\":\"%s\",\"invoiceAmount\":\"%s\"}"
                    .formatted(number, date, amount))
            .send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private Json.Obj answer(int step, Json.Obj invoice) {
    return answer(
        step,
        invoice.require("invoiceNumber"),
        invoice.require("invoiceDate"),
        invoice.require("invoiceAmount"));
  }

  @Test
  void everyPublishedInvoiceLeadsToAnotherOneWhichPasses() {
    List<Json.Obj> published = published();
    assertThat(published).hasSizeGreaterThan(2);

    for (Json.Obj first : published) {
      Json.Obj asked = answer(1, first);
      assertThat(asked.require("state")).isEqualTo("step-2");
      String number = ((Json.Str) asked.items("invoiceNumbers").getFirst()).text();
      assertThat(number).isNotEqualTo(first.require("invoiceNumber"));

      Json.Obj second =
          published.stream()
              .filter(one -> one.require("invoiceNumber").equals(number))
              .findFirst()
              .orElseThrow();
      assertThat(answer(2, second).require("state")).isEqualTo("passed");
    }
  }

  @Test
  void itCanBeFailedAsOftenAsOneLikesAndPassedThen() {
    Json.Obj first = published().getFirst();
    for (int i = 0; i < 12; i++) {
      assertThat(
              answer(1, first.require("invoiceNumber"), first.require("invoiceDate"), "1.00")
                  .require("verdict"))
          .isEqualTo("wrong");
      assertThat(answer(2, "PR-1042", "2025-01-07", "1.00").require("state")).isEqualTo("step-2");
    }

    assertThat(answer(1, first).require("verdict")).isEqualTo("right");
  }

  @Test
  void whatIsTypedMayLookOtherwise() {
    Json.Obj first = published().getFirst();

    assertThat(answer(1, "pr 1001", first.require("invoiceDate"), "1.190,00").require("verdict"))
        .isEqualTo("right");
  }
}
