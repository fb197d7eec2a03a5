package io.customerconnect.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.party.DocumentType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CodesTest {
  @Test
  void everyCodeIsFoundByItself() {
    assertThat(ResponseCode.values())
        .allSatisfy(value -> assertThat(ResponseCode.ofCode(value.code())).contains(value));
    assertThat(StatusReason.values())
        .allSatisfy(value -> assertThat(StatusReason.ofCode(value.code())).contains(value));
    assertThat(StatusAction.values())
        .allSatisfy(value -> assertThat(StatusAction.ofCode(value.code())).contains(value));
    assertThat(DocumentTypeCode.values())
        .allSatisfy(
            value ->
                assertThat(DocumentTypeCode.ofCode(Integer.toString(value.code())))
                    .contains(value));
  }

  @Test
  void otherTextIsNoCode() {
    assertThat(ResponseCode.ofCode("ap")).isEmpty();
    assertThat(StatusReason.ofCode("")).isEmpty();
    assertThat(StatusAction.ofCode("XXX")).isEmpty();
    assertThat(DocumentTypeCode.ofCode("0380")).isEmpty();
    assertThat(DocumentTypeCode.ofCode("999")).isEmpty();
  }

  @Test
  void onlyWhatHoldsThePaymentUpOrChangesItNeedsAReason() {
    assertThat(Arrays.stream(ResponseCode.values()).filter(ResponseCode::needsReason))
        .extracting(ResponseCode::code)
        .containsExactlyInAnyOrder("UQ", "CA", "RE");
  }

  @Test
  void fiveTypesAreCreditNotesAndTheRestInvoices() {
    Stream<DocumentTypeCode> creditNotes =
        Arrays.stream(DocumentTypeCode.values())
            .filter(value -> value.type() == DocumentType.CREDIT_NOTE);

    assertThat(creditNotes)
        .extracting(DocumentTypeCode::code)
        .containsExactlyInAnyOrder(81, 83, 381, 396, 532);
  }
}
