package io.customerconnect.functions.accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.Erasure;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * {@code DELETE /account}: the caller's company has its personal data erased, and its relationships
 * ended (P45). A large account takes several requests: as long as the answer is that it goes on,
 * the same request goes on with it.
 */
public final class EraseAccountHandler implements RequestStreamHandler {
  /** What fits well into one request. */
  private static final int STEPS = 10;

  private final HttpFunction function = new HttpFunction(this::erase);
  private final Erasure erasure;
  private final InstantSource clock;

  public EraseAccountHandler() {
    this(Platform.ofProcess());
  }

  public EraseAccountHandler(Platform platform) {
    erasure = new Erasure(Table.of(platform));
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse erase(HttpRequest request) {
    Caller caller = request.caller();
    Actor by = Actor.supplier(caller.user().value());
    for (int step = 0; step < STEPS; step++) {
      if (erasure.step(caller.account(), by, clock.instant()) == Erasure.Progress.DONE) {
        return HttpResponse.noContent();
      }
    }
    return HttpResponse.accepted();
  }
}
