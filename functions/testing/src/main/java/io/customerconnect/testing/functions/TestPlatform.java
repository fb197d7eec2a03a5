package io.customerconnect.testing.functions;

import io.customerconnect.lambda.Environment;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place to run functions in, with every setting that a function may read. */
public final class TestPlatform {
  private TestPlatform() {}

  public static Platform of(String table, InstantSource clock) {
    Map<String, String> credentials =
        Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");
    Map<String, String> settings =
        Arrays.stream(Setting.values())
            .collect(Collectors.toMap(Setting::name, setting -> value(setting, table)));
    return new Platform(
        Environment.of(
            Stream.of(credentials, settings)
                .flatMap(variables -> variables.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
        clock);
  }

  private static String value(Setting setting, String table) {
    return switch (setting) {
      case TABLE -> table;
      case MAIL_SENDER -> "CustomerConnect <no-reply@" + Scene.SES_ACCOUNT.domain() + ">";
      case MAIL_CONFIGURATION_SET -> Scene.SES_ACCOUNT.configurationSet();
      case PUBLIC_URL -> "https://connect.example";
      case FILES_BUCKET -> EmptyBucket.NAME;
      default -> "http://127.0.0.1:1/000000000000/" + setting;
    };
  }
}
