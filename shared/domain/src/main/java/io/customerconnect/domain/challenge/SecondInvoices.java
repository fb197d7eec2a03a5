package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.LocalDate;
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
   * @param issueDate as it stood there when it was drawn
   */
  public record Second(LegalEntityId books, InvoiceNumber number, LocalDate issueDate) {
    static Second of(LegalEntityId books, LedgerInvoice invoice) {
      return new Second(books, invoice.number(), invoice.issueDate());
    }
  }

  /** Those that stand in the books of one legal entity. */
  public static SecondInvoices of(LegalEntityId books, LedgerInvoice... invoices) {
    return new SecondInvoices(
        Arrays.stream(invoices).map(invoice -> Second.of(books, invoice)).toList());
  }

  /** What the supplier is shown. */
  public List<InvoiceNumber> numbers() {
    return invoices.stream().map(Second::number).toList();
  }

  /** Whether one of them has the number, with or without zeros in front. */
  boolean names(InvoiceNumber number) {
    String key = number.keyWithoutLeadingZeros();
    return numbers().stream().anyMatch(one -> one.keyWithoutLeadingZeros().equals(key));
  }

  /** Whether one of them is from before a day: too old to be found. */
  boolean reachBefore(LocalDate day) {
    return invoices.stream().anyMatch(invoice -> invoice.issueDate().isBefore(day));
  }

  SecondInvoices and(Second another) {
    return new SecondInvoices(Stream.concat(invoices.stream(), Stream.of(another)).toList());
  }
}
