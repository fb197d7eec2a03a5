package io.customerconnect.functions.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.testing.Faults;
import io.customerconnect.testing.functions.HttpCall;
import io.customerconnect.testing.functions.HttpCall.Answer;
import io.customerconnect.testing.functions.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two of the staff who save over the same: nobody's words are lost unseen (P33). */
class TwoAtTheDeskTest {
  private static final String CUSTOMER = "/support/legal-entities/{legalEntityId}";

  /** What two can save over. */
  enum Kept {
    SETTINGS,
    WORDS
  }

  /** A customer, and what its two clerks were answered. */
  private record Story(Kept kept, Scene scene, Map<String, Answer> answers) {
    static Story of(Kept kept) {
      return new Story(kept, new Scene(), new HashMap<>());
    }

    private HttpCall call(String method, String user) {
      HttpCall call =
          switch (kept) {
            case SETTINGS ->
                HttpCall.of(new CustomerSettingsHandler(scene.platform()), method + " " + CUSTOMER);
            case WORDS ->
                HttpCall.of(
                    new StatusWordsHandler(scene.platform()),
                    method + " " + CUSTOMER + "/status-words");
          };
      return call.signedInAs("staff", user, "support")
          .path("legalEntityId", scene.buyer().id().value());
    }

    /** Each wants something else. */
    private Json.Obj wish(String user) {
      Json.Obj wish = Json.object().with("reason", "by " + user);
      return switch (kept) {
        case SETTINGS -> wish.with("policy", user.equals("sofia") ? "closed" : "approval");
        case WORDS ->
            wish.with(
                "words",
                List.of("seen by " + user),
                word -> Json.object().with("word", word).with("code", "AP"));
      };
    }

    Json.Obj shown() {
      return call("GET", "sofia").send().json();
    }

    /** The user saves its wish over what it has read. */
    Answer save(String user, long version) {
      Answer answer = call("PUT", user).body(wish(user).with("version", version).toText()).send();
      answers.put(user, answer);
      return answer;
    }

    Answer answer(String user) {
      return Optional.ofNullable(answers.get(user)).orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoWhoSaveAtTheSameTimeOneIsToldAndTheOthersStands(Kept kept) {
    int requests =
        Faults.beforeEachRequest(
            () -> Story.of(kept),
            story -> story.save("igor", 0),
            story -> story.save("sofia", 0),
            story -> {
              Json.Obj shown = story.shown();
              List<String> winners =
                  Stream.of("igor", "sofia")
                      .filter(user -> story.answer(user).status() == 200)
                      .toList();
              assertThat(winners).hasSize(1);
              String loser = winners.contains("sofia") ? "igor" : "sofia";
              assertThat(story.answer(loser).problem()).isEqualTo("changed-meanwhile");
              assertThat(shown.items("changes"))
                  .extracting(change -> ((Json.Obj) change).require("by"))
                  .isEqualTo(winners);
              assertThat(shown.requireNumber("version")).isEqualTo(1);

              assertThat(story.save(loser, 1).status()).isEqualTo(200);
              assertThat(story.shown().items("changes")).hasSize(2);
            });

    assertThat(requests).isGreaterThan(4);
  }

  /** The answer was lost, and the browser sends it again: it is told that it stands. */
  @ParameterizedTest
  @EnumSource
  void whatStandsAlreadyIsSaved(Kept kept) {
    Story story = Story.of(kept);
    Answer first = story.save("sofia", 0);

    Answer again = story.save("sofia", 0);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.json().items("changes")).hasSize(1);
    assertThat(again.json()).isEqualTo(story.shown());
  }

  @ParameterizedTest
  @EnumSource
  void whoDoesNotSayWhatItHasReadSavesNothing(Kept kept) {
    Story story = Story.of(kept);

    Answer answer = story.call("PUT", "sofia").body(story.wish("sofia").toText()).send();

    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.json().require("field")).isEqualTo("version");
    assertThat(story.shown().items("changes")).isEmpty();
  }
}
