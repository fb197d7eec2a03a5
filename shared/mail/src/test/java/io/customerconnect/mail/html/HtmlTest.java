package io.customerconnect.mail.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.customerconnect.mail.text.Phrase;
import io.customerconnect.mail.text.Run;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  private static final String ATTACK = "\"'><script>alert(1)</script>&amp;";
  private static final String ESCAPED =
      "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;";

  @Test
  void textIsEscaped() {
    assertThat(Html.text(ATTACK)).hasToString(ESCAPED);
  }

  @Test
  void attributesAreEscaped() {
    assertThat(Html.element("input", Attribute.of("value", ATTACK)))
        .hasToString("<input value=\"" + ESCAPED + "\">");
  }

  @Test
  void phrasesAndLinesAreEscaped() {
    Phrase phrase =
        new Phrase(List.of(new Run.Words(ATTACK), new Run.Value(ATTACK), new Run.Emphasis(ATTACK)));

    assertThat(Html.phrase(phrase))
        .hasToString(
            "%s<bdi>%s</bdi><strong><bdi>%s</bdi></strong>".formatted(ESCAPED, ESCAPED, ESCAPED));
    assertThat(Html.lines(List.of("a", ATTACK)))
        .hasToString("<bdi>a</bdi><br><bdi>" + ESCAPED + "</bdi>");
  }

  @Test
  void whatHtmlForbidsIsReplaced() {
    assertThat(Html.text("a\u0000b\u001Bc\uD800d\ne")).hasToString("a\uFFFDb\uFFFDc\uFFFDd\ne");
  }

  @Test
  void elementsHoldAttributesAndContent() {
    assertThat(
            Html.element(
                "p",
                Attribute.of("class", "x"),
                Html.text("a"),
                Attribute.present("hidden"),
                Html.element("br"),
                Html.text("b")))
        .hasToString("<p class=\"x\" hidden>a<br>b</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "iframe", "object", "img", "link", "base", "p onclick=x", ""})
  void otherElementsCannotBeMade(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Html.element(name));
  }

  @Test
  void aFrameIsSandboxedAndShowsOnlyWhatIsOfTheSameSite() {
    assertThat(Html.sandboxedFrame(ATTACK, URI.create("/a?b&c")))
        .hasToString(
            "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\""
                + ESCAPED
                + "\" src=\"/a?b&amp;c\"></iframe>");
    for (String other : List.of("https://a.example/", "//a.example/", "javascript:alert(1)")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Html.sandboxedFrame("title", URI.create(other)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "href", "style", "src", "formaction", "a b", "a=", "ON", ""})
  void attributesThatRunOrLoadCannotBeMadeOfAnyValue(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of(name, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Attribute.present(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//evil.test"})
  void linksLeadOnlyWherePagesAre(String target) {
    assertThatIllegalArgumentException().isThrownBy(() -> Attribute.href(URI.create(target)));
    assertThatIllegalArgumentException().isThrownBy(() -> Attribute.action(URI.create(target)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/?a=1&b='", "?lang=en", "#main", "mailto:a@b.example"})
  void linksToPagesAndMailAreMade(String target) {
    assertThat(Html.element("a", Attribute.href(URI.create(target))).toString())
        .isEqualTo("<a href=\"" + target.replace("&", "&amp;").replace("'", "&#39;") + "\"></a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"</style>", "a{background:URL(x)}", "@import 'x'", "\\75rl(x)"})
  void stylesLoadNothing(String css) {
    assertThatIllegalArgumentException().isThrownBy(() -> StyleSheet.of(css));
    assertThatIllegalArgumentException().isThrownBy(() -> Attribute.style(css));
  }

  @Test
  void aStyleSheetHasTheHashThatABrowserComputes() {
    // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
    assertThat(StyleSheet.of("p{color:red}").cspSource())
        .isEqualTo("'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='");
  }

  @Test
  void anEmptyElementHasNoContent() {
    assertThatIllegalArgumentException().isThrownBy(() -> Html.element("br", Html.text("x")));
  }
}
