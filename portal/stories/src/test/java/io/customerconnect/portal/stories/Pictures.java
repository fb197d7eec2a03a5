package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import io.customerconnect.local.mail.ReceivedMail;
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
      Set.of("home", "results", "group", "challenge", "ticket", "payments", "search", "decision");

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
      for (Map.Entry<String, ReceivedMail> mail : Tour.mails(portal, ticket).entrySet()) {
        portal.openAsCustomer(mail.getValue());
        take(portal, mail.getKey(), folder);
      }
      try (Portal support = Portal.ofSupport(Look.of(language)).signIn()) {
        for (Map.Entry<String, String> page : Tour.deskPages(ticket).entrySet()) {
          support.go(page.getValue());
          take(support, page.getKey(), folder);
        }
      }
    }
  }

  private static void take(Portal portal, String page, Path folder) throws IOException {
    for (Look look : Look.of(portal.language()).all()) {
      if (look.isUsual() || MAIN.contains(page)) {
        portal.browser().show(look);
        Files.copy(
            portal.browser().screenshot().toPath(),
            folder.resolve(
                "%s-%s-%s-%s.png"
                    .formatted(
                        page,
                        look.language().tag(),
                        look.screen().name().toLowerCase(Locale.ROOT),
                        look.light().name().toLowerCase(Locale.ROOT))),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    portal.browser().showAsEver();
  }
}
