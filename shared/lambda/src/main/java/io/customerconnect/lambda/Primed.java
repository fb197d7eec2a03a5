package io.customerconnect.lambda;

import java.io.IOException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.core.warmup.SdkWarmUp;

/**
 * What runs once before the snapshot is taken that a function starts from (SnapStart), so that the
 * first request finds its classes loaded.
 */
public interface Primed extends Resource {
  /** Runs as much of the code as leaves nothing behind: no write, no message, no mail. */
  void prime() throws IOException;

  /** Asks for it to be run; call it at the end of the constructor, and keep the object. */
  default void primeBeforeSnapshot() {
    Core.getGlobalContext().register(this);
  }

  @Override
  default void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    // The clients of AWS that are there, against answers that they make up.
    SdkWarmUp.warmUp();
    prime();
  }

  @Override
  default void afterRestore(Context<? extends Resource> context) {}
}
