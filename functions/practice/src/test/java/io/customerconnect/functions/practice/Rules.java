package io.customerconnect.functions.practice;

import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.Json;
import java.util.Map;
import java.util.Optional;

/** The rules, made ready once for all tests, and documents to try them on. */
final class Rules {
  static final InvoiceRules READY = new InvoiceRules();

  private Rules() {}

  static TypedInvoice form(Json.Obj fields) {
    return TypedInvoice.of(
        new HttpRequest("", Map.of(), Map.of(), Map.of(), fields.toText(), Optional.empty())
            .fields());
  }
}
