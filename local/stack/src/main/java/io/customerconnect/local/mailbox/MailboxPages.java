package io.customerconnect.local.mailbox;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.local.page.DeveloperPage;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The mailbox as pages. */
final class MailboxPages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MailboxPages() {}

  /** All mails, newest first. */
  static DeveloperPage list(List<ReceivedMail> mails) {
    Html content =
        mails.isEmpty()
            ? element("p", text("No mails yet. What the functions send arrives here."))
            : element(
                "ul",
                Attribute.of("class", "list"),
                Html.all(mails.reversed().stream().map(MailboxPages::row).toList()));
    String title = "Mailbox (" + mails.size() + ")";
    return page(200, title, element("h1", text(title)), content);
  }

  /** One mail: its head, its links, both of its parts, its other headers. */
  static DeveloperPage one(ReceivedMail mail) {
    List<Html> content = new ArrayList<>();
    content.add(element("h1", isolated(mail.subject())));
    content.add(
        element(
            "dl",
            fact("From", isolated(mail.from())),
            fact("To", isolated(String.join(", ", mail.to()))),
            fact("Sent", text(time(mail.time())))));
    if (!mail.links().isEmpty()) {
      content.add(section("Links", links(mail)));
    }
    mail.html()
        .ifPresent(
            _ ->
                content.add(
                    section(
                        "As HTML",
                        Html.sandboxedFrame("The mail as HTML", address(mail, "/html")))));
    mail.text()
        .ifPresent(
            lines ->
                content.add(
                    section("As text", element("pre", isolated(lines.replace("\r\n", "\n"))))));
    content.add(section("Headers and tags", element("dl", Html.all(details(mail)))));
    return page(200, mail.subject(), content.toArray(Html[]::new));
  }

  static DeveloperPage notFound() {
    return page(
        404,
        "No such mail",
        element("h1", text("No such mail")),
        element("p", text("The mailbox keeps the newest mails only, and none after a restart.")));
  }

  private static DeveloperPage page(int status, String title, Html... content) {
    return new DeveloperPage(
        status, title, element("section", Attribute.of("class", "sheet"), Html.all(content)));
  }

  private static Html row(ReceivedMail mail) {
    return element(
        "li",
        element("a", Attribute.href(address(mail, "")), isolated(mail.subject())),
        element(
            "div",
            Attribute.of("class", "split"),
            element("p", text("to "), isolated(String.join(", ", mail.to()))),
            element("p", text(time(mail.time())))));
  }

  private static Html links(ReceivedMail mail) {
    List<Html> links = new ArrayList<>();
    for (URI link : mail.links()) {
      links.add(
          element(
              "li",
              element(
                  "a",
                  Attribute.href(link),
                  Attribute.of("rel", "noreferrer"),
                  text(link.toString()))));
    }
    return element("ul", Html.all(links));
  }

  private static List<Html> details(ReceivedMail mail) {
    List<Html> details = new ArrayList<>();
    details.add(fact("Message id", text(mail.id())));
    mail.configurationSet().ifPresent(set -> details.add(fact("Configuration set", text(set))));
    mail.tags().forEach(tag -> details.add(fact("Tag " + tag.name(), isolated(tag.value()))));
    mail.headers().forEach(header -> details.add(fact(header.name(), isolated(header.value()))));
    return details;
  }

  private static Html section(String title, Html content) {
    return element("section", element("h2", text(title)), content);
  }

  private static Html fact(String name, Html value) {
    return element("div", element("dt", text(name)), element("dd", value));
  }

  /** What others wrote must not turn the direction of what stands beside it. */
  private static Html isolated(String characters) {
    return element("bdi", text(characters));
  }

  private static URI address(ReceivedMail mail, String part) {
    return URI.create(
        "/local/mailbox/" + URLEncoder.encode(mail.id(), StandardCharsets.UTF_8) + part);
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
