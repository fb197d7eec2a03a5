package io.customerconnect.functions.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupportSettings;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.DirectoryStore.Configured;
import io.customerconnect.table.SupportRecord;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code GET} and {@code PUT /support/legal-entities/{legalEntityId}}: a customer's policy,
 * contacts and numbers, as they are in force, as support has set them, and who did so (P33). What
 * is set stands over the directory's rows and the usual numbers until it is set empty again.
 */
public final class CustomerSettingsHandler implements RequestStreamHandler {
  private static final int MAX_CONTACTS = 10;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final DirectoryStore directory;
  private final SupportRecord record;
  private final InstantSource clock;

  public CustomerSettingsHandler() {
    this(Platform.ofProcess());
  }

  public CustomerSettingsHandler(Platform platform) {
    Table table = Table.of(platform);
    directory = new DirectoryStore(table);
    record = new SupportRecord(table);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    Caller caller = request.caller(Desk.GROUP);
    LegalEntityId id = request.path("legalEntityId", LegalEntityId::new);
    if (request.route().startsWith("PUT ")) {
      set(request, caller, id);
    }
    Configured configured = directory.configured(id).orElseThrow(Desk::unknownCustomer);
    return HttpResponse.ok(
        CaseJson.customer(configured.entity())
            .with("rules", RulesJson.inForce(configured.entity().rules()))
            .with("version", configured.version())
            .with("set", json(configured.settings()))
            .with("changes", record.latest(id), CustomerSettingsHandler::json));
  }

  private void set(HttpRequest request, Caller caller, LegalEntityId id) {
    Fields fields = request.fields();
    SupportSettings settings =
        new SupportSettings(
            fields.find("policy", CustomerSettingsHandler::policy),
            contacts(fields),
            RulesJson.read(fields));
    long read = Desk.versionRead(fields);
    String reason = SettleHandler.reason(fields);
    fields.noOthers();
    Desk.orProblem(
        directory.set(
            id,
            settings,
            read,
            new SupportRecord.Change(
                request.nameOfNew(),
                clock.instant(),
                caller.user(),
                settings.policy(),
                settings.contacts().size(),
                settings.rules(),
                reason)));
  }

  private static List<Contact> contacts(Fields fields) {
    List<Contact> contacts =
        fields.objects("contacts").stream()
            .map(
                contact -> {
                  Contact one =
                      new Contact(
                          contact.require(
                              "name", text -> Text.line("The name", text, Contact.MAX_NAME_LENGTH)),
                          contact.require("mail", EmailAddress::new),
                          contact.require("language", Language::ofTag));
                  contact.noOthers();
                  return one;
                })
            .toList();
    if (contacts.size() > MAX_CONTACTS) {
      throw Problem.of(
              ProblemType.INVALID_FIELD,
              "A customer has at most " + MAX_CONTACTS + " contacts.",
              "contacts")
          .asException();
    }
    return contacts;
  }

  private static BuyerPolicy policy(String word) {
    return BuyerPolicy.ofWord(word)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "A policy is hidden, closed, approval, challenge-then-approval or"
                        + " challenge."));
  }

  private static Json.Obj json(SupportSettings settings) {
    return Json.object()
        .with("policy", settings.policy().map(BuyerPolicy::word))
        .with("contacts", settings.contacts(), CaseJson::contact)
        .with("rules", RulesJson.own(settings.rules()));
  }

  private static Json.Obj json(SupportRecord.Change change) {
    return Json.object()
        .with("at", change.at().toString())
        .with("by", change.by().value())
        .with("policy", change.policy().map(BuyerPolicy::word))
        .with("contacts", change.contacts())
        .with("rules", RulesJson.own(change.rules()))
        .with("reason", change.reason());
  }
}
