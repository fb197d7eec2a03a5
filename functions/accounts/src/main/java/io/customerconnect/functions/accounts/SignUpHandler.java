package io.customerconnect.functions.accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Log;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Primed;
import io.customerconnect.lambda.PrimingContext;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * Cognito's trigger after a user has confirmed its sign-up: creates the user's account, connected
 * with the test buyer (P2). Cognito may call again; the account is created once. Where Cognito does
 * not call, {@link AccountHandler} makes up for it.
 */
public final class SignUpHandler implements RequestStreamHandler, Primed {
  private static final String CONFIRMED = "PostConfirmation_ConfirmSignUp";

  private final Accounts accounts;
  private final InstantSource clock;

  public SignUpHandler() {
    this(Platform.ofProcess());
  }

  public SignUpHandler(Platform platform) {
    accounts = new Accounts(Table.of(platform));
    clock = platform.clock();
    primeBeforeSnapshot();
  }

  /** An event of another kind is read and given back. */
  @Override
  public void prime() throws IOException {
    handleRequest(
        new ByteArrayInputStream(Json.object().with("triggerSource", "Priming").toBytes()),
        OutputStream.nullOutputStream(),
        new PrimingContext());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Json read = Json.read(event);
    if (read instanceof Json.Obj trigger
        && trigger.string("triggerSource").filter(CONFIRMED::equals).isPresent()) {
      signUp(trigger.object("request").object("userAttributes"));
    }
    // Cognito wants its event back.
    answer.write(read.toBytes());
  }

  private void signUp(Json.Obj attributes) {
    AccountId id =
        new AccountId(
            attributes.string("custom:account_id").orElseGet(() -> attributes.require("sub")));
    SupplierAccount account =
        Newcomer.account(id, attributes)
            .orElseThrow(() -> new IllegalStateException("A user without a mail address: " + id));
    Accounts.Creation creation = accounts.create(account, clock.instant());
    Log.info("sign-up", Map.of("account", id.value(), "outcome", creation.name()));
  }
}
