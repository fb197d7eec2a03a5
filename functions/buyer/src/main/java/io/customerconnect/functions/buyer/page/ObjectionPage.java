package io.customerconnect.functions.buyer.page;

import static io.customerconnect.mail.html.Html.element;
import static io.customerconnect.mail.html.Html.phrase;
import static io.customerconnect.mail.html.Html.text;

import io.customerconnect.domain.party.Language;
import io.customerconnect.functions.buyer.page.DecisionPage.Section;
import io.customerconnect.mail.Customer;
import io.customerconnect.mail.Fact;
import io.customerconnect.mail.Supplier;
import io.customerconnect.mail.html.Attribute;
import io.customerconnect.mail.html.Html;
import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;

/**
 * The page where somebody says that a connection is not right (P30), of the same make as the {@link
 * DecisionPage}. Only its button changes anything.
 */
public final class ObjectionPage {
  /** What the page's button says that it is. */
  public static final String OBJECT = "object";

  private ObjectionPage() {}

  /** The HTTP status that goes with a view. */
  public static int status(ObjectionView view) {
    return switch (view) {
      case ObjectionView.Open _, ObjectionView.Objected _ -> 200;
      case ObjectionView.Settled _ -> 410;
      case ObjectionView.InvalidLink _ -> 404;
    };
  }

  /** The whole page in a language. */
  public static String render(ObjectionView view, Language language) {
    Texts texts = Texts.in(language);
    return DecisionPage.document(texts, section(view, texts));
  }

  private static Section section(ObjectionView view, Texts texts) {
    return switch (view) {
      case ObjectionView.Open(Customer customer, Supplier supplier, var vendorNumber) ->
          section(
              texts,
              TextKey.PAGE_OBJECT_TITLE,
              element(
                  "p",
                  phrase(
                      texts.phrase(
                          TextKey.PAGE_OBJECT_TEXT,
                          supplierArg(supplier),
                          customerArg(customer),
                          Arg.of("number", Shown.line(vendorNumber.value(), Shown.NAME))))),
              Facts.list(Fact.of(supplier, texts)),
              element("p", text(texts.plain(TextKey.PAGE_OBJECT_EXPLANATION))),
              element(
                  "form",
                  Attribute.of("method", "post"),
                  Attribute.action(DecisionPage.inLanguage(texts.language())),
                  element(
                      "button",
                      Attribute.of("class", "first"),
                      Attribute.of("name", Field.DECISION.formName()),
                      Attribute.of("value", OBJECT),
                      text(texts.plain(TextKey.PAGE_OBJECT_BUTTON)))));
      case ObjectionView.Objected(Customer customer, Supplier supplier) ->
          told(texts, TextKey.PAGE_OBJECTED_TITLE, TextKey.PAGE_OBJECTED_TEXT, supplier, customer);
      case ObjectionView.Settled(Customer customer, Supplier supplier) ->
          told(texts, TextKey.PAGE_SETTLED_TITLE, TextKey.PAGE_SETTLED_TEXT, supplier, customer);
      case ObjectionView.InvalidLink _ ->
          section(
              texts,
              TextKey.PAGE_INVALID_TITLE,
              element("p", text(texts.plain(TextKey.PAGE_INVALID_TEXT))));
    };
  }

  private static Section told(
      Texts texts, TextKey title, TextKey content, Supplier supplier, Customer customer) {
    return section(
        texts,
        title,
        element("p", phrase(texts.phrase(content, supplierArg(supplier), customerArg(customer)))));
  }

  private static Section section(Texts texts, TextKey titleKey, Html... content) {
    String title = texts.plain(titleKey);
    return new Section(
        title,
        element(
            "section",
            Attribute.of("class", "sheet"),
            element("h1", text(title)),
            Html.all(content)));
  }

  private static Arg supplierArg(Supplier supplier) {
    return Arg.strong("supplier", Shown.line(supplier.company().legalName(), Shown.NAME));
  }

  private static Arg customerArg(Customer customer) {
    return Arg.of("customer", Shown.line(customer.name(), Shown.NAME));
  }
}
