package io.customerconnect.domain.feed;

import java.util.List;

/** A column of a file of historic invoices. */
public enum InvoiceColumn implements FeedColumn {
  /**
   * Whose invoice it is, where a file serves several; else the one that the file is delivered for.
   */
  LEGAL_ENTITY_ID("legalEntityId"),
  VENDOR_NUMBER("vendorNumber"),
  VENDOR_NAME("vendorName"),
  VENDOR_VAT_ID("vendorVatId"),
  INVOICE_NUMBER("invoiceNumber"),
  ISSUE_DATE("issueDate"),
  /**
   * In place of the issue date, where the buyer keeps but the day that it posted an invoice on: its
   * suppliers do not know that day, and cannot be asked for it.
   */
  POSTING_DATE("postingDate"),
  TOTAL_WITH_VAT("totalWithVat"),
  CURRENCY("currency"),
  /** UNCL1001. */
  DOCUMENT_TYPE_CODE("documentTypeCode"),
  /** The buyer's own word. */
  STATUS("status"),
  /** UNCL4343. */
  RESPONSE_CODE("responseCode"),
  /** A code of OPStatusReason, or words. */
  REASON("reason"),
  DUE_DATE("dueDate"),
  EXPECTED_PAYMENT_DATE("expectedPaymentDate"),
  PAID_DATE("paidDate"),
  PAID_AMOUNT("paidAmount"),
  PAYMENT_REFERENCE("paymentReference"),
  /** When it was so, where it was not when the file was delivered. */
  AS_OF("asOf");

  /** What a file of invoices may and must have. */
  public static final FeedLayout<InvoiceColumn> LAYOUT =
      new FeedLayout<>(
          List.of(values()),
          List.of(
              List.of(VENDOR_NUMBER),
              List.of(INVOICE_NUMBER),
              List.of(ISSUE_DATE, POSTING_DATE),
              List.of(TOTAL_WITH_VAT),
              List.of(CURRENCY)),
          List.of(LEGAL_ENTITY_ID, VENDOR_NUMBER, INVOICE_NUMBER));

  private final String header;

  InvoiceColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
