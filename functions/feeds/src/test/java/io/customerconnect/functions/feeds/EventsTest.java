package io.customerconnect.functions.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.DynamoDbLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample events, as they are given to the two functions. */
class EventsTest {

  private static Json.Obj body(String event) {
    try {
      Json.Obj batch =
          Json.readObject(Files.readString(DynamoDbLocal.root().resolve("events/" + event)));
      return Json.readObject(((Json.Obj) batch.items("Records").getFirst()).require("body"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theBucketsNewsNamesTheUpload() {
    Delivery delivery = Delivery.parse(body("SplitFile.directory.json")).getFirst();

    assertThat(delivery.key()).isEqualTo("directory/nordwind 2026-08.csv");
    assertThat(delivery.size()).isEqualTo(20_480);
    assertThat(delivery.version().text()).isEqualTo("2026-08-01T10:00:00.000Z#0066AB3F0012345678");
  }

  @Test
  void theKeyOfAFileOfInvoicesNamesTheLegalEntity() {
    for (String event : List.of("SplitFile.invoices.json", "SplitFile.credit-note.json")) {
      assertThat(InvoiceRows.legalEntity(Delivery.parse(body(event)).getFirst().key()))
          .contains(new LegalEntityId("nordwind-01"));
    }
    assertThat(InvoiceRows.legalEntity(Chunk.Message.parse(body("LoadChunk.invoices.json")).key()))
        .contains(new LegalEntityId("nordwind-01"));
  }

  @Test
  void theBucketsTestEventNamesNone() {
    assertThat(Delivery.parse(body("SplitFile.test-event.json"))).isEqualTo(List.of());
  }

  @Test
  void aChunksMessageIsReadAsItIsWritten() {
    Chunk.Message message = Chunk.Message.parse(body("LoadChunk.first.json"));

    assertThat(message.chunk()).isEqualTo(new Chunk(182, 20_480, 2));
    assertThat(Chunk.Message.parse(message.json())).isEqualTo(message);
  }
}
