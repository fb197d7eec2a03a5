package io.customerconnect.testing.functions;

import io.customerconnect.local.files.ObjectStore;
import io.customerconnect.local.files.S3Endpoint;
import io.customerconnect.local.http.LoopbackServer;
import io.customerconnect.testing.Fixtures;
import java.util.Set;

/** S3 with one bucket that nothing is in, until it is closed; clients find it by themselves. */
final class EmptyBucket implements AutoCloseable {
  static final String NAME = "files";

  private final ObjectStore objects =
      ObjectStore.temporary(Set.of(NAME), () -> Fixtures.MONDAY_MORNING, _ -> {});
  private final LoopbackServer server = LoopbackServer.start(new S3Endpoint(objects));

  EmptyBucket() {
    System.setProperty("aws.endpointUrlS3", server.address().toString());
  }

  @Override
  public void close() {
    System.clearProperty("aws.endpointUrlS3");
    server.close();
    objects.close();
  }
}
