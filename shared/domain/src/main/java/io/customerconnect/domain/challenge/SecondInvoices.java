package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What step 2 asks about, the same for everybody who claims to be this vendor.
 *
 * @param numbers one, or two in the stronger form and where one alone would prove too little
 */
public record SecondInvoices(List<InvoiceNumber> numbers) {
  public SecondInvoices {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty() || numbers.size() > 2) {
      throw new IllegalArgumentException("Step 2 asks about one invoice or two.");
    }
  }

  SecondInvoices and(InvoiceNumber another) {
    return new SecondInvoices(Stream.concat(numbers.stream(), Stream.of(another)).toList());
  }

  static SecondInvoices of(LedgerInvoice... invoices) {
    return new SecondInvoices(Arrays.stream(invoices).map(LedgerInvoice::number).toList());
  }
}
