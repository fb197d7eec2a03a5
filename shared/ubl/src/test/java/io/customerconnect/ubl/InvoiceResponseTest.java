package io.customerconnect.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.status.Correction;
import io.customerconnect.domain.status.NamedDate;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class InvoiceResponseTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-25T12:00:00Z");
  private static final String QUERY = Samples.text("under-query.xml");

  @Test
  void aQuerySaysWhatIsWrongAndWhatToDo() throws Exception {
    InvoiceResponse response = read(QUERY);

    assertThat(response.entry().code()).contains(ResponseCode.UNDER_QUERY);
    assertThat(response.entry().clarification().reasons()).containsExactly(StatusReason.PRICES);
    assertThat(response.entry().clarification().actions())
        .containsExactly(StatusAction.CREDIT_PARTIALLY);
    assertThat(response.entry().clarification().corrections())
        .containsExactly(new Correction("BT-146", "12.50"));
  }

  @Test
  void aReasonThatIsInNoListIsKeptInWords() throws Exception {
    assertThat(read(QUERY).entry().clarification().text())
        .contains("Position 3: agreed were 12.50\nZZZ");
  }

  @Test
  void itIsAboutOneInvoiceBetweenTwoParties() throws Exception {
    InvoiceResponse response = read(QUERY);

    assertThat(response.id()).isEqualTo("R-17");
    assertThat(response.invoice()).isEqualTo(new InvoiceNumber("2026-0815"));
    assertThat(response.type()).isEqualTo(DocumentTypeCode.COMMERCIAL_INVOICE);
    assertThat(response.issued()).contains(LocalDate.of(2026, 11, 2));
    assertThat(response.buyer()).contains(new Endpoint("0088", "4012345000009"));
    assertThat(response.supplier()).contains(new Endpoint("9930", "DE123456789"));
  }

  @Test
  void itsTimeCountsWithItsOffset() throws Exception {
    assertThat(read(QUERY).asOf()).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
    assertThat(read(QUERY.replace("+01:00", "")).asOf())
        .isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
  }

  @Test
  void withoutATimeItIsAsLateAsItsDayAllowsButNotAfterItCame() throws Exception {
    String untimed = QUERY.replace("<b:IssueTime>09:30:00+01:00</b:IssueTime>", "");

    assertThat(read(untimed).asOf()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(read(untimed.replace("2026-11-20", "2026-11-25")).asOf()).isEqualTo(RECEIVED);
  }

  @Test
  void aClockThatIsAheadDoesNotWinForYears() throws Exception {
    assertThat(read(QUERY.replace("2026-11-20", "2099-11-20")).asOf()).isEqualTo(RECEIVED);
  }

  @Test
  void theDueDateThatTheBuyerWantsIsTheDayOfPayment() throws Exception {
    String moved = QUERY.replace("BT-146", "BT-9").replace(">12.50<", ">2026-12-24<");

    assertThat(read(moved).expectedPayment())
        .isEqualTo(new NamedDate.On(LocalDate.of(2026, 12, 24)));
    assertThat(read(QUERY).expectedPayment()).isEqualTo(new NamedDate.Unsaid());
    assertThat(read(moved.replace("2026-12-24", "Christmas")).expectedPayment())
        .isEqualTo(new NamedDate.Unsaid());
  }

  @Test
  void aRejectionWithoutAReasonIsRefused() {
    String bare = QUERY.replaceAll("(?s)<a:Status>.*</a:Status>", "").replace(">UQ<", ">RE<");

    assertThatThrownBy(() -> read(bare))
        .isInstanceOf(UblException.class)
        .hasMessageContaining("RE must say why");
  }

  @Test
  void aPaymentNeedsNoReason() throws Exception {
    String paid = QUERY.replaceAll("(?s)<a:Status>.*</a:Status>", "").replace(">UQ<", ">PD<");

    assertThat(read(paid).entry().code()).contains(ResponseCode.PAID);
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThatThrownBy(() -> read(QUERY.replace(">UQ<", ">XX<")))
        .isInstanceOfSatisfying(
            UblException.class,
            wrong -> {
              assertThat(wrong).hasMessageContaining("ResponseCode");
              assertThat(wrong.place())
                  .isEqualTo(
                      new UblException.Place(
                          19, 17, "ApplicationResponse/DocumentResponse/Response"));
            });
    assertThatThrownBy(() -> read(QUERY.replace("<b:ID>2026-0815</b:ID>", "<b:ID> </b:ID>")))
        .hasMessageContaining("ID is missing or empty");
    assertThatThrownBy(() -> read(QUERY.replace(">380<", ">999<")))
        .hasMessageContaining("DocumentTypeCode");
    assertThatThrownBy(() -> read(QUERY.replace("2026-11-20<", "20.11.2026<")))
        .hasMessageContaining("IssueDate must be a day");
    assertThatThrownBy(() -> read(QUERY.replace("09:30:00+01:00", "half past nine")))
        .hasMessageContaining("IssueTime");
  }

  @Test
  void aMessageAboutAMessageIsNoInvoiceResponse() {
    assertThatThrownBy(() -> read(QUERY.replace("invoice_response:3", "mlr:3")))
        .hasMessage("This is not a Peppol Invoice Response.");
  }

  @Test
  void twoInvoicesInOneResponseAreRefused() {
    String twice =
        QUERY.replace(
            "</a:DocumentReference>",
            "</a:DocumentReference><a:DocumentReference><b:ID>2</b:ID></a:DocumentReference>");

    assertThatThrownBy(() -> read(twice)).hasMessageContaining("exactly one DocumentReference");
  }

  private static InvoiceResponse read(String xml) throws UblException, IOException {
    return InvoiceResponse.of(Samples.read(xml), RECEIVED);
  }
}
