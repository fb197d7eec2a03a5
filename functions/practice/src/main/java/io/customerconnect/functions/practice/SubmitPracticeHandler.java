package io.customerconnect.functions.practice;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Language;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Primed;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.ubl.UblException;
import io.customerconnect.ubl.UblInvoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/**
 * {@code POST /practice/invoices}: an invoice or credit note, in UBL 2.1 or as the fields of a
 * form, is checked by the rules of EN 16931, and every broken rule is answered. What is accepted
 * stands among the test buyer's invoices, and its status goes on by the clock (P3).
 */
public final class SubmitPracticeHandler implements RequestStreamHandler, Primed {
  private static final String DECODED_WRONGLY = "\uFFFD";

  private final HttpFunction function = new HttpFunction(this::submit);
  private final InvoiceRules rules;
  private final Checking checking;
  private final Submitting submitting;

  public SubmitPracticeHandler() {
    this(Platform.ofProcess());
  }

  public SubmitPracticeHandler(Platform platform) {
    this(platform, new InvoiceRules());
    primeBeforeSnapshot();
  }

  SubmitPracticeHandler(Platform platform, InvoiceRules rules) {
    this.rules = rules;
    checking = new Checking(rules);
    submitting = new Submitting(platform);
  }

  /** What takes longest is in the snapshot that the function starts from. */
  @Override
  public void prime() {
    rules.prepare();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse submit(HttpRequest request) {
    AccountId account = request.caller().account();
    String document =
        isXml(request) ? inUtf8(request.body()) : TypedInvoice.of(request.fields()).toUbl();
    try {
      Verdict verdict = checking.check(document, () -> submitting.count(account));
      if (verdict instanceof Verdict.Accepted(UblInvoice accepted, var _)) {
        submitting.submit(account, accepted);
      }
      return HttpResponse.ok(json(verdict, request.language()));
    } catch (UblException e) {
      throw Problem.of(
              ProblemType.MALFORMED_DOCUMENT,
              "Line %d: %s".formatted(e.place().line(), e.getMessage()))
          .asException();
    }
  }

  private static boolean isXml(HttpRequest request) {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("application/xml") || type.startsWith("text/xml");
  }

  private static String inUtf8(String body) {
    if (body.contains(DECODED_WRONGLY)) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Please send the document in UTF-8.")
          .asException();
    }
    return body;
  }

  private static Json json(Verdict verdict, Language language) {
    Advice advice = Advice.in(language);
    Json.Obj body =
        switch (verdict) {
          case Verdict.Accepted(UblInvoice document, var _) ->
              Json.object().with("verdict", "accepted").with("invoice", json(document));
          case Verdict.Refused _ -> Json.object().with("verdict", "refused");
        };
    return body.with(
        "findings",
        verdict.findings(),
        finding ->
            Json.object()
                .with("rule", finding.rule())
                .with("weight", finding.weight().word())
                .with("place", finding.place())
                .with("whatToDo", advice.on(finding))
                .with("message", finding.message()));
  }

  private static Json json(UblInvoice document) {
    return Json.object()
        .with("invoiceNumber", document.number().written())
        .with("issueDate", document.issued().toString())
        .with("documentTypeCode", document.type().code())
        .with("dueDate", document.due().map(Object::toString))
        .with("totalWithVat", document.totalWithVat().amount().toPlainString())
        .with("currency", document.totalWithVat().currency().getCurrencyCode());
  }
}
