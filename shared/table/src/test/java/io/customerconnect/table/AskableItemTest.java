package io.customerconnect.table;

import static io.customerconnect.testing.Fixtures.MONDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.challenge.AskableInvoices;
import io.customerconnect.domain.challenge.AskableInvoices.Askable;
import io.customerconnect.domain.challenge.AskableInvoices.Prospect;
import io.customerconnect.domain.challenge.Evidence;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.TestTable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AskableItemTest {
  private final TestTable test = DynamoDbLocal.freshTable();
  private final Table table = new Table(test.client(), test.name());

  private static AskableItem item(int numberLength) {
    return AskableItem.of(
        new AskableInvoices(
            IntStream.range(0, AskableInvoices.MAX_KEPT)
                .mapToObj(
                    i ->
                        new Askable(
                            new LedgerInvoice(
                                new InvoiceNumber("Ü".repeat(numberLength - 2) + (10 + i)),
                                LocalDate.parse("2026-01-05"),
                                Money.parse("123456.78", Money.currency("EUR")),
                                DocumentType.INVOICE),
                            new Evidence(5, 16)))
                .toList(),
            100),
        Prospect.CHALLENGE,
        MONDAY_MORNING);
  }

  /** P22: what is known of a vendor takes one unit, as what is not known. */
  @Test
  void longNumbersLeaveFewerOfTheBestAndTakeOneReadUnit() {
    Keys.Key key = Keys.ledger(new LegalEntityId("buyer-" + UUID.randomUUID()));
    Map<String, AttributeValue> written = item(100).write(key);
    test.client().putItem(put -> put.tableName(test.name()).item(written));

    assertThat(test.meter().during(() -> table.get(key)).readUnits()).isEqualTo(1);
    assertThat(AskableItem.read(written).askable().best())
        .isNotEmpty()
        .isEqualTo(
            item(100)
                .askable()
                .best()
                .subList(0, AskableItem.read(written).askable().best().size()));
  }

  @Test
  void allOfUsualNumbersAreKept() {
    Map<String, AttributeValue> written = item(8).write(Keys.ledger(new LegalEntityId("buyer")));

    assertThat(AskableItem.read(written)).isEqualTo(item(8));
  }
}
