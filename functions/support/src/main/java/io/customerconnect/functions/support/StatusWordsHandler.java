package io.customerconnect.functions.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.BuyerWords;
import io.customerconnect.domain.status.StatusMapping;
import io.customerconnect.lambda.Caller;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.StatusWords;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET} and {@code PUT /support/legal-entities/{legalEntityId}/status-words}: what a
 * customer's own words for a status mean, as support has set it, and who did so (P33, P35). The
 * invoices of all its suppliers are loaded anew by it.
 */
public final class StatusWordsHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::answer);
  private final DirectoryStore directory;
  private final StatusWords words;
  private final FeedQualities qualities;
  private final InstantSource clock;

  public StatusWordsHandler() {
    this(Platform.ofProcess());
  }

  public StatusWordsHandler(Platform platform) {
    Table table = Table.of(platform);
    directory = new DirectoryStore(table);
    words = new StatusWords(table);
    qualities = new FeedQualities(table);
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
    LegalEntity customer = known(id);
    StatusWords.Own own = words.own(id);
    return HttpResponse.ok(
        Json.object()
            .with("legalEntityId", id.value())
            .with("name", customer.legalName())
            .with("version", own.version())
            .with("words", own.words().words(), StatusWordsHandler::json)
            .with("unknown", unknown(id, own.words()), StatusWordsHandler::json)
            .with("changes", words.latest(id), StatusWordsHandler::json));
  }

  /** Words of the customer's newest file that were in no list when it came, and are in none now. */
  private List<Unknown> unknown(LegalEntityId id, BuyerWords own) {
    StatusMapping mapping = StatusMapping.DEFAULT.with(own);
    return qualities.newest(id).values().stream()
        .flatMap(file -> file.unknownWords().words().entrySet().stream())
        .filter(word -> mapping.meaningOf(word.getKey()).isEmpty())
        .map(word -> new Unknown(word.getKey(), word.getValue()))
        .sorted(Comparator.comparingLong(Unknown::rows).reversed())
        .toList();
  }

  /** A word that nobody has said the meaning of, and how many rows have it. */
  private record Unknown(String word, long rows) {}

  private void set(HttpRequest request, Caller caller, LegalEntityId id) {
    Fields fields = request.fields();
    List<BuyerWords.Word> typed =
        fields.objects("words").stream().map(StatusWordsHandler::word).toList();
    BuyerWords own = fields.make("words", () -> new BuyerWords(typed));
    long read = Desk.versionRead(fields);
    String reason = SettleHandler.reason(fields);
    fields.noOthers();
    known(id);
    Desk.orProblem(
        words.set(
            id,
            own,
            read,
            new StatusWords.Change(
                request.nameOfNew(), clock.instant(), caller.user(), typed.size(), reason)));
  }

  private static BuyerWords.Word word(Fields fields) {
    String text = fields.require("word", BuyerWords.Word::checked);
    ResponseCode code = fields.require("code", StatusWordsHandler::code);
    Optional<StatusReason> reason = fields.find("reason", StatusWordsHandler::reason);
    fields.noOthers();
    return fields.make("reason", () -> new BuyerWords.Word(text, code, reason));
  }

  private static ResponseCode code(String text) {
    return ResponseCode.ofCode(text)
        .orElseThrow(
            () -> new InvalidValueException("The code must be AB, IP, UQ, CA, RE, AP or PD."));
  }

  private static StatusReason reason(String text) {
    return StatusReason.ofCode(text)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "The reason must be a code of Peppol's list OPStatusReason, as PRI."));
  }

  private LegalEntity known(LegalEntityId id) {
    return Optional.ofNullable(directory.find(List.of(id)).get(id))
        .orElseThrow(Desk::unknownCustomer);
  }

  private static Json.Obj json(BuyerWords.Word word) {
    return Json.object()
        .with("word", word.text())
        .with("code", word.code().code())
        .with("reason", word.reason().map(StatusReason::code));
  }

  private static Json.Obj json(Unknown unknown) {
    return Json.object().with("word", unknown.word()).with("rows", unknown.rows());
  }

  private static Json.Obj json(StatusWords.Change change) {
    return Json.object()
        .with("at", change.at().toString())
        .with("by", change.by().value())
        .with("words", change.words())
        .with("reason", change.reason());
  }
}
