package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.Language;
import io.customerconnect.local.Options;
import io.customerconnect.local.Stack;
import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.local.user.User;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import io.customerconnect.portal.stories.Books.Booked;
import io.customerconnect.portal.stories.Books.Customer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * A supplier's user in front of the portal, with an account of its own. What it reads and presses
 * is named by the keys of the portal's texts, and read in the user's language.
 */
final class Portal implements AutoCloseable {
  private static final Pattern TICKET = Pattern.compile("CC-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");

  private final Browser browser;
  private final Words words;
  private final User user;

  private Portal(Browser browser, Words words, User user) {
    this.browser = browser;
    this.words = words;
    this.user = user;
  }

  /** The one stack that all stories are told on; every story has a supplier of its own. */
  static Stack stack() {
    return Running.STACK;
  }

  private static final class Running {
    static final Stack STACK = Stack.start(Options.forTests());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(STACK::close));
    }
  }

  /** A customer's file comes, and all that follows from it. */
  static void deliver(String key, String file) {
    try {
      stack().deliver(key, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(stack().settle()).as("all that follows has happened").isTrue();
  }

  /** A supplier whose company's data are complete, before it has signed in. */
  static Portal ofSupplier(Way way) {
    return ofSupplier(way.look(), way.hand());
  }

  /** Such a supplier in front of another screen. */
  static Portal ofSupplier(Look look) {
    return ofSupplier(look, Hand.MOUSE);
  }

  private static Portal ofSupplier(Look look, Hand hand) {
    return of(
        look,
        hand,
        Map.of(
            "address", "Werkstraße 3, 20457 Hamburg",
            "custom:legal_name", "Nadelstich Textil GmbH",
            "custom:country", "DE",
            "custom:vat_id", "DE999999974"));
  }

  /** A supplier that has signed up with nothing but a mail address. */
  static Portal ofNewcomer(Way way) {
    return of(way.look(), way.hand(), Map.of());
  }

  /** One of the network's support staff. */
  static Portal ofSupport(Way way) {
    return of(way.look(), way.hand(), Map.of(), "support");
  }

  /** One of them in front of another screen. */
  static Portal ofSupport(Look look) {
    return of(look, Hand.MOUSE, Map.of(), "support");
  }

  private static Portal of(Look look, Hand hand, Map<String, String> company, String... groups) {
    User user = signUp(look.language(), company, groups);
    return new Portal(Browser.start(look, hand), Words.of(look.language()), user);
  }

  private static User signUp(Language language, Map<String, String> company, String... groups) {
    String name = "user-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> attributes = new HashMap<>(company);
    attributes.put("email", name + "@nadelstich.example");
    attributes.put("name", "Nora Nadel");
    attributes.put("locale", language.tag());
    User user = User.of(name, attributes, groups);
    stack().users().signUp(user);
    return user;
  }

  Browser browser() {
    return browser;
  }

  String say(String key, String... values) {
    return words.say(key, values);
  }

  Language language() {
    return words.language();
  }

  User user() {
    return user;
  }

  /** Comes to the portal and signs in at the sign-in page. */
  Portal signIn() {
    browser.open(stack().address() + "/");
    browser.press(say("welcome.action"));
    chooseUser();
    browser.seeHeading(say("home.greeting", "Nora Nadel"));
    return this;
  }

  /** On the sign-in page. */
  void chooseUser() {
    chooseUser(user);
  }

  /** Someone of another company. */
  User another() {
    return signUp(language(), Map.of());
  }

  /** On the sign-in page, someone else. */
  void chooseUser(User chosen) {
    browser.pressThe("button[data-user='" + chosen.name() + "']");
  }

  /** The token of the sign-in is of no use any more; with what it can be renewed by, or without. */
  void expireSignIn(Renewal renewal) {
    String expired =
        stack().issuer().token(user.claims(), stack().audience(), Duration.ofMinutes(-5));
    browser.run(
        "const kept = arguments[1] ? JSON.parse(sessionStorage.getItem('sign-in.tokens')) : {};"
            + "sessionStorage.setItem('sign-in.tokens',"
            + " JSON.stringify({...kept, idToken: arguments[0]}));",
        expired,
        renewal == Renewal.POSSIBLE);
  }

  /** Whether a sign-in can be renewed without the user. */
  enum Renewal {
    POSSIBLE,
    IMPOSSIBLE
  }

  /** Goes to a page by its address. */
  void go(String address) {
    browser.open(stack().address() + "/#/" + address);
    browser.find("portal-shell[shows='#/" + address + "']");
    browser.settle();
  }

  /** Where the page is, as {@link #go} takes it. */
  String address() {
    String url = browser.url();
    return url.substring(url.indexOf("#/") + 2);
  }

  void press(String key) {
    browser.press(say(key));
  }

  void see(String key, String... values) {
    browser.see(say(key, values));
  }

  void seeHeading(String key, String... values) {
    browser.seeHeading(say(key, values));
  }

  /** Opens a menu and presses an item of it. */
  void menu(String menu, String item) {
    press(menu);
    press(item);
  }

  /** Types into the search field of the page, and waits for the result that has this name. */
  void search(String typed, String result) {
    browser.typeInto("input[role=combobox]", typed);
    browser.find("[role=option]", result);
  }

  /** Chooses a result of the search. */
  void choose(String result) {
    browser.press("[role=option]", result);
  }

  /** The ticket number that the page shows first, outside its menus. */
  String ticketNumber() {
    return TICKET
        .matcher(browser.find("main").getText())
        .results()
        .map(match -> match.group())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no ticket number in:\n" + browser.text()));
  }

  /** The mail that asks the customer about this supplier; once all that follows has happened. */
  ReceivedMail mailAbout(String ticketNumber) {
    return mail(ticketNumber, Portal::isDecision);
  }

  /** The mail that tells the customer of a connection under this number, and takes an objection. */
  ReceivedMail warningAbout(String vendorNumber) {
    return mail(vendorNumber, Portal::isObjection);
  }

  private static ReceivedMail mail(String said, Predicate<URI> link) {
    assertThat(stack().settle()).as("all that follows has happened").isTrue();
    List<ReceivedMail> mails =
        stack().mails().mails().stream()
            .filter(mail -> mail.text().orElse("").contains(said))
            .filter(mail -> mail.links().stream().anyMatch(link))
            .toList();
    assertThat(mails).as("mails about " + said).isNotEmpty();
    return mails.getLast();
  }

  /** Searches for a customer and has it asked; the ticket's number. */
  String ask(String customer) {
    go("");
    search(customer, customer);
    choose(customer);
    press("connect.action");
    see("outcome.customer-asked", customer);
    return ticketNumber();
  }

  /** The customer confirms, under its own number for this supplier. */
  void confirmAsCustomer(String ticketNumber, String vendorNumber) {
    Texts texts = Texts.in(language());
    openAsCustomer(mailAbout(ticketNumber));
    fill("vendorNumber", vendorNumber);
    browser.press("button", texts.plain(TextKey.PAGE_CONFIRM_BUTTON));
    browser.seeHeading(texts.plain(TextKey.PAGE_CONFIRMED_TITLE));
  }

  /** Searches for a customer whose books can be asked, and comes to the first step. */
  void beginChallenge(Customer customer) {
    search(customer.title(), customer.title());
    see("outlook.challenge");
    choose(customer.title());
    press("connect.action");
    browser.find("input[name='invoiceNumber']");
  }

  /** Answers the first step by an invoice of the books, and comes to the second. */
  Booked answerStepOne(Books books) {
    Booked first = books.middle();
    fill("invoiceNumber", first.number());
    answer(0, first);
    press("challenge.action");
    browser.find(".form h2");
    return first;
  }

  /** Answers both steps from the books; the invoices that the second one has asked about. */
  List<Booked> prove(Books books) {
    Booked first = answerStepOne(books);
    List<Booked> asked =
        browser.driver().findElements(By.cssSelector(".form h2")).stream()
            .map(WebElement::getText)
            .map(
                question ->
                    books.find(
                        invoice -> question.equals(say("challenge.invoice", invoice.number()))))
            .toList();
    assertThat(asked).doesNotContain(first);
    for (int place = 0; place < asked.size(); place++) {
      answer(place, asked.get(place));
    }
    press("challenge.action");
    return asked;
  }

  /**
   * Types the date and the amount of an invoice.
   *
   * @param place of the invoice among those that are asked about
   */
  void answer(int place, Booked invoice) {
    fill("date-" + place, invoice.date());
    fill("amount-" + place, invoice.amount());
  }

  /** Reads the page again. */
  void reload() {
    browser.driver().navigate().refresh();
    browser.find("portal-shell[shows]");
    browser.settle();
  }

  /** Chooses in a list by the option's value. */
  void select(String key, String value) {
    browser.choose(say(key), value);
  }

  void type(String key, String text) {
    browser.type(say(key), text);
  }

  /** The customer opens the link of its mail, in this browser's window. */
  void openAsCustomer(ReceivedMail mail) {
    URI link =
        mail.links().stream()
            .filter(each -> isDecision(each) || isObjection(each))
            .findFirst()
            .orElseThrow();
    browser.open(link + (link.toString().contains("?") ? "&" : "?") + "lang=" + language().tag());
  }

  private static boolean isDecision(URI link) {
    return link.getPath().contains("/decisions/");
  }

  private static boolean isObjection(URI link) {
    return link.getPath().contains("/objections/");
  }

  /** Fills a field by its name in the form. */
  void fill(String field, String text) {
    browser.fill(field, text);
  }

  /** What must hold of a page whatever it says at this moment (P43). */
  void isFitForAll() {
    assertThat(browser.hindrances())
        .as("hindrances on a page that says:\n" + browser.text())
        .isEmpty();
  }

  /** What must hold at the end of every story. */
  void leftNothingBehind() {
    isFitForAll();
    assertThat(browser.complaints()).as("complaints of the console").isEmpty();
    assertThat(browser.network("requestWillBeSent"))
        .extracting(request -> request.object("request").require("url"))
        .as("requests that leave the host")
        .allMatch(url -> url.matches("(http://(127\\.0\\.0\\.1|localhost):|data:).*"));
  }

  @Override
  public void close() {
    browser.close();
  }
}
