package io.customerconnect.mail;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.phrase;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.domain.party.Language;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.html.StyleSheet;
import io.customerconnect.mail.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * How a mail's content looks in HTML: tables and inline styles, which every mail program
 * understands; nothing is loaded from anywhere. Programs that know dark mode get colours for it
 * from the style sheet, the others may invert what is there.
 */
final class HtmlLayout {
  private static final String FONT =
      "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;";
  private static final String INK = "color:#1b2430;";

  /** A name or an address without a blank breaks rather than widens the mail. */
  private static final String WRAP = "overflow-wrap:anywhere;word-break:break-word;";

  private static final String MUTED = "color:#55606e;";

  private static final StyleSheet DARK =
      StyleSheet.of(
          """
          :root{color-scheme:light dark}
          @media (prefers-color-scheme:dark){
          .ground{background:#12161c!important}
          .sheet{background:#1b222b!important;border-color:#36404d!important}
          .ink{color:#e8ecf1!important}
          .muted{color:#aab5c2!important}
          .line{border-color:#36404d!important}
          .button{background:#8cc0f5!important}
          .button-text{color:#0d1620!important}
          }
          @media (max-width:480px){
          .sheet-cell{padding:20px 18px!important}
          .label,.value{display:block!important;width:auto!important}
          .label{padding:8px 0 0!important;border-bottom:0!important}
          .value{padding-top:0!important}
          }\
          """);

  private HtmlLayout() {}

  static String render(Language language, String title, List<Block> blocks) {
    Html head =
        element(
            "head",
            element("meta", Attribute.of("charset", "utf-8")),
            element(
                "meta",
                Attribute.of("name", "viewport"),
                Attribute.of("content", "width=device-width, initial-scale=1")),
            element(
                "meta",
                Attribute.of("name", "color-scheme"),
                Attribute.of("content", "light dark")),
            element(
                "meta",
                Attribute.of("name", "supported-color-schemes"),
                Attribute.of("content", "light dark")),
            element("title", text(title)),
            Html.style(DARK));
    return Html.document(language, head, body(blocks));
  }

  private static Html body(List<Block> blocks) {
    List<Html> content = new ArrayList<>();
    for (Block block : blocks) {
      content.add(render(block));
    }
    Html name =
        element(
            "p",
            cssClass("ink"),
            Attribute.style(FONT + INK + "margin:0 0 14px;font-size:15px;font-weight:700;"),
            text("CustomerConnect"));
    Html sheet =
        element(
            "td",
            cssClass("sheet sheet-cell line"),
            Attribute.of("bgcolor", "#ffffff"),
            Attribute.style(
                "padding:28px 32px;background:#ffffff;border:1px solid #d5dae1;"
                    + "border-radius:6px;"),
            Html.all(content));
    return element(
        "body",
        cssClass("ground"),
        Attribute.style("margin:0;padding:0;background:#f3f5f8;"),
        table(
            Attribute.of("width", "100%"),
            Attribute.of("bgcolor", "#f3f5f8"),
            element(
                "td",
                cssClass("ground"),
                Attribute.of("align", "center"),
                Attribute.style("padding:24px 12px;"),
                table(
                    Attribute.of("width", "600"),
                    Attribute.style(
                        "width:100%;max-width:600px;table-layout:fixed;text-align:left;"),
                    element("td", Attribute.style("padding:0 2px;"), name),
                    sheet))));
  }

  /** A table for layout only, with one cell per row. */
  private static Html table(Attribute width, Attribute second, Html... cells) {
    List<Html> rows = new ArrayList<>();
    for (Html cell : cells) {
      rows.add(element("tr", cell));
    }
    return element(
        "table",
        Attribute.of("role", "presentation"),
        Attribute.of("cellpadding", "0"),
        Attribute.of("cellspacing", "0"),
        Attribute.of("border", "0"),
        width,
        second,
        element("tbody", Html.all(rows)));
  }

  private static Html render(Block block) {
    return switch (block) {
      case Block.Title(Phrase phrase) ->
          element(
              "h1",
              cssClass("ink"),
              Attribute.style(
                  FONT
                      + INK
                      + WRAP
                      + "margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600;"),
              phrase(phrase));
      case Block.Heading(Phrase phrase) ->
          element(
              "h2",
              cssClass("ink"),
              Attribute.style(
                  FONT
                      + INK
                      + WRAP
                      + "margin:26px 0 8px;font-size:16px;line-height:1.4;font-weight:600;"),
              phrase(phrase));
      case Block.Paragraph(Phrase phrase) ->
          element(
              "p",
              cssClass("ink"),
              Attribute.style(
                  FONT + INK + WRAP + "margin:0 0 14px;font-size:15px;line-height:1.55;"),
              phrase(phrase));
      case Block.Note(Phrase phrase) ->
          element(
              "p",
              cssClass("muted"),
              Attribute.style(
                  FONT + MUTED + WRAP + "margin:16px 0 0;font-size:13px;line-height:1.5;"),
              phrase(phrase));
      case Block.Quote(List<String> lines) ->
          element(
              "p",
              cssClass("ink line"),
              Attribute.style(
                  FONT
                      + INK
                      + "margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #b9c2cd;"
                      + "font-size:15px;line-height:1.55;"
                      + WRAP),
              Html.lines(lines));
      case Block.Facts(List<Fact> facts) -> facts(facts);
      case Block.Button button -> button(button);
    };
  }

  private static Html facts(List<Fact> facts) {
    List<Html> rows = new ArrayList<>();
    for (Fact fact : facts) {
      rows.add(
          element(
              "tr",
              element(
                  "th",
                  cssClass("label muted line"),
                  Attribute.of("scope", "row"),
                  Attribute.of("align", "left"),
                  Attribute.of("valign", "top"),
                  Attribute.of("width", "34%"),
                  Attribute.style(
                      FONT
                          + MUTED
                          + "padding:8px 14px 8px 0;border-bottom:1px solid #e3e7ec;"
                          + "font-size:14px;line-height:1.45;font-weight:400;text-align:left;"
                          + WRAP),
                  text(fact.label())),
              element(
                  "td",
                  cssClass("value ink line"),
                  Attribute.of("valign", "top"),
                  Attribute.style(
                      FONT
                          + INK
                          + "padding:8px 0;border-bottom:1px solid #e3e7ec;"
                          + "font-size:15px;line-height:1.45;"
                          + WRAP),
                  Html.lines(fact.lines()))));
    }
    return element(
        "table",
        Attribute.of("cellpadding", "0"),
        Attribute.of("cellspacing", "0"),
        Attribute.of("border", "0"),
        Attribute.of("width", "100%"),
        cssClass("line"),
        Attribute.style("margin:0 0 20px;border-top:1px solid #e3e7ec;table-layout:fixed;"),
        element("tbody", Html.all(rows)));
  }

  private static Html button(Block.Button button) {
    return element(
        "table",
        Attribute.of("role", "presentation"),
        Attribute.of("cellpadding", "0"),
        Attribute.of("cellspacing", "0"),
        Attribute.of("border", "0"),
        Attribute.style("margin:6px 0 20px;"),
        element(
            "tbody",
            element(
                "tr",
                element(
                    "td",
                    cssClass("button"),
                    Attribute.of("bgcolor", "#0b4f8a"),
                    Attribute.style("background:#0b4f8a;border-radius:5px;"),
                    element(
                        "a",
                        cssClass("button-text"),
                        Attribute.href(button.target()),
                        Attribute.style(
                            FONT
                                + "display:inline-block;padding:13px 26px;font-size:16px;"
                                + "font-weight:600;color:#ffffff;text-decoration:none;"),
                        text(button.label()))))));
  }

  private static Attribute cssClass(String names) {
    return Attribute.of("class", names);
  }
}
