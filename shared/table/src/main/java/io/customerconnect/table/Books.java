package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What challenges need to know of a legal entity's books, made from its invoices beforehand:
 * reading them all while a supplier waits would take long, and tell by its time whose number it
 * was.
 */
public final class Books {
  private final Table table;

  public Books(Table table) {
    this.table = table;
  }

  /** Notes a vendor of a legal entity's books, and what it can be asked for; one batch write. */
  public void put(
      LegalEntityId legalEntity, VendorScope scope, VendorNumber vendor, AskableInvoices askable) {
    table.batchWrite(
        List.of(
            AskableItem.write(Keys.askable(legalEntity, vendor), askable),
            ItemBuilder.item(Keys.vendorKnown(scope, vendor, legalEntity))
                .set("legalEntity", legalEntity.value())
                .build()),
        List.of());
  }

  /** What the item of a legal entity's books says that they are good for. */
  static LedgerFitness fitness(Optional<Map<String, AttributeValue>> item) {
    return item.map(books -> LedgerFitness.valueOf(new ItemReader(books).string("fitness")))
        .orElse(LedgerFitness.EMPTY);
  }

  /** Notes what a legal entity's books are good for; one write. */
  public void put(LegalEntityId legalEntity, LedgerFitness fitness) {
    table.batchWrite(
        List.of(ItemBuilder.item(Keys.books(legalEntity)).set("fitness", fitness.name()).build()),
        List.of());
  }
}
