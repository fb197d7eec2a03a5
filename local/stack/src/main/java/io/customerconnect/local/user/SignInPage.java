package io.customerconnect.local.user;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.domain.party.Language;
import io.customerconnect.lambda.Json;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.BaseStyle;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.html.StyleSheet;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The issuer's page: a button for each user. What the form sends is what the tokens will say. */
final class SignInPage {
  private static final StyleSheet SHEET =
      BaseStyle.and(
          """
          main{padding-top:2.5rem}
          form{margin:0 0 .75rem}
          button{width:100%;padding:.75rem 1rem;color:var(--ink);font:inherit;text-align:left;\
          background:var(--sheet);border:1px solid var(--edge);border-radius:6px;cursor:pointer}
          button:hover{border-color:var(--action)}
          button strong{display:block;color:var(--action)}
          """);

  private SignInPage() {}

  static String render(List<User> users) {
    return Html.document(
        Language.EN,
        element(
            "head",
            element("meta", Attribute.of("charset", "utf-8")),
            element(
                "meta",
                Attribute.of("name", "viewport"),
                Attribute.of("content", "width=device-width, initial-scale=1")),
            element("title", text("Sign in - CustomerConnect on this machine")),
            Html.style(SHEET)),
        element(
            "body",
            element(
                "main",
                element("h1", text("Sign in as")),
                element("p", text("These people are made up and have no passwords.")),
                Html.all(users.stream().map(SignInPage::form).toList()))));
  }

  private static Html form(User user) {
    return element(
        "form",
        Attribute.of("method", "post"),
        hidden("username", user.subject()),
        hidden("claims", claims(user).toText()),
        element(
            "button",
            Attribute.of("data-user", user.name()),
            element("strong", text(user.attributes().getOrDefault("name", user.name()))),
            text(
                user.attributes()
                    .getOrDefault("custom:legal_name", String.join(", ", user.groups())))));
  }

  private static Html hidden(String name, String value) {
    return element(
        "input",
        Attribute.of("type", "hidden"),
        Attribute.of("name", name),
        Attribute.of("value", value));
  }

  private static Json.Obj claims(User user) {
    Json.Obj claims = Json.object();
    for (Map.Entry<String, Object> claim : user.claims().entrySet()) {
      claims =
          claim.getValue() instanceof Collection<?> items
              ? claims.with(claim.getKey(), items, item -> Json.of(String.valueOf(item)))
              : claims.with(claim.getKey(), String.valueOf(claim.getValue()));
    }
    return claims;
  }
}
