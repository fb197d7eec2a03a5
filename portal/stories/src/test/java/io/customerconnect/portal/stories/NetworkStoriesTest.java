package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import io.customerconnect.portal.stories.Browser.Network;
import io.customerconnect.portal.stories.Portal.Renewal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users are told where a network or the sign-in page fails, and how they go on. */
@InChromium
final class NetworkStoriesTest {
  @ParameterizedTest
  @EnumSource
  void withoutANetworkThePortalSaysSoAndGoesOnAfterwards(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      // The page is there from now on, what it shows is not.
      portal.go("tickets");
      portal.go("");
      portal.browser().offline(Network.DOWN);
      portal.press("tickets.title");
      portal.seeHeading("tickets.title");
      portal.see("state.offline");
      portal.isFitForAll();
      portal.press("state.again");
      portal.see("state.offline");

      portal.browser().offline(Network.UP);
      portal.see("tickets.none");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageThatCouldNotBeLoadedComesAsSoonAsThereIsANetwork(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.browser().offline(Network.DOWN);
      portal.press("tickets.title");
      portal.see("state.offline");
      portal.press("state.again");
      portal.see("state.offline");

      portal.browser().offline(Network.UP);
      portal.seeHeading("tickets.title");
      portal.see("tickets.none");
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutANetworkNobodyIsTakenToBeSignedOut(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("tickets");
      portal.go("");
      portal.expireSignIn(Renewal.POSSIBLE);
      portal.browser().offline(Network.DOWN);
      portal.press("tickets.title");
      portal.see("state.offline");

      portal.browser().offline(Network.UP);
      portal.see("tickets.none");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSignInPageThatIsOverloadedSignsNobodyOut(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal
          .browser()
          .run(
              "const real = window.fetch; window.status = 503; window.fetch = (url, options) =>"
                  + "  window.status && `${url}`.endsWith('/token')"
                  + "    ? Promise.resolve(new Response('', { status: +window.status }))"
                  + "    : real(url, options);");
      portal.expireSignIn(Renewal.POSSIBLE);
      portal.press("tickets.title");
      portal.see("state.failed");
      portal.browser().run("window.status = '429';");
      portal.press("state.again");
      portal.see("state.tooMuch");

      portal.browser().run("window.status = '';");
      portal.press("state.again");
      portal.see("tickets.none");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoSignsOutWithoutANetworkHearsWhatItHasNotDone(Way way) {
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.reload();
      portal.browser().offline(Network.DOWN);
      portal.browser().press(portal.language() == Language.DE ? "English" : "Deutsch");
      portal.see("state.offline");

      portal.menu("account.menu", "shell.signOut");
      portal.see("shell.signedOutHere");
      portal.browser().offline(Network.UP);
      portal.see("welcome.action");
      portal.see("shell.signedOutHere");
      portal.reload();
      portal.see("welcome.action");
    }
  }
}
