package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What step 2 asks about, the same for everybody who claims to be this vendor.
 *
 * @param invoices one, or two in the stronger form and where one alone would prove too little
 */
public record SecondInvoices(List<Second> invoices) {
  public SecondInvoices {
    invoices = List.copyOf(invoices);
    if (invoices.isEmpty() || invoices.size() > 2) {
      throw new IllegalArgumentException("Step 2 asks about one invoice or two.");
    }
  }

  /**
   * One of them.
   *
   * @param books the legal entity in whose books it stands, which may be another one than the
   *     challenge is about: all that share a vendor master ask the same
   */
  public record Second(LegalEntityId books, InvoiceNumber number) {}

  /** Those with the numbers in the books of one legal entity. */
  public static SecondInvoices of(LegalEntityId books, InvoiceNumber... numbers) {
    return new SecondInvoices(
        Arrays.stream(numbers).map(number -> new Second(books, number)).toList());
  }

  /** What the supplier is shown. */
  public List<InvoiceNumber> numbers() {
    return invoices.stream().map(Second::number).toList();
  }

  SecondInvoices and(Second another) {
    return new SecondInvoices(Stream.concat(invoices.stream(), Stream.of(another)).toList());
  }
}
