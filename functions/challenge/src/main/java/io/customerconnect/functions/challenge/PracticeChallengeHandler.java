package io.customerconnect.functions.challenge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.challenge.FirstAnswer;
import io.customerconnect.domain.challenge.PracticeChallenge;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.lambda.Fields;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /practice/challenge} and {@code POST} of its {@code step-1} and {@code step-2}: a
 * challenge of the test buyer, to rehearse with invoices that the first of these shows (P3).
 */
public final class PracticeChallengeHandler implements RequestStreamHandler {
  private final HttpFunction function = new HttpFunction(this::answer);
  private final InstantSource clock;

  public PracticeChallengeHandler() {
    this(Platform.ofProcess());
  }

  public PracticeChallengeHandler(Platform platform) {
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    request.caller();
    PracticeChallenge challenge = new PracticeChallenge(today());
    return HttpResponse.ok(
        switch (request.route().substring(request.route().lastIndexOf('/') + 1)) {
          case "step-1" -> first(challenge, answer(request.fields()));
          case "step-2" -> second(challenge, answer(request.fields()));
          default ->
              Json.object()
                  .with("state", "step-1")
                  .with("invoices", challenge.invoices(), PracticeChallengeHandler::invoice);
        });
  }

  private FirstAnswer answer(Fields fields) {
    FirstAnswer answer =
        new FirstAnswer(
            fields.require("invoiceNumber", InvoiceNumber::new),
            Answers.about(fields, clock.instant()));
    fields.noOthers();
    return answer;
  }

  private static Json first(PracticeChallenge challenge, FirstAnswer answer) {
    Optional<InvoiceNumber> asked = challenge.first(answer);
    return asked
        .map(
            number ->
                verdict(Verdict.RIGHT, "step-2")
                    .with("invoiceNumbers", asked.stream().toList(), one -> Json.of(one.written())))
        .orElseGet(() -> verdict(Verdict.WRONG, "step-1"));
  }

  private static Json second(PracticeChallenge challenge, FirstAnswer answer) {
    Verdict verdict = challenge.second(answer.number(), answer.about());
    return verdict(verdict, verdict == Verdict.RIGHT ? "passed" : "step-2");
  }

  private static Json.Obj verdict(Verdict verdict, String state) {
    return Json.object()
        .with("verdict", verdict.name().toLowerCase(Locale.ROOT))
        .with("state", state);
  }

  private static Json invoice(LedgerInvoice invoice) {
    return Json.object()
        .with("invoiceNumber", invoice.number().written())
        .with("invoiceDate", invoice.issueDate().toString())
        .with("invoiceAmount", invoice.total().amount().toPlainString())
        .with("currency", invoice.total().currency().getCurrencyCode());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
