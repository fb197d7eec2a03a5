package io.customerconnect.functions.buyer.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.mail.Fact;
import io.customerconnect.mail.html.Html;
import java.util.List;

/** Data in two columns, one on a phone. */
final class Facts {
  private Facts() {}

  static Html list(List<Fact> facts) {
    return element("dl", Html.all(facts.stream().map(Facts::row).toList()));
  }

  private static Html row(Fact fact) {
    return element(
        "div", element("dt", text(fact.label())), element("dd", Html.lines(fact.lines())));
  }
}
