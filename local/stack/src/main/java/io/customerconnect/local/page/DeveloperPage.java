package io.customerconnect.local.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.text;

import com.sun.net.httpserver.HttpExchange;
import io.customerconnect.domain.party.Language;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.BaseStyle;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.html.StyleSheet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page for developers: the look of the product's own pages, no script, and nothing loaded from
 * elsewhere.
 *
 * @param status of HTTP
 * @param title of the window
 * @param content between header and footer
 */
public record DeveloperPage(int status, String title, Html content) {
  private static final StyleSheet SHEET =
      BaseStyle.and(
          """
          header,main,footer{max-width:60rem}
          iframe{display:block;width:100%;height:38rem;border:1px solid var(--line);\
          border-radius:6px;background:var(--sheet);resize:vertical}
          pre{margin:0;white-space:pre-wrap;font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,\
          Consolas,monospace}
          .list{margin:0;padding:0;list-style:none}
          .list li{padding:.75rem 0;border-bottom:1px solid var(--line)}
          .list li:first-child{padding-top:0}
          .list li:last-child{padding-bottom:0;border-bottom:0}
          .list a{display:inline-block;padding:.125rem 0;font-weight:600}
          .list p{margin:0;color:var(--muted);font-size:.9375rem}
          .list .split{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem}
          section>h2{margin-top:1.5rem}
          """);

  private static final String POLICY =
      "default-src 'none'; style-src "
          + SHEET.cspSource()
          + "; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  /** Where the header leads. */
  private enum Place {
    OVERVIEW("/local/", "What runs"),
    MAILBOX("/local/mailbox", "Mailbox"),
    PORTAL("/", "Portal");

    private final URI address;
    private final String label;

    Place(String address, String label) {
      this.address = URI.create(address);
      this.label = label;
    }
  }

  /** Sends the page. */
  public void send(HttpExchange exchange) throws IOException {
    byte[] body = render().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private String render() {
    Html head =
        element(
            "head",
            element("meta", Attribute.of("charset", "utf-8")),
            element(
                "meta",
                Attribute.of("name", "viewport"),
                Attribute.of("content", "width=device-width, initial-scale=1")),
            element("title", text(title + " - CustomerConnect on this machine")),
            Html.style(SHEET));
    Html body =
        element(
            "body",
            element(
                "a",
                Attribute.of("class", "skip"),
                Attribute.href(URI.create("#main")),
                text("Skip to the content")),
            element(
                "header",
                element(
                    "p", Attribute.of("class", "brand"), text("CustomerConnect on this machine")),
                places()),
            element("main", Attribute.of("id", "main"), Attribute.of("tabindex", "-1"), content));
    return Html.document(Language.EN, head, body);
  }

  private static Html places() {
    List<Html> links =
        List.of(Place.values()).stream()
            .map(
                place ->
                    element("li", element("a", Attribute.href(place.address), text(place.label))))
            .toList();
    return element("nav", Attribute.of("aria-label", "Pages"), element("ul", Html.all(links)));
  }
}
