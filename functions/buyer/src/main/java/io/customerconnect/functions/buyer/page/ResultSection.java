package io.customerconnect.functions.buyer.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.phrase;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.functions.buyer.page.DecisionPage.Section;
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
import io.customerconnect.mail.Fact;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Dates;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What became of the question. */
final class ResultSection {
  private final Texts texts;
  private final Forms forms;

  ResultSection(Texts texts) {
    this.texts = texts;
    this.forms = new Forms(texts);
  }

  Section of(DecisionView view) {
    return switch (view) {
      case Open _ -> throw new IllegalArgumentException("There is no result yet");
      case Answered answered -> answered(answered);
      case Forwarded(Question question, var colleague, Telling telling) ->
          section(
              TextKey.PAGE_FORWARDED_TITLE,
              again(telling),
              paragraph(TextKey.PAGE_FORWARDED_TEXT, Arg.strong("colleague", colleague.value())),
              Facts.list(parties(question)));
      case Withdrawn(Question question, Instant at) ->
          section(
              TextKey.PAGE_WITHDRAWN_TITLE,
              paragraph(TextKey.PAGE_WITHDRAWN_TEXT, supplier(question), customer(question)),
              Facts.list(dated(question, at)));
      case UnderReview(Question question, Instant at) ->
          section(
              TextKey.PAGE_REVIEWED_TITLE,
              paragraph(TextKey.PAGE_REVIEWED_TEXT, supplier(question), customer(question)),
              Facts.list(dated(question, at)),
              end(question));
      case Ending(Question question) ->
          section(
              TextKey.PAGE_ENDING_TITLE,
              paragraph(TextKey.PAGE_ENDING_TEXT, supplier(question), customer(question)),
              Facts.list(parties(question)),
              forms.form(forms.firstButton(Choice.END_FOR_GOOD, TextKey.PAGE_ENDING_BUTTON)),
              element(
                  "p",
                  element(
                      "a",
                      Attribute.href(DecisionPage.inLanguage(texts.language())),
                      text(texts.plain(TextKey.PAGE_ENDING_BACK)))));
      case Ended(Question question, Instant at, Telling telling) ->
          section(
              TextKey.PAGE_ENDED_TITLE,
              paragraph(
                  telling == Telling.JUST_NOW
                      ? TextKey.PAGE_ENDED_NOW_TEXT
                      : TextKey.PAGE_ENDED_TEXT,
                  supplier(question),
                  customer(question)),
              Facts.list(dated(question, at)));
      case InvalidLink _ ->
          section(TextKey.PAGE_INVALID_TITLE, paragraph(TextKey.PAGE_INVALID_TEXT));
    };
  }

  private Section answered(Answered view) {
    Question question = view.question();
    List<Fact> facts = dated(question, view.at());
    return switch (view.answer()) {
      case Answer.Confirmed(Set<VendorNumber> vendorNumbers) -> {
        add(facts, TextKey.PAGE_VENDOR_NUMBER, lines(vendorNumbers));
        yield result(view, TextKey.PAGE_CONFIRMED_TITLE, TextKey.PAGE_CONFIRMED_TEXT, facts);
      }
      case Answer.Proved(Set<VendorNumber> vendorNumbers) -> {
        add(facts, TextKey.PAGE_VENDOR_NUMBER, lines(vendorNumbers));
        yield result(view, TextKey.PAGE_PROVED_TITLE, TextKey.PAGE_PROVED_TEXT, facts);
      }
      case Answer.Approved(Set<VendorNumber> vendorNumbers, String reason) -> {
        add(facts, TextKey.PAGE_VENDOR_NUMBER, lines(vendorNumbers));
        add(facts, TextKey.PAGE_REASON, lines(reason));
        yield result(view, TextKey.PAGE_APPROVED_TITLE, TextKey.PAGE_APPROVED_TEXT, facts);
      }
      case Answer.Rejected(String reason) -> {
        add(facts, TextKey.PAGE_REASON, lines(reason));
        yield result(view, TextKey.PAGE_REJECTED_TITLE, TextKey.PAGE_REJECTED_TEXT, facts);
      }
      case Answer.Declined(String reason) -> {
        add(facts, TextKey.PAGE_REASON, lines(reason));
        yield result(view, TextKey.PAGE_DECLINED_TITLE, TextKey.PAGE_DECLINED_TEXT, facts);
      }
      case Answer.NotOurSupplier(String reason) -> {
        add(facts, TextKey.PAGE_REASON, lines(reason));
        yield result(view, TextKey.PAGE_NOT_OURS_TITLE, TextKey.PAGE_NOT_OURS_TEXT, facts);
      }
      case Answer.Expired() ->
          section(
              TextKey.PAGE_EXPIRED_TITLE,
              paragraph(TextKey.PAGE_EXPIRED_TEXT, supplier(question)),
              Facts.list(facts));
    };
  }

  private Section result(Answered view, TextKey title, TextKey content, List<Fact> facts) {
    return section(
        title,
        again(view.telling()),
        paragraph(content, supplier(view.question()), customer(view.question())),
        Facts.list(facts),
        element("p", Attribute.of("class", "help"), text(texts.plain(TextKey.PAGE_MISTAKEN))),
        view.answer().connects() ? end(view.question()) : Html.NONE);
  }

  /** A way out of a connection, for as long as the link is good. */
  private Html end(Question question) {
    return element(
        "details",
        element("summary", element("h2", text(texts.plain(TextKey.PAGE_END_HEADING)))),
        forms.form(
            paragraph(TextKey.PAGE_END_EXPLANATION, supplier(question)),
            forms.button(Choice.END, TextKey.PAGE_END_BUTTON)));
  }

  private Section section(TextKey titleKey, Html... content) {
    String title = texts.plain(titleKey);
    return new Section(
        title,
        element(
            "section",
            Attribute.of("class", "sheet"),
            element("h1", text(title)),
            Html.all(content)));
  }

  private Html again(Telling telling) {
    return switch (telling) {
      case JUST_NOW -> Html.NONE;
      case AGAIN ->
          element("p", Attribute.of("class", "note"), text(texts.plain(TextKey.PAGE_AGAIN)));
    };
  }

  private List<Fact> parties(Question question) {
    List<Fact> facts = new ArrayList<>();
    add(
        facts,
        TextKey.PAGE_SUPPLIER,
        List.of(Shown.line(question.supplier().company().legalName(), Shown.FULL_NAME)));
    add(
        facts,
        TextKey.FACT_CUSTOMER,
        List.of(Shown.line(question.customer().name(), Shown.FULL_NAME)));
    add(facts, TextKey.FACT_TICKET, List.of(question.ticket().value()));
    return facts;
  }

  private List<Fact> dated(Question question, Instant at) {
    List<Fact> facts = parties(question);
    add(
        facts,
        TextKey.PAGE_DATE,
        List.of(new Dates(texts, question.customer().country()).moment(at)));
    return facts;
  }

  private void add(List<Fact> facts, TextKey label, List<String> lines) {
    if (!lines.isEmpty()) {
      facts.add(new Fact(texts.plain(label), lines));
    }
  }

  private static List<String> lines(Set<VendorNumber> vendorNumbers) {
    return vendorNumbers.stream()
        .map(number -> Shown.line(number.value(), Shown.NAME))
        .sorted()
        .toList();
  }

  private static List<String> lines(String reason) {
    return Shown.lines(reason, Shown.TEXT).lines().toList();
  }

  private Html paragraph(TextKey key, Arg... args) {
    return element("p", phrase(texts.phrase(key, args)));
  }

  private static Arg supplier(Question question) {
    return Arg.strong(
        "supplier", Shown.line(question.supplier().company().legalName(), Shown.NAME));
  }

  private static Arg customer(Question question) {
    return Arg.of("customer", Shown.line(question.customer().name(), Shown.NAME));
  }
}
