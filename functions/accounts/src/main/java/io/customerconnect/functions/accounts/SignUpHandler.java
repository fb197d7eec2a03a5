package io.customerconnect.functions.accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Log;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.Accounts;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cognito's trigger after a user has confirmed its sign-up: creates the user's account, connected
 * with the test buyer (P2). Cognito may call again; the account is created once.
 */
public final class SignUpHandler implements RequestStreamHandler {
  private static final String CONFIRMED = "PostConfirmation_ConfirmSignUp";
  private static final String TEST_BUYER_NAME = "CustomerConnect Test Buyer";

  private final Accounts accounts;
  private final InstantSource clock;

  public SignUpHandler() {
    this(Platform.ofProcess());
  }

  public SignUpHandler(Platform platform) {
    accounts = new Accounts(Table.of(platform));
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Json read = Json.read(event);
    if (read instanceof Json.Obj trigger
        && trigger.string("triggerSource").filter(CONFIRMED::equals).isPresent()) {
      SupplierAccount account = account(trigger.object("request").object("userAttributes"));
      Accounts.Creation creation = accounts.create(account, TEST_BUYER_NAME, clock.instant());
      Log.info("sign-up", Map.of("account", account.id().value(), "outcome", creation.name()));
    }
    // Cognito wants its event back.
    answer.write(read.toBytes());
  }

  private static SupplierAccount account(Json.Obj attributes) {
    EmailAddress mail = new EmailAddress(attributes.require("email"));
    return new SupplierAccount(
        new AccountId(
            attributes.string("custom:account_id").orElseGet(() -> attributes.require("sub"))),
        contact(attributes, mail, Language.ofTag(attributes.string("locale").orElse(""))),
        company(attributes));
  }

  /** Nobody is kept out by a name that does not fit: then it is the one in the mail address. */
  private static Contact contact(Json.Obj attributes, EmailAddress mail, Language language) {
    try {
      return new Contact(attributes.string("name").orElse(""), mail, language);
    } catch (InvalidValueException _) {
      return new Contact(mail.localPart(), mail, language);
    }
  }

  /** The company as far as it was given at sign-up; what does not fit is asked for later. */
  private static Optional<Company> company(Json.Obj attributes) {
    try {
      return Optional.of(
          new Company(
              attributes.string("custom:legal_name").orElse(""),
              new CountryCode(attributes.string("custom:country").orElse("")),
              attributes.string("address").orElse(""),
              attributes.string("custom:vat_id").filter(id -> !id.isBlank()),
              List.of()));
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }
}
