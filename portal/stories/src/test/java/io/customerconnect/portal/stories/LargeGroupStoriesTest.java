package io.customerconnect.portal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** What a supplier sees of a group that is larger than a page of its relationships. */
@InChromium
final class LargeGroupStoriesTest {
  private static final int MEMBERS = 120;
  private static final String TEST_BUYER = "CustomerConnect Test Buyer";

  /** Requests from the second on wait until they are let go. */
  private static final String HOLD =
      """
      const real = window.fetch;
      let held = 0;
      window.fetch = async (url, options) => {
        if (`${url}`.endsWith('/connections') && held++ > 0) {
          await new Promise(go => { window.letGo = go; if (window.free) go(); });
        }
        return real(url, options);
      };
      """;

  @ParameterizedTest
  @EnumSource
  void everyMembersOutcomeIsSeenAsItComes(Way way) {
    Portal.deliver("directory/quellgrund.csv", directory());
    try (Portal portal = Portal.ofSupplier(way).signIn()) {
      portal.go("customers/groups/quellgrund");
      portal.browser().run(HOLD);
      portal.browser().tick(portal.say("group.all", "" + MEMBERS));
      portal.press("connect.action");

      portal.see("group.progress", "5", "" + MEMBERS);
      assertThat(portal.browser().count(".tick-outcome")).isEqualTo(5);
      assertThat(being(portal)).as("members that are being asked for").isEqualTo(10);

      portal.browser().run("window.free = true; window.letGo();");
      portal.see("group.done.other", "" + MEMBERS);
      assertThat(portal.browser().count(".tick-outcome")).isEqualTo(MEMBERS);
      assertThat(askedFor(portal)).containsExactly(5, 10, 20, 25, 25, 25, 10);

      seeTheOneThatIsConnected(portal);
      readToTheEnd(portal);
      portal.leftNothingBehind();
    }
  }

  /** It stands on the second page, behind all those that are asked. */
  private static void seeTheOneThatIsConnected(Portal portal) {
    portal.go("");
    portal.browser().pressThe("a[href='#/relationships?state=connected']");
    portal.seeHeading("relationships.title");
    portal.browser().find("tbody th", TEST_BUYER);
    portal.select("relationships.filter", "declined");
    portal.see("relationships.none");
  }

  private static void readToTheEnd(Portal portal) {
    portal.go("");
    portal.go("relationships?state=pending");
    portal.press("state.more");
    portal
        .browser()
        .until(
            "the focus is at the end",
            () -> portal.browser().focused().getText().equals(portal.say("state.noMore")));
    assertThat(portal.browser().count("tbody tr")).isEqualTo(MEMBERS);
  }

  private static long being(Portal portal) {
    return portal.browser().driver().findElements(By.cssSelector(".tick-facts b")).stream()
        .filter(word -> word.getText().equals(portal.say("connect.sending")))
        .count();
  }

  /** How many legal entities each request has named. */
  private static List<Integer> askedFor(Portal portal) {
    return portal.browser().network("requestWillBeSent").stream()
        .map(request -> request.object("request"))
        .filter(request -> request.require("url").endsWith("/connections"))
        .filter(request -> request.require("method").equals("POST"))
        .map(request -> Json.readObject(request.require("postData")))
        .map(body -> body.items("legalEntityIds").size())
        .toList();
  }

  private static String directory() {
    return IntStream.rangeClosed(1, MEMBERS)
        .mapToObj(
            place ->
                "quellgrund-%1$03d,Quellgrund %1$03d GmbH,DE,Fulda,quellgrund,Quellgrund Gruppe,approval,Ina Quell,ina.quell@quellgrund.example.com,de"
                    .formatted(place))
        .collect(
            Collectors.joining(
                "\n",
                "legalEntityId,legalName,country,city,groupId,groupName,policy,contactName,contactEmail,contactLanguage\n",
                "\n"));
  }
}
