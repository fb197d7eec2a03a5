package io.customerconnect.functions.buyer.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.phrase;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.functions.buyer.page.DecisionPage.Section;
import io.customerconnect.mail.Fact;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.html.Part;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Dates;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The question with a form for each answer. */
final class OpenSection {
  private final DecisionView.Open view;
  private final Texts texts;
  private final Forms forms;
  private final String supplierName;
  private final String customerName;

  OpenSection(DecisionView.Open view, Texts texts) {
    this.view = view;
    this.texts = texts;
    this.forms = new Forms(texts);
    Question question = view.question();
    this.supplierName = Shown.line(question.supplier().company().legalName(), Shown.NAME);
    this.customerName = Shown.line(question.customer().name(), Shown.NAME);
  }

  Section section() {
    String title = texts.plain(TextKey.ASK_TITLE);
    return new Section(
        view.mistakes().isEmpty()
            ? title
            : texts.plain(TextKey.PAGE_MISTAKES_TITLE, Arg.of("title", title)),
        Html.all(mistakes(), introduction(title), supplierData(), confirm(), others()));
  }

  private Html introduction(String title) {
    Question question = view.question();
    String deadline = new Dates(texts, question.customer().country()).moment(question.answerBy());
    return sheet(
        element("h1", text(title)),
        paragraph(
            TextKey.PAGE_OPEN_INTRO,
            Arg.strong("supplier", supplierName),
            Arg.of("customer", customerName),
            Arg.strong("deadline", deadline)),
        paragraph(TextKey.PAGE_OPEN_SILENCE),
        element(
            "p",
            Attribute.of("class", "help"),
            text(texts.plain(TextKey.FACT_TICKET) + " " + question.ticket())));
  }

  private Html supplierData() {
    return sheet(
        element("h2", text(texts.plain(TextKey.ASK_DATA_HEADING))),
        Facts.list(Fact.of(view.question().supplier(), texts)));
  }

  private Html confirm() {
    return sheet(
        element("h2", text(texts.plain(TextKey.PAGE_CONFIRM_HEADING))),
        paragraph(TextKey.PAGE_CONFIRM_EXPLANATION, supplierArg(), customerArg()),
        forms.form(
            field(
                Field.VENDOR_NUMBER,
                TextKey.PAGE_VENDOR_NUMBER_LABEL,
                Optional.of(TextKey.PAGE_VENDOR_NUMBER_HELP),
                view.entries().vendorNumber(),
                Attribute.of("autocomplete", "off"),
                Attribute.of("spellcheck", "false")),
            forms.firstButton(Choice.CONFIRM, TextKey.PAGE_CONFIRM_BUTTON)));
  }

  private Html others() {
    return sheet(
        element(
            "h2",
            Attribute.of("id", Field.DECISION.formName()),
            Attribute.of("tabindex", "-1"),
            text(texts.plain(TextKey.PAGE_OTHER_HEADING))),
        element(
            "div",
            other(
                Field.REASON,
                TextKey.PAGE_DECLINE_HEADING,
                forms.form(
                    paragraph(TextKey.PAGE_DECLINE_EXPLANATION),
                    reason(),
                    forms.button(Choice.DECLINE, TextKey.PAGE_DECLINE_BUTTON))),
            other(
                Field.DECISION,
                TextKey.PAGE_UNKNOWN_HEADING,
                forms.form(
                    paragraph(TextKey.PAGE_UNKNOWN_EXPLANATION),
                    forms.button(Choice.NOT_OUR_SUPPLIER, TextKey.PAGE_UNKNOWN_BUTTON))),
            other(
                Field.COLLEAGUE_EMAIL,
                TextKey.PAGE_FORWARD_HEADING,
                forms.form(
                    paragraph(TextKey.PAGE_FORWARD_EXPLANATION),
                    field(
                        Field.COLLEAGUE_EMAIL,
                        TextKey.PAGE_COLLEAGUE_LABEL,
                        Optional.empty(),
                        view.entries().colleagueEmail(),
                        Attribute.of("type", "email"),
                        Attribute.of("autocomplete", "off"),
                        Attribute.present("required")),
                    forms.button(Choice.FORWARD, TextKey.PAGE_FORWARD_BUTTON)))));
  }

  /** An answer that is folded away, and open where something is wrong in it. */
  private Html other(Field field, TextKey heading, Html form) {
    Html summary = element("summary", element("h3", text(texts.plain(heading))));
    return mistake(field).isPresent()
        ? element("details", Attribute.present("open"), summary, form)
        : element("details", summary, form);
  }

  private Html field(
      Field field, TextKey label, Optional<TextKey> help, String value, Attribute... more) {
    List<Part> parts = control(field, help);
    parts.addAll(List.of(more));
    parts.add(Attribute.of("value", value));
    return Html.all(labels(field, label, help), element("input", parts));
  }

  private Html reason() {
    Optional<TextKey> help = Optional.of(TextKey.PAGE_REASON_HELP);
    List<Part> parts = control(Field.REASON, help);
    parts.add(Attribute.of("rows", "4"));
    parts.add(Attribute.present("required"));
    parts.add(text(view.entries().reason()));
    return Html.all(
        labels(Field.REASON, TextKey.PAGE_REASON_LABEL, help), element("textarea", parts));
  }

  /** What stands above a control: its label, what is wrong, and what it is for. */
  private Html labels(Field field, TextKey label, Optional<TextKey> help) {
    List<Html> pieces = new ArrayList<>();
    pieces.add(element("label", Attribute.of("for", field.formName()), text(texts.plain(label))));
    help.ifPresent(
        key ->
            pieces.add(
                element(
                    "p",
                    Attribute.of("class", "help"),
                    Attribute.of("id", helpId(field)),
                    text(texts.plain(key)))));
    mistake(field)
        .ifPresent(
            mistake ->
                pieces.add(
                    element(
                        "p",
                        Attribute.of("class", "error"),
                        Attribute.of("id", mistakeId(field)),
                        text(texts.plain(mistake.text())))));
    return Html.all(pieces);
  }

  /** The attributes that tie a control to what stands above it. */
  private List<Part> control(Field field, Optional<TextKey> help) {
    List<Part> parts = new ArrayList<>();
    parts.add(Attribute.of("id", field.formName()));
    parts.add(Attribute.of("name", field.formName()));
    List<String> describedBy = new ArrayList<>();
    if (mistake(field).isPresent()) {
      parts.add(Attribute.of("aria-invalid", "true"));
      describedBy.add(mistakeId(field));
    }
    help.ifPresent(_ -> describedBy.add(helpId(field)));
    if (!describedBy.isEmpty()) {
      parts.add(Attribute.of("aria-describedby", String.join(" ", describedBy)));
    }
    return parts;
  }

  private Html mistakes() {
    if (view.mistakes().isEmpty()) {
      return Html.NONE;
    }
    List<Html> items = new ArrayList<>();
    for (Mistake mistake : view.mistakes()) {
      items.add(
          element(
              "li",
              element(
                  "a",
                  Attribute.href(URI.create("#" + mistake.field().formName())),
                  text(texts.plain(mistake.text())))));
    }
    return element(
        "section",
        Attribute.of("class", "sheet mistakes"),
        Attribute.of("role", "alert"),
        element("h2", text(texts.plain(TextKey.PAGE_MISTAKES_HEADING))),
        element("ul", Html.all(items)));
  }

  private Optional<Mistake> mistake(Field field) {
    return view.mistakes().stream().filter(mistake -> mistake.field() == field).findFirst();
  }

  private static String helpId(Field field) {
    return field.formName() + "-help";
  }

  private static String mistakeId(Field field) {
    return field.formName() + "-mistake";
  }

  private Arg supplierArg() {
    return Arg.of("supplier", supplierName);
  }

  private Arg customerArg() {
    return Arg.of("customer", customerName);
  }

  private static Html sheet(Html... content) {
    return element("section", Attribute.of("class", "sheet"), Html.all(content));
  }

  private Html paragraph(TextKey key, Arg... args) {
    return element("p", phrase(texts.phrase(key, args)));
  }
}
