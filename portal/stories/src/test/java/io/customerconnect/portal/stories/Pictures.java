package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import io.customerconnect.portal.stories.Look.Light;
import io.customerconnect.portal.stories.Look.Screen;
import io.customerconnect.testing.DynamoDbLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes the pictures in {@code docs/portal}: {@code make pictures}. No test of its own: its name
 * keeps it out of the build.
 */
@InChromium
final class Pictures {
  /** Shown in the dark and on a phone too. */
  private static final Set<String> MAIN =
      Set.of("home", "results", "group", "challenge", "ticket", "payments", "search");

  @ParameterizedTest
  @EnumSource
  void ofEveryPage(Language language) throws IOException {
    Path folder = Files.createDirectories(DynamoDbLocal.root().resolve("docs/portal"));
    try (Portal portal = Portal.ofSupplier(Look.of(language))) {
      portal.browser().open(Portal.stack().address() + "/");
      portal.seeHeading("welcome.heading");
      take(portal, "welcome", folder);
      portal.signIn();
      for (Map.Entry<String, String> page : Tour.pages(portal).entrySet()) {
        portal.go(page.getValue());
        take(portal, page.getKey(), folder);
      }
      portal.go("");
      portal.search("hafenkron", "Hafenkron Gruppe");
      take(portal, "search", folder);
      portal.go("tickets");
      String ticket = portal.ticketNumber();
      try (Portal support = Portal.ofSupport(Look.of(language)).signIn()) {
        for (Map.Entry<String, String> page : Tour.deskPages(ticket).entrySet()) {
          support.go(page.getValue());
          take(support, page.getKey(), folder);
        }
      }
    }
  }

  private static void take(Portal portal, String page, Path folder) throws IOException {
    for (Screen screen : Screen.values()) {
      for (Light light : Light.values()) {
        boolean plain = light == Light.LIGHT && screen == Screen.DESKTOP;
        if (plain || MAIN.contains(page)) {
          portal.browser().show(new Look(portal.language(), screen, light));
          Path picture =
              folder.resolve(
                  "%s-%s-%s-%s.png"
                      .formatted(
                          page,
                          portal.language().tag(),
                          screen.name().toLowerCase(Locale.ROOT),
                          light.name().toLowerCase(Locale.ROOT)));
          Files.copy(
              portal.browser().screenshot().toPath(), picture, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    portal.browser().show(Look.of(portal.language()));
  }
}
