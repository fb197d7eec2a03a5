package io.customerconnect.domain.invoice;

import static io.customerconnect.domain.party.DocumentType.CREDIT_NOTE;
import static io.customerconnect.domain.party.DocumentType.INVOICE;

import io.customerconnect.domain.party.DocumentType;
import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of invoice or credit note a document is, by its code of UNCL1001 (BT-3): the codes that
 * Peppol BIS Billing 3 allows.
 */
public enum DocumentTypeCode {
  REQUEST_FOR_PAYMENT(71, INVOICE),
  DEBIT_NOTE_GOODS_OR_SERVICES(80, INVOICE),
  CREDIT_NOTE_GOODS_OR_SERVICES(81, CREDIT_NOTE),
  METERED_SERVICES_INVOICE(82, INVOICE),
  CREDIT_NOTE_FINANCIAL_ADJUSTMENTS(83, CREDIT_NOTE),
  DEBIT_NOTE_FINANCIAL_ADJUSTMENTS(84, INVOICE),
  TAX_NOTIFICATION(102, INVOICE),
  FINAL_PAYMENT_REQUEST(218, INVOICE),
  PAYMENT_REQUEST_FOR_COMPLETED_UNITS(219, INVOICE),
  PARTIAL_INVOICE(326, INVOICE),
  INVOICE_WITH_PACKING_LIST(331, INVOICE),
  COMMERCIAL_INVOICE(380, INVOICE),
  COMMERCIAL_CREDIT_NOTE(381, CREDIT_NOTE),
  COMMISSION_NOTE(382, INVOICE),
  DEBIT_NOTE(383, INVOICE),
  CORRECTED_INVOICE(384, INVOICE),
  PREPAYMENT_INVOICE(386, INVOICE),
  TAX_INVOICE(388, INVOICE),
  SELF_BILLED_INVOICE(389, INVOICE),
  FACTORED_INVOICE(393, INVOICE),
  CONSIGNMENT_INVOICE(395, INVOICE),
  FACTORED_CREDIT_NOTE(396, CREDIT_NOTE),
  FORWARDERS_CREDIT_NOTE(532, CREDIT_NOTE),
  FORWARDERS_DISCREPANCY_REPORT(553, INVOICE),
  INSURERS_INVOICE(575, INVOICE),
  FORWARDERS_INVOICE(623, INVOICE),
  FREIGHT_INVOICE(780, INVOICE),
  CLAIM_NOTIFICATION(817, INVOICE),
  CONSULAR_INVOICE(870, INVOICE),
  PARTIAL_CONSTRUCTION_INVOICE(875, INVOICE),
  PARTIAL_FINAL_CONSTRUCTION_INVOICE(876, INVOICE),
  FINAL_CONSTRUCTION_INVOICE(877, INVOICE);

  private final int code;
  private final DocumentType type;

  DocumentTypeCode(int code, DocumentType type) {
    this.code = code;
    this.type = type;
  }

  /** The UNCL1001 code. */
  public int code() {
    return code;
  }

  /** The same, reduced to which way the money goes. */
  public DocumentType type() {
    return type;
  }

  /** The value with this code, in digits as it stands in files and messages. */
  public static Optional<DocumentTypeCode> ofCode(String code) {
    return Arrays.stream(values())
        .filter(value -> Integer.toString(value.code).equals(code))
        .findFirst();
  }
}
