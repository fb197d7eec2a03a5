package io.customerconnect.functions.status;

import static io.customerconnect.functions.status.StatusScene.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.Payment;
import io.customerconnect.domain.status.StatusEntry;
import io.customerconnect.lambda.Json;
import io.customerconnect.testing.functions.HttpCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When will I get paid? (P34) */
class InvoicesTest {
  private static final StatusScene SCENE = new StatusScene();

  private static HistoricInvoice invoice(
      String number, String total, String currency, String status, Optional<String> named) {
    HistoricInvoice row = SCENE.row(number, status);
    return new HistoricInvoice(
        row.legalEntity(),
        row.vendor(),
        row.vendorName(),
        row.vendorVatId(),
        new InvoiceNumber(number),
        row.issueDate().plusDays(number.charAt(number.length() - 1) - '0'),
        Money.parse(total, Money.currency(currency)),
        number.startsWith("G")
            ? DocumentTypeCode.COMMERCIAL_CREDIT_NOTE
            : DocumentTypeCode.COMMERCIAL_INVOICE,
        Optional.of(LocalDate.of(2026, 4, 2)),
        named
            .<NamedDate>map(day -> new NamedDate.On(LocalDate.parse(day)))
            .orElseGet(NamedDate.None::new),
        new StatusEntry(
            Optional.of(status),
            Optional.empty(),
            Clarification.NONE,
            status.equals("bezahlt")
                ? new Payment(
                    Optional.of(
                        LocalDate.of(2026, 2, 20 + number.charAt(number.length() - 1) - '0')),
                    Optional.empty(),
                    Optional.empty())
                : Payment.UNKNOWN),
        SCENE.now());
  }

  @BeforeAll
  static void aBuyerHasDelivered() {
    SCENE.connected();
    SCENE.deliver(
        List.of(
            invoice("RE-1", "100.00", "EUR", "freigegeben", Optional.of("2026-03-20")),
            invoice("RE-2", "250.00", "EUR", "freigegeben", Optional.of("2026-03-18")),
            invoice("RE-3", "90", "JPY", "in Bearbeitung", Optional.empty()),
            invoice("RE-4", "10.00", "EUR", "gesperrt", Optional.empty()),
            invoice("RE-5", "11.00", "EUR", "bezahlt", Optional.empty()),
            invoice("RE-6", "12.00", "EUR", "bezahlt", Optional.empty()),
            invoice("RE-7", "1.00", "EUR", "freigegeben", Optional.of("2026-02-27")),
            invoice("G-8", "40.00", "EUR", "freigegeben", Optional.of("2026-03-20"))));
    SCENE.settle();
  }

  private static List<String> asked(String... parameters) {
    return numbers(SCENE.seen(question(parameters)));
  }

  private static UnaryOperator<HttpCall> question(String... parameters) {
    return call -> {
      HttpCall asked = call.query("legalEntityId", SCENE.buyer().value());
      for (int i = 0; i < parameters.length; i += 2) {
        asked = asked.query(parameters[i], parameters[i + 1]);
      }
      return asked;
    };
  }

  @Test
  void whatComesSoonestIsFirstAndWhatIsSettledLast() {
    assertThat(asked())
        .containsExactly("RE-7", "RE-2", "G-8", "RE-1", "RE-3", "RE-4", "RE-6", "RE-5");
    assertThat(asked("sort", "-paymentDate")).isEqualTo(asked().reversed());
  }

  @Test
  void oneBuyersInvoicesAreSortedByTheirDate() {
    assertThat(asked("sort", "issueDate"))
        .containsExactly("RE-1", "RE-2", "RE-3", "RE-4", "RE-5", "RE-6", "RE-7", "G-8");
    assertThat(asked("sort", "-issueDate")).isEqualTo(asked("sort", "issueDate").reversed());
    assertThat(SCENE.call().query("sort", "issueDate").send().problem()).isEqualTo("invalid-field");
  }

  @Test
  void everyFilterFindsWhatItSays() {
    assertThat(asked("status", "AP")).containsExactly("RE-7", "RE-2", "G-8", "RE-1");
    assertThat(asked("standing", "settled")).containsExactly("RE-6", "RE-5");
    assertThat(asked("standing", "open", "sort", "-paymentDate"))
        .containsExactly("RE-4", "RE-3", "RE-1", "G-8", "RE-2", "RE-7");
    assertThat(asked("issuedFrom", "2026-02-05", "issuedTo", "2026-02-06"))
        .containsExactly("RE-4", "RE-5");
    assertThat(asked("paymentFrom", "2026-03-19", "paymentTo", "2026-03-31"))
        .containsExactly("G-8", "RE-1");
    assertThat(asked("totalFrom", "90", "totalTo", "100.00")).containsExactly("RE-1", "RE-3");
    assertThat(asked("currency", "jpy")).containsExactly("RE-3");
    assertThat(asked("invoiceNumber", "re 7")).containsExactly("RE-7");
    assertThat(asked("status", "AP", "currency", "EUR", "totalFrom", "200"))
        .containsExactly("RE-2");
    assertThat(asked("status", "CA")).isEmpty();
  }

  @Test
  void whatIsAskedWronglyIsRefusedWithItsField() {
    Stream.of(
            List.of("status", "XX"),
            List.of("standing", "paid"),
            List.of("issuedFrom", "1.2.2026"),
            List.of("totalFrom", "1e9"),
            List.of("totalTo", "1,00"),
            List.of("currency", "XXX!"),
            List.of("invoiceNumber", "--"),
            List.of("sort", "amount"),
            List.of("legalEntityId", "a b"),
            List.of("cursor", "x".repeat(5_000)))
        .forEach(
            wrong -> {
              HttpCall.Answer answer = SCENE.call().query(wrong.getFirst(), wrong.getLast()).send();
              assertThat(answer.problem()).as(wrong.toString()).isEqualTo("invalid-field");
              assertThat(answer.json().require("field")).isEqualTo(wrong.getFirst());
            });
  }

  @Test
  void totalsAreByCurrencyAndWeekAndCreditNotesMakeThemLess() {
    List<String> totals =
        SCENE
            .call()
            .query("legalEntityId", SCENE.buyer().value())
            .send()
            .json()
            .items("totals")
            .stream()
            .map(Json.Obj.class::cast)
            .map(
                total ->
                    "%s %s %s %s %d"
                        .formatted(
                            total.require("currency"),
                            total.require("due"),
                            total.string("week").orElse("-"),
                            total.require("open"),
                            total.requireNumber("documents")))
            .toList();

    assertThat(totals)
        .containsExactly(
            "EUR late - 1.00 1",
            "EUR week 2026-W12 310.00 3",
            "EUR on-hold - 10.00 1",
            "JPY week 2026-W14 90 1");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapsOrRepeats() {
    StatusScene many = new StatusScene().connected();
    many.deliver(many.rows(130));
    many.settle();

    assertThat(many.numbers()).hasSize(130).doesNotHaveDuplicates();
    List<Json.Obj> all = many.seen(call -> call);
    assertThat(all).as("with those of the test buyer").hasSize(138);
    assertThat(numbers(all)).doesNotHaveDuplicates();
  }

  @Test
  void aCursorIsGoodForItsAccountAndItsQuestionAlone() {
    StatusScene many = new StatusScene().connected();
    many.deliver(many.rows(60));
    many.settle();
    String cursor = many.call().send().json().require("next");
    HttpCall again = many.call().query("cursor", cursor);
    assertThat(again.send().status()).isEqualTo(200);

    assertThat(again.signedInAs("another", "user-2").send().problem()).isEqualTo("invalid-field");
    assertThat(again.query("status", "AP").send().problem()).isEqualTo("invalid-field");
    assertThat(again.query("sort", "-paymentDate").send().problem()).isEqualTo("invalid-field");
    for (int i = 0; i < cursor.length() - 1; i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThat(many.call().query("cursor", tampered).send().problem())
          .as(tampered)
          .isEqualTo("invalid-field");
    }
  }

  @Test
  void noOtherAccountSeesAnythingOfIt() {
    Json.Obj other = SCENE.call().signedInAs("another", "user-2").send().json();

    assertThat(other.items("invoices")).isEmpty();
    assertThat(other.items("totals")).isEmpty();
    assertThat(other.items("customers")).isEmpty();
    assertThat(SCENE.call().signedOut().send().problem()).isEqualTo("not-signed-in");
  }
}
