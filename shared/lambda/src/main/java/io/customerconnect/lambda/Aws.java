package io.customerconnect.lambda;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * What every client of an AWS service is made with. Endpoints come from the SDK's own settings
 * ({@code AWS_ENDPOINT_URL_...}), never from code.
 */
public final class Aws {
  /**
   * After which a call that has not been answered is given up, all tries of it together; services
   * answer within a second or two. A function's own time-out has to be above this, times the
   * messages that it takes at once.
   */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private Aws() {}

  /**
   * The client that a builder makes, with the function's credentials and our HTTP client; calls
   * take at most {@link #CALL_TIMEOUT} where the builder does not say otherwise.
   */
  public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, Environment environment) {
    ClientOverrideConfiguration own = builder.overrideConfiguration();
    return builder
        .overrideConfiguration(
            own.toBuilder().apiCallTimeout(own.apiCallTimeout().orElse(CALL_TIMEOUT)).build())
        .region(Region.of(environment.find("AWS_REGION").orElse("eu-central-1")))
        .credentialsProvider(credentials(environment))
        .httpClient(HttpClient.SHARED)
        .build();
  }

  /**
   * Under SnapStart the credentials of the snapshot would be stale after a restore: there they come
   * from the container endpoint. Everywhere else they stand in the environment and live as long as
   * the process.
   */
  static AwsCredentialsProvider credentials(Environment environment) {
    if (environment.find("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return ContainerCredentialsProvider.create();
    }
    String id = required(environment, "AWS_ACCESS_KEY_ID");
    String secret = required(environment, "AWS_SECRET_ACCESS_KEY");
    Optional<String> session = environment.find("AWS_SESSION_TOKEN");
    return StaticCredentialsProvider.create(
        session.isPresent()
            ? AwsSessionCredentials.create(id, secret, session.get())
            : AwsBasicCredentials.create(id, secret));
  }

  private static String required(Environment environment, String name) {
    return environment
        .find(name)
        .orElseThrow(
            () -> new IllegalStateException("Environment variable " + name + " is not set"));
  }

  /** One pool of connections for all clients of the process. */
  private static final class HttpClient {
    private static final SdkHttpClient SHARED =
        AwsCrtHttpClient.builder().connectionTimeout(Duration.ofSeconds(2)).build();
  }
}
