package io.customerconnect.portal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.connection.Origin;
import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.Side;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.status.Outlook;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketEvent;
import io.customerconnect.domain.ticket.TicketStatus;
import io.customerconnect.lambda.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The portal's words in every language (P42). */
final class TextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

  /**
   * Any string of a module that looks like a key, and the beginnings of those that are put
   * together.
   */
  private static final Pattern STRING = Pattern.compile("['`]([a-z][A-Za-z]*\\.[^'`]*)['`]");

  private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");

  @Test
  void everyLanguageSaysTheSameThings() {
    Map<String, String> german = Site.texts("de");
    Map<String, String> english = Site.texts("en");

    assertThat(german.keySet()).isEqualTo(english.keySet());
    assertThat(german)
        .allSatisfy(
            (key, text) ->
                assertThat(placeholders(text))
                    .as(key)
                    .isEqualTo(placeholders(english.getOrDefault(key, ""))));
  }

  @Test
  void germanLabelsAreThoseThatUsersKnow() {
    assertThat(Site.texts("de"))
        .containsEntry("home.getStarted", "HEUTE LOSLEGEN")
        .containsEntry("connect.action", "Verbinden")
        .containsEntry("group.show", "Gruppe anzeigen")
        .containsEntry("challenge.action", "Fortfahren")
        .containsEntry("notices.title", "Bitte beachten")
        .containsEntry("notices.viewAll", "ALLE ANZEIGEN")
        .containsEntry("customers.menu", "Kunden")
        .containsEntry("customers.title", "Mit einem Kunden verbinden")
        .containsEntry("relationships.title", "Kundenbeziehungen")
        .containsEntry("invoices.title", "Wann werde ich bezahlt?");
  }

  @Test
  void everyKeyThatIsUsedHasAText() {
    Set<String> keys = Site.texts("en").keySet();

    assertThat(used())
        .allMatch(
            used ->
                used.contains("${")
                    ? keys.stream().anyMatch(key -> pattern(used).matcher(key).matches())
                    : keys.contains(used) || keys.contains(used + ".other"),
            "has a text");
  }

  @Test
  void everyTextIsUsed() {
    Set<String> used = used();
    List<Pattern> patterns =
        used.stream().filter(key -> key.contains("${")).map(TextsTest::pattern).toList();

    assertThat(Site.texts("en").keySet())
        .allMatch(
            key ->
                used.contains(PLURAL.matcher(key).replaceFirst(""))
                    || used.contains(key)
                    || patterns.stream().anyMatch(pattern -> pattern.matcher(key).matches()),
            "is used in a module");
  }

  @ParameterizedTest
  @EnumSource
  void everyWordOfTheApiHasAText(Language language) {
    Set<String> keys = Site.texts(language.tag()).keySet();

    assertThat(keys)
        .containsAll(keys("event.", words(TicketEvent.values())))
        .containsAll(keys("notice.", words(TicketEvent.values())))
        .containsAll(keys("ticket.closed.", words(TicketStatus.Outcome.values())))
        .containsAll(keys("ticket.waiting.", words(Actor.Role.values())))
        .containsAll(keys("ticket.by.", words(Actor.Role.values())))
        .containsAll(keys("relationship.how.", words(Origin.values())))
        .containsAll(keys("relationship.endedBy.", words(Side.values())))
        .containsAll(keys("status.", Arrays.stream(ResponseCode.values()).map(ResponseCode::code)))
        .containsAll(keys("reason.", Arrays.stream(StatusReason.values()).map(StatusReason::code)))
        .containsAll(keys("action.", Arrays.stream(StatusAction.values()).map(StatusAction::code)))
        .containsAll(
            keys("feed.reason.", Arrays.stream(Reject.Reason.values()).map(Reject.Reason::code)))
        .containsAll(
            keys("feed.fault.", Arrays.stream(FileFault.Kind.values()).map(FileFault.Kind::code)))
        .containsAll(keys("source.", words(Outlook.Source.values())))
        .containsAll(
            keys(
                "relationship.",
                Arrays.stream(RelationshipState.class.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .map(TextsTest::word)))
        .containsAll(
            keys(
                "problem.",
                Arrays.stream(ProblemType.values())
                    .map(type -> type.uri().replace("urn:customerconnect:problem:", ""))));
  }

  @Test
  void everyLanguageOfAccountsIsOneOfThePortal() {
    assertThat(Site.files("texts", ".json"))
        .extracting(file -> file.getFileName().toString().replace(".json", ""))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Language.values()).map(Language::tag).toList());
  }

  @Test
  void everyCountryCanBeChosen() {
    String module = Site.read(Site.ROOT.resolve("app/parts/countries.js"));
    Set<String> offered =
        Pattern.compile("\\b[A-Z]{2}\\b")
            .matcher(module.substring(module.indexOf("CODES")))
            .results()
            .map(MatchResult::group)
            .collect(toSet());

    assertThat(offered).isEqualTo(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
  }

  private static Set<String> used() {
    return Site.modules().stream()
        .map(Site::read)
        .flatMap(module -> STRING.matcher(module).results())
        .map(match -> match.group(1))
        .filter(string -> string.matches("[\\w.${}()?: -]+") && !string.endsWith(".json"))
        .filter(TextsTest::beginsLikeAKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean beginsLikeAKey(String string) {
    String group = string.substring(0, string.indexOf('.') + 1);
    return Site.texts("en").keySet().stream().anyMatch(key -> key.startsWith(group));
  }

  /** What a key that is put together can become. */
  private static Pattern pattern(String used) {
    return Pattern.compile(
        Arrays.stream(used.split("\\$\\{[^}]*}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\w-]+")));
  }

  /** The word that the API has for a state. */
  private static String word(String state) {
    return switch (state) {
      case "Unconnected" -> "none";
      case "Challenged" -> "challenge";
      default -> state.toLowerCase(Locale.ROOT);
    };
  }

  private static List<String> keys(String prefix, Stream<String> words) {
    return words.map(word -> prefix + word).toList();
  }

  private static Stream<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toSet());
  }
}
