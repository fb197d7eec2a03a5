package io.customerconnect.functions.buyer.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;

/** Forms that are sent to the page's own address, each with a button that says what is decided. */
final class Forms {
  private final Texts texts;

  Forms(Texts texts) {
    this.texts = texts;
  }

  Html form(Html... content) {
    return element(
        "form",
        Attribute.of("method", "post"),
        Attribute.action(DecisionPage.inLanguage(texts.language())),
        // The page's own messages are in its language, and stand beside their fields.
        Attribute.present("novalidate"),
        Html.all(content));
  }

  Html button(Choice choice, TextKey label) {
    return element(
        "button",
        Attribute.of("name", Field.DECISION.formName()),
        Attribute.of("value", choice.word()),
        text(texts.plain(label)));
  }

  /** The button that most readers are here for. */
  Html firstButton(Choice choice, TextKey label) {
    return element(
        "button",
        Attribute.of("class", "first"),
        Attribute.of("name", Field.DECISION.formName()),
        Attribute.of("value", choice.word()),
        text(texts.plain(label)));
  }
}
