package io.customerconnect.functions.challenge;

import io.customerconnect.domain.challenge.InvoiceAnswer;
import io.customerconnect.domain.invoice.InvoiceDate;
import io.customerconnect.domain.invoice.TypedAmount;
import io.customerconnect.lambda.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Answers about invoices, as requests carry them. */
final class Answers {
  private Answers() {}

  /** Date and amount; where it is latest on earth, it may be the next day already. */
  static InvoiceAnswer about(Fields fields, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    return new InvoiceAnswer(
        fields.require("invoiceDate", text -> InvoiceDate.issued(text, today)),
        fields.require("invoiceAmount", TypedAmount::parse));
  }
}
