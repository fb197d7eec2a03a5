package io.customerconnect.table;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.LoadedInvoice;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.StatusEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What stands beside a legal entity's books and is nobody's. An answer that leads nowhere reads it
 * in place of what another one reads, so that neither the capacity nor the time that it takes tells
 * whether a number exists (P22).
 */
final class Decoys {
  private static final FileVersion NO_FILE = new FileVersion(Instant.EPOCH, "0");

  private Decoys() {}

  static List<Keys.Key> keys(LegalEntityId legalEntity) {
    return List.of(Keys.nothingAskable(legalEntity), Keys.nobodysInvoice(legalEntity));
  }

  static List<Map<String, AttributeValue>> items(LegalEntityId legalEntity) {
    return List.of(
        AskableItem.of(AskableInvoices.NONE, AskableInvoices.Prospect.NONE, Instant.EPOCH)
            .write(Keys.nothingAskable(legalEntity)),
        invoice(legalEntity));
  }

  /** As large as most, and in no index. */
  private static Map<String, AttributeValue> invoice(LegalEntityId legalEntity) {
    HistoricInvoice nobodys =
        new HistoricInvoice(
            legalEntity,
            new VendorNumber("-"),
            Optional.empty(),
            Optional.empty(),
            new InvoiceNumber("NOBODYS-1"),
            LocalDate.EPOCH,
            Money.parse("1000.00", Money.currency("EUR")),
            DocumentTypeCode.COMMERCIAL_INVOICE,
            Optional.empty(),
            new NamedDate.None(),
            StatusEntry.UNKNOWN,
            Instant.EPOCH);
    Map<String, AttributeValue> item =
        new HashMap<>(InvoiceItem.write(LoadedInvoice.of(nobodys, new Revision(NO_FILE, 1)), 1));
    item.remove(Keys.INDEX_PK);
    item.remove(Keys.INDEX_SK);
    item.putAll(Table.attributes(Keys.nobodysInvoice(legalEntity)));
    return Map.copyOf(item);
  }
}
