package io.customerconnect.functions.buyer.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.phrase;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.domain.party.Language;
import io.customerconnect.functions.buyer.page.DecisionView.Answered;
import io.customerconnect.functions.buyer.page.DecisionView.Ended;
import io.customerconnect.functions.buyer.page.DecisionView.Ending;
import io.customerconnect.functions.buyer.page.DecisionView.Forwarded;
import io.customerconnect.functions.buyer.page.DecisionView.InvalidLink;
import io.customerconnect.functions.buyer.page.DecisionView.Open;
import io.customerconnect.functions.buyer.page.DecisionView.Telling;
import io.customerconnect.functions.buyer.page.DecisionView.UnderReview;
import io.customerconnect.functions.buyer.page.DecisionView.Withdrawn;
import io.customerconnect.mail.Answer;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page that a buyer's contact opens from a mail, as HTML. It runs no script and loads nothing;
 * what is in it comes from a view, and nothing is looked up. Forms are sent to the page's own
 * address with the fields of {@link Field}.
 */
public final class DecisionPage {
  /** The query parameter that asks for a language by its tag, as the links on the page do. */
  public static final String LANGUAGE_PARAMETER = "lang";

  private DecisionPage() {}

  /**
   * The headers that the page is to be sent with; names are in lower case. The policy lets a
   * browser use the page's own style and nothing else, and send its forms to where it came from;
   * its address, which is as good as a key, is told to nobody and kept nowhere.
   */
  public static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "text/html; charset=utf-8");
    headers.put(
        "content-security-policy",
        "default-src 'none'; style-src "
            + PageStyle.SHEET.cspSource()
            + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    headers.put("referrer-policy", "no-referrer");
    headers.put("cache-control", "no-store");
    headers.put("x-content-type-options", "nosniff");
    headers.put("x-frame-options", "DENY");
    headers.put("x-robots-tag", "noindex");
    headers.put("strict-transport-security", "max-age=31536000");
    return headers;
  }

  /** The HTTP status that goes with a view. */
  public static int status(DecisionView view) {
    return switch (view) {
      case Open open -> open.mistakes().isEmpty() ? 200 : 400;
      case Answered(_, Answer.Expired _, _, _) -> 410;
      case Answered _, Forwarded _, UnderReview _, Ending _ -> 200;
      case Ended(_, _, Telling telling) when telling == Telling.JUST_NOW -> 200;
      case Withdrawn _, Ended _ -> 410;
      case InvalidLink _ -> 404;
    };
  }

  /** The whole page in a language. */
  public static String render(DecisionView view, Language language) {
    Texts texts = Texts.in(language);
    Section section =
        view instanceof Open open
            ? new OpenSection(open, texts).section()
            : new ResultSection(texts).of(view);
    return document(texts, section);
  }

  /** A page of this make. */
  static String document(Texts texts, Section section) {
    return Html.document(texts.language(), head(section.title()), body(texts, section.content()));
  }

  /** What stands between the page's header and footer, and the title of the browser's window. */
  record Section(String title, Html content) {}

  private static Html head(String title) {
    return element(
        "head",
        element("meta", Attribute.of("charset", "utf-8")),
        element(
            "meta",
            Attribute.of("name", "viewport"),
            Attribute.of("content", "width=device-width, initial-scale=1")),
        element("title", text(title + " - CustomerConnect")),
        Html.style(PageStyle.SHEET));
  }

  private static Html body(Texts texts, Html content) {
    return element(
        "body",
        element(
            "a",
            Attribute.of("class", "skip"),
            Attribute.href(URI.create("#main")),
            text(texts.plain(TextKey.PAGE_SKIP))),
        element(
            "header",
            element("p", Attribute.of("class", "brand"), text("CustomerConnect")),
            languages(texts)),
        element("main", Attribute.of("id", "main"), Attribute.of("tabindex", "-1"), content),
        element("footer", element("p", phrase(texts.phrase(TextKey.ASK_NETWORK)))));
  }

  private static Html languages(Texts texts) {
    List<Html> links = new ArrayList<>();
    for (Language other : Language.values()) {
      if (other != texts.language()) {
        links.add(
            element(
                "li",
                element(
                    "a",
                    Attribute.href(inLanguage(other)),
                    Attribute.of("lang", other.tag()),
                    Attribute.of("hreflang", other.tag()),
                    text(Texts.in(other).plain(TextKey.PAGE_LANGUAGE_NAME)))));
      }
    }
    return element(
        "nav",
        Attribute.of("aria-label", texts.plain(TextKey.PAGE_LANGUAGES)),
        element("ul", Html.all(links)));
  }

  /** This page in a language. */
  static URI inLanguage(Language language) {
    return URI.create("?" + LANGUAGE_PARAMETER + "=" + language.tag());
  }
}
