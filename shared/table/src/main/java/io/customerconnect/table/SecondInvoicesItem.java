package io.customerconnect.table;

import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.SecondInvoices.Second;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What step 2 asks about, as a list of maps within an item. */
final class SecondInvoicesItem {
  private SecondInvoicesItem() {}

  static List<Map<String, AttributeValue>> write(SecondInvoices second) {
    return second.invoices().stream()
        .map(
            one ->
                ItemBuilder.attributes()
                    .set("books", one.books().value())
                    .set("number", one.number().written())
                    .set("issueDate", one.issueDate().toString())
                    .build())
        .toList();
  }

  /** Empty when there is no such list. */
  static Optional<SecondInvoices> read(List<ItemReader> maps) {
    return maps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SecondInvoices(
                maps.stream()
                    .map(
                        one ->
                            new Second(
                                new LegalEntityId(one.string("books")),
                                new InvoiceNumber(one.string("number")),
                                LocalDate.parse(one.string("issueDate"))))
                    .toList()));
  }
}
