package io.customerconnect.portal.stories;

import io.customerconnect.lambda.Json;
import io.customerconnect.portal.stories.Look.Light;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser with one window, in which everything that is looked for is waited for. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Pattern REFUSED = Pattern.compile("responded with a status of 4(00|09|10)");
  private static final String AXE = read("/axe.min.js");

  private final ChromeDriver driver;
  private final Hand hand;
  private final WebDriverWait wait;
  private final Look look;
  private final List<Json.Obj> requests = new ArrayList<>();

  private Browser(ChromeDriver driver, Hand hand, Look look) {
    this.driver = driver;
    this.hand = hand;
    this.look = look;
    wait = new WebDriverWait(driver, PATIENCE, STEP);
    // What is looked for may vanish while it is looked at, with all of its page.
    wait.ignoring(WebDriverException.class);
  }

  static Browser start(Look look, Hand hand) {
    Chromium chromium = Chromium.find().orElseThrow();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.program().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--lang=" + look.language().tag(),
        // Whatever would leave this machine fails, and is seen among the errors.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", look.language().tag()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .withLogOutput(OutputStream.nullOutputStream())
                .build(),
            options);
    Browser browser = new Browser(driver, hand, look);
    browser.showAsEver();
    return browser;
  }

  /** As the browser was started. */
  void showAsEver() {
    show(look);
  }

  /** Another size of the screen, another preference. */
  void show(Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            look.screen().width(),
            "height",
            look.screen().height(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of(
                    "name",
                    "prefers-color-scheme",
                    "value",
                    look.light() == Light.DARK ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  void open(String url) {
    driver.get(url);
  }

  String url() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  String title() {
    return Objects.requireNonNull(driver.getTitle());
  }

  /** What is visible under this selector. */
  WebElement find(String selector) {
    return await(selector, () -> shown(selector));
  }

  /** The element of this kind whose text, or name for screen readers, begins so. */
  WebElement find(String selector, String name) {
    return await(
        selector + " called " + name,
        () ->
            driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .filter(
                    element ->
                        element.getText().strip().startsWith(name)
                            || name.equals(element.getAccessibleName()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name)));
  }

  /** How many there are at this moment. */
  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  /** Waits until the page says this. */
  void see(String text) {
    await("text: " + text, () -> contains(text) ? text : missing(text));
  }

  /** Waits until this holds. */
  void until(String what, BooleanSupplier holds) {
    await(what, () -> holds.getAsBoolean() ? what : missing(what));
  }

  /** Waits until the heading is this, of a page that stands as a whole. */
  void seeHeading(String text) {
    await(
        "heading: " + text,
        () -> driver.findElement(By.tagName("h1")).getText().equals(text) ? text : missing(text));
    settle();
  }

  /** Waits until nothing is being loaded any more. */
  void settle() {
    await("end of loading", () -> count(".loading") == 0 ? "" : missing("end of loading"));
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  private boolean contains(String text) {
    return text().contains(text);
  }

  /** Presses a link, a button or a menu by what is written on it. */
  void press(String name) {
    press("a, button, summary, [role=option]", name);
  }

  /** Presses what is of this kind by what is written on it. */
  void press(String selector, String name) {
    use("press " + name, () -> named(selector, name), target -> hand.press(driver, target));
  }

  /** Presses the only thing of this kind. */
  void pressThe(String selector) {
    use("press " + selector, () -> shown(selector), target -> hand.press(driver, target));
  }

  private WebElement named(String selector, String name) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .filter(element -> isCalled(element, name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name));
  }

  private WebElement shown(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(selector));
  }

  /** Finds something and uses it; anew where the page has drawn it anew meanwhile. */
  private void use(String what, Supplier<WebElement> find, Consumer<WebElement> use) {
    await(
        what,
        () -> {
          WebElement target = find.get();
          use.accept(target);
          return target;
        });
  }

  /** By what is seen of it, which may go on for screen readers, or by its whole name. */
  private static boolean isCalled(WebElement element, String name) {
    String text = element.getText().strip();
    return text.equals(name)
        || text.startsWith(name + "\n")
        || name.equals(element.getAccessibleName());
  }

  /** Types into a field that is known by its label. */
  void type(String label, String text) {
    use("type into " + label, () -> labelled(label), field -> hand.type(driver, field, text));
  }

  /** Types into a field that is known by its name in the form. */
  void fill(String name, String text) {
    typeInto("[name='" + name + "']", text);
  }

  /** Types into the only field of this kind. */
  void typeInto(String selector, String text) {
    use("type into " + selector, () -> shown(selector), field -> hand.type(driver, field, text));
  }

  /** Chooses an option, by its value, of the list with this label. */
  void choose(String label, String value) {
    use("choose of " + label, () -> labelled(label), list -> hand.choose(driver, list, value));
  }

  /** Ticks the box with this label. */
  void tick(String label) {
    use("tick " + label, () -> labelled(label), box -> hand.tick(driver, box));
  }

  /** By its label, behind which it may say that it can be left empty. */
  WebElement field(String label) {
    return await("field " + label, () -> labelled(label));
  }

  private WebElement labelled(String label) {
    List<WebElement> shown =
        driver.findElements(By.cssSelector("input, textarea, select")).stream()
            .filter(WebElement::isDisplayed)
            .toList();
    return shown.stream()
        .filter(element -> label.equals(element.getAccessibleName()))
        .findFirst()
        .or(
            () ->
                shown.stream()
                    .filter(
                        element -> String.valueOf(element.getAccessibleName()).startsWith(label))
                    .findFirst())
        .orElseThrow(() -> new NoSuchElementException(label));
  }

  /** Presses keys, wherever the focus is. */
  void keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses Tab until the focus is on what is called so. */
  void tabTo(String name) {
    for (int presses = 0; presses < 80; presses++) {
      keys(org.openqa.selenium.Keys.TAB);
      WebElement focused = driver.switchTo().activeElement();
      if (isCalled(focused, name)) {
        return;
      }
    }
    throw new AssertionError("Tab does not lead to " + name);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(
        ((JavascriptExecutor) driver).executeScript(script, arguments), "");
  }

  void offline(Network network) {
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", network == Network.DOWN,
            "latency", 0,
            "downloadThroughput", -1,
            "uploadThroughput", -1));
  }

  /** Whether there is a network. */
  enum Network {
    UP,
    DOWN
  }

  /**
   * What of this page, as it stands, some cannot read (P43), on any screen, in the light and in the
   * dark: what axe-core finds against WCAG 2.2 AA and good practice, and what is too wide.
   */
  List<String> hindrances() {
    List<String> found = new ArrayList<>();
    run(AXE);
    for (Look shown : look.all()) {
      show(shown);
      violations().forEach(violation -> found.add(shown + ": " + violation));
      if (overflow() > 0) {
        found.add(shown + ": too wide by " + overflow() + " pixels");
      }
    }
    showAsEver();
    return found;
  }

  private List<String> violations() {
    Object found =
        Objects.requireNonNull(
            ((JavascriptExecutor) driver)
                .executeAsyncScript(
                    "const done = arguments[arguments.length - 1];"
                        + "axe.run().then(result => done(result.violations.map(rule => rule.id"
                        + " + ': ' + rule.help + ' at '"
                        + " + rule.nodes.map(node => node.target.join(' ')).join(', '))));"));
    return ((List<?>) found).stream().map(Object::toString).toList();
  }

  /** How many pixels the page is wider than the window. */
  private long overflow() {
    return (Long)
        run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
  }

  /**
   * Errors and warnings since the last call, as the console shows them, but for answers that refuse
   * what a story has asked for.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !REFUSED.matcher(message).find())
        .toList();
  }

  /** The events of the network of this kind since the browser was started. */
  List<Json.Obj> network(String event) {
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      Json.Obj message = Json.readObject(entry.getMessage()).object("message");
      if (message.string("method").orElse("").startsWith("Network.")) {
        requests.add(message);
      }
    }
    return requests.stream()
        .filter(message -> message.require("method").equals("Network." + event))
        .map(message -> message.object("params"))
        .toList();
  }

  File screenshot() {
    return driver.getScreenshotAs(OutputType.FILE);
  }

  /** Forgets what the browser has kept of this origin. */
  void forget() {
    run("sessionStorage.clear(); localStorage.clear();");
    driver.manage().deleteAllCookies();
  }

  WebDriver driver() {
    return driver;
  }

  private <T> T await(String what, Supplier<T> look) {
    return wait.withMessage(() -> what + ", on a page that says:\n" + text())
        .until(_ -> look.get());
  }

  private static String missing(String what) {
    throw new NoSuchElementException(what);
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
