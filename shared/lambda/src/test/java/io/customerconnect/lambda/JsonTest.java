package io.customerconnect.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerconnect.lambda.Json.MalformedJsonException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  @Test
  void aValueIsReadAsItWasWritten() {
    Json.Obj value =
        Json.object()
            .with("text", "ä \" \\ \n 😀")
            .with("number", 42)
            .with("list", List.of("a", "b"), Json::of)
            .with("truth", Json.of(true))
            .with("nothing", new Json.Null());

    assertThat(Json.read(value.toText())).isEqualTo(value);
  }

  static Stream<String> broken() {
    return Stream.of(
        "",
        "{",
        "{\"a\":",
        "[1,",
        "nul",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":0123}",
        "{\"a\":\"line\nbreak\"}",
        "{\"a\":\"\\x\"}",
        "/* comment */{}",
        "1 2",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1e9999999999}",
        "{\"a\":-1e-99999999999999}",
        "{\"a\":" + "9".repeat(5_000) + "}",
        "{\"" + "k".repeat(60_000) + "\":1}",
        "[".repeat(100) + "]".repeat(100));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenIsRefusedInWordsThatTellNothingOfTheParser(String text) {
    MalformedJsonException e =
        catchThrowableOfType(MalformedJsonException.class, () -> Json.read(text));

    assertThat(e)
        .message()
        .startsWith("The")
        .endsWith(".")
        .doesNotContain("`", "java", "Stream", "Feature", "token", "CTRL")
        .hasSizeLessThan(100);
  }

  @Test
  void thePlaceOfTheFaultIsNamed() {
    assertThat(
            catchThrowableOfType(
                MalformedJsonException.class, () -> Json.read("{\n  \"a\": 1,\n  b: 2\n}")))
        .hasMessage("The JSON is broken at line 3, column 3.");
  }
}
