package io.customerconnect.local;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.page.DeveloperPage;
import io.customerconnect.local.user.User;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page at {@code /local/}: what runs, and where to click. */
final class OverviewPage {
  private OverviewPage() {}

  /**
   * Makes the page.
   *
   * @param overview as {@code GET /local/} tells programs
   * @param queues as {@code GET /local/queues} does
   */
  static DeveloperPage of(Stack stack, Json.Obj overview, List<Json> queues) {
    Html content =
        Html.all(
            element("h1", text("What runs")),
            section(
                "Where to click",
                List.of(
                    link("/", "The portal", "sign in as one of the users below"),
                    link("/local/mailbox", "The mailbox", "every mail that functions send"),
                    row("Time here: " + stack.now(), "POST /local/clock {\"advance\":\"P3D\"}"))),
            section("Users", stack.users().all().stream().map(OverviewPage::user).toList()),
            section("Queues", queues.stream().map(queue -> queue((Json.Obj) queue)).toList()),
            section(
                "Schedules",
                overview.items("schedules").stream()
                    .map(schedule -> schedule((Json.Obj) schedule))
                    .toList()),
            section(
                "Services",
                Stream.of("api", "issuer", "aws", "dynamodb")
                    .map(name -> row(overview.require(name), name))
                    .toList()),
            section(
                "Routes of the API",
                overview.items("routes").stream()
                    .map(route -> row(((Json.Str) route).text(), ""))
                    .toList()));
    return new DeveloperPage(200, "What runs", content);
  }

  private static Html user(User user) {
    List<String> about = new ArrayList<>();
    about.add(user.attributes().getOrDefault("name", ""));
    about.add(user.attributes().getOrDefault("custom:legal_name", ""));
    about.addAll(user.groups());
    about.removeIf(String::isEmpty);
    return row(user.name(), String.join(", ", about));
  }

  private static Html queue(Json.Obj queue) {
    return row(
        queue.require("name"),
        Stream.of("waiting", "inFlight", "delayed", "deadLetters")
            .map(count -> count + " " + queue.find(count).map(Json::toText).orElse("0"))
            .reduce((a, b) -> a + ", " + b)
            .orElse(""));
  }

  private static Html schedule(Json.Obj schedule) {
    return row(schedule.require("name"), "next " + schedule.string("next").orElse("never"));
  }

  private static Html section(String title, List<Html> rows) {
    return element(
        "section",
        element("h2", text(title)),
        element("ul", Attribute.of("class", "list"), Html.all(rows)));
  }

  private static Html row(String first, String about) {
    return element("li", text(first), element("p", text(about)));
  }

  private static Html link(String address, String label, String about) {
    return element(
        "li",
        element("a", Attribute.href(URI.create(address)), text(label)),
        element("p", text(about)));
  }
}
