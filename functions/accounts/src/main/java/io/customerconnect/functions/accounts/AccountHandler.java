package io.customerconnect.functions.accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Log;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
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
 * {@code GET} and {@code PUT /account}: the data that buyers are asked to confirm (P1). A supplier
 * that has no account yet gets it with its first call, connected with the test buyer (P2).
 */
public final class AccountHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::answer);
  private final Accounts accounts;
  private final InstantSource clock;

  public AccountHandler() {
    this(Platform.ofProcess());
  }

  public AccountHandler(Platform platform) {
    accounts = new Accounts(Table.of(platform));
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    Caller caller = request.caller();
    SupplierAccount account =
        request.route().startsWith("PUT ")
            ? change(caller, account(caller.account(), request.fields()))
            : accounts.find(caller.account()).orElseGet(() -> firstSeen(caller));
    return HttpResponse.ok(json(account));
  }

  private SupplierAccount change(Caller caller, SupplierAccount account) {
    // The sign-up's trigger may be quicker with making it, from what was said there.
    if (accounts.update(account) == Accounts.Update.NO_SUCH_ACCOUNT
        && create(caller, account) == Accounts.Creation.THERE_ALREADY
        && accounts.update(account) == Accounts.Update.NO_SUCH_ACCOUNT) {
      throw Caller.noAccount();
    }
    return account;
  }

  /** The trigger of the sign-up has failed, or never fired: the account is made now. */
  private SupplierAccount firstSeen(Caller caller) {
    create(
        caller, Newcomer.account(caller.account(), caller.claims()).orElseThrow(Caller::noAccount));
    return accounts.find(caller.account()).orElseThrow(Caller::noAccount);
  }

  private Accounts.Creation create(Caller caller, SupplierAccount account) {
    if (caller.isStaff()) {
      throw Caller.noAccount();
    }
    Accounts.Creation creation = accounts.create(account, clock.instant());
    Log.info("first seen", Map.of("account", account.id().value(), "outcome", creation.name()));
    return creation;
  }

  private static SupplierAccount account(AccountId id, Fields fields) {
    Company company =
        new Company(
            fields.require(
                "legalName",
                typed -> Text.line("The legal name", typed, LegalEntity.MAX_NAME_LENGTH)),
            fields.require("country", CountryCode::new),
            fields.require(
                "address", typed -> Text.lines("The address", typed, Company.MAX_ADDRESS_LENGTH)),
            fields.find("vatId", typed -> Text.line("The VAT id", typed, Company.MAX_ID_LENGTH)),
            registrationIds(fields));
    Contact contact =
        new Contact(
            fields.require(
                "contactPerson",
                typed -> Text.line("The contact person", typed, Contact.MAX_NAME_LENGTH)),
            fields.require("mail", EmailAddress::new),
            fields.require("language", AccountHandler::language));
    fields.noOthers();
    return new SupplierAccount(id, contact, Optional.of(company));
  }

  private static List<String> registrationIds(Fields fields) {
    List<String> ids =
        fields.list(
            "registrationIds",
            typed -> Text.line("A registration id", typed, Company.MAX_ID_LENGTH));
    if (ids.size() > Company.MAX_REGISTRATION_IDS) {
      throw Problem.of(
              ProblemType.INVALID_FIELD,
              "Please name at most " + Company.MAX_REGISTRATION_IDS + " registration ids.",
              "registrationIds")
          .asException();
    }
    return ids;
  }

  private static Language language(String tag) {
    for (Language language : Language.values()) {
      if (language.tag().equals(tag)) {
        return language;
      }
    }
    throw new InvalidValueException("The language must be de or en.");
  }

  private static Json json(SupplierAccount account) {
    Json.Obj json = Json.object().with("accountId", account.id().value());
    if (account.company().isPresent()) {
      Company company = account.company().get();
      json =
          json.with("legalName", company.legalName())
              .with("country", company.country().value())
              .with("address", company.address())
              .with("vatId", company.vatId())
              .with("registrationIds", company.registrationIds(), Json::of);
    }
    return json.with("contactPerson", account.contact().name())
        .with("mail", account.contact().mail().value())
        .with("language", account.contact().language().tag())
        .with("complete", Json.of(account.company().isPresent()));
  }
}
