package io.customerconnect.local.user;

import java.util.List;
import java.util.Map;

/** The people of the demo. All of them are made up. */
public final class DemoUsers {
  private DemoUsers() {}

  /** Users of suppliers, each with an account of its own. */
  public static List<User> suppliers() {
    return List.of(
        User.of(
            "anna",
            Map.of(
                "email", "anna.berg@berg-werkzeugbau.example",
                "name", "Anna Berg",
                "locale", "de",
                "address", "Hafenstraße 12, 20457 Hamburg",
                "custom:legal_name", "Berg Werkzeugbau GmbH",
                "custom:country", "DE",
                "custom:vat_id", "DE999999991")),
        User.of(
            "ben",
            Map.of(
                "email", "ben.hart@hartfield-supplies.example",
                "name", "Ben Hart",
                "locale", "en",
                "address", "4 Mill Lane, Leeds LS1 4AB",
                "custom:legal_name", "Hartfield Supplies Ltd",
                "custom:country", "GB",
                "custom:vat_id", "GB999999973")));
  }

  /** Staff of the network. */
  public static List<User> staff() {
    return List.of(
        User.of(
            "sofia",
            Map.of("email", "sofia@network.example", "name", "Sofia Lind", "locale", "en"),
            "support"),
        User.of(
            "network",
            Map.of("email", "network@network.example", "name", "Sending side", "locale", "en"),
            "network"));
  }
}
