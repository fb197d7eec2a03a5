package io.customerconnect.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final TicketNumber NUMBER = TicketNumber.random(new Random(1));
  private static final AccountId ACCOUNT = new AccountId("same");
  private static final LegalEntityId ENTITY = new LegalEntityId("same");
  private static final HistoricInvoice.Id INVOICE =
      new HistoricInvoice.Id(
          ENTITY,
          new VendorNumber("same"),
          "same",
          LocalDate.parse("2026-03-02"),
          DocumentTypeCode.COMMERCIAL_INVOICE,
          Currency.getInstance("EUR"));

  @Test
  void noTwoKindsOfItemsShareAKeyEvenWhereTheirIdsAreTheSame() {
    assertThat(
            List.of(
                Keys.account(ACCOUNT),
                Keys.relationship(ACCOUNT, ENTITY),
                Keys.dueProgress(),
                Keys.ticket(NUMBER),
                Keys.history(NUMBER, "same"),
                Keys.notice(ACCOUNT, AT, "same"),
                Keys.noticesRead(ACCOUNT),
                Keys.missingCustomer(ACCOUNT, new CountryCode("DE"), "same"),
                Keys.demand(new CountryCode("DE"), "same"),
                Keys.legalEntity(ENTITY),
                Keys.gathering(ENTITY),
                Keys.ledgerGain(Keys.gatheredGains(ENTITY), "same", new FileVersion(AT, "same"), 0),
                Keys.group(new GroupId("same")),
                Keys.member(new GroupId("same"), ENTITY),
                Keys.feedFile("same"),
                Keys.feedChunk("same", new FileVersion(AT, "same"), 0),
                Keys.invoice(INVOICE),
                Keys.invoiceOfVendor(INVOICE),
                Keys.decision("same"),
                Keys.effect("same")))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSeparatorInANumberMakesNoOtherKey() {
    assertThat(invoice("1#2", "3")).isNotEqualTo(invoice("1", "2#3"));
    assertThat(invoice("1#2", "3")).isNotEqualTo(invoice("1%232", "3"));
  }

  private static Keys.Key invoice(String vendor, String number) {
    return Keys.invoiceOfVendor(
        new HistoricInvoice.Id(
            ENTITY,
            new VendorNumber(vendor),
            number,
            INVOICE.issueDate(),
            INVOICE.documentType(),
            INVOICE.currency()));
  }

  @Test
  void whatBelongsToAnAccountIsInItsPartition() {
    String partition = Keys.accountPartition(ACCOUNT);
    assertThat(Keys.relationship(ACCOUNT, ENTITY).pk()).isEqualTo(partition);
    assertThat(Keys.notice(ACCOUNT, AT, "n").pk()).isEqualTo(partition);
    assertThat(Keys.noticesRead(ACCOUNT).pk()).isEqualTo(partition);
    assertThat(Keys.ticketOfAccount(ACCOUNT, AT, NUMBER).pk()).isEqualTo(partition);
  }

  @Test
  void aDueRequestIsInOneOfItsDaysPartitions() {
    for (int i = 0; i < 100; i++) {
      assertThat(Keys.duePartitions(LocalDate.parse("2026-03-02")))
          .contains(Keys.due(AT, new AccountId("a" + i), ENTITY).pk());
    }
  }

  @Test
  void instantsSortAsText() {
    assertThat(Keys.instant(AT)).isEqualTo("2026-03-02T08:00:00.000Z");
    assertThat(Keys.instant(AT.plusMillis(1))).isGreaterThan(Keys.instant(AT));
    assertThat(Instant.parse(Keys.instant(AT.plusMillis(7)))).isEqualTo(AT.plusMillis(7));
  }

  @Test
  void aTicketsIndexKeyLeadsBackToItsNumber() {
    assertThat(Keys.ticketNumber(Keys.ticketOfAccount(ACCOUNT, AT, NUMBER).sk())).isEqualTo(NUMBER);
    assertThat(Keys.ticketNumber(Keys.closed(AT, NUMBER).sk())).isEqualTo(NUMBER);
  }

  @Test
  void ofClosedTicketsTheLatestSortsFirst() {
    assertThat(Keys.closedPartitions()).contains(Keys.closed(AT, NUMBER).pk());
    assertThat(Keys.closed(AT.plusMillis(1), NUMBER).sk()).isLessThan(Keys.closed(AT, NUMBER).sk());
    assertThat(Keys.closed(AT.plusSeconds(86_400L * 365 * 300), NUMBER).sk())
        .isLessThan(Keys.closed(AT, NUMBER).sk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "A#other", "T#", "T#2026", "R#x", "ACCOUNT"})
  void aTamperedCursorIsRefused(String sortKey) {
    String text = Base64.getUrlEncoder().encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Cursor.ofTickets(text)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Cursor.ofNotices("%%" + text))
        .isInstanceOf(InvalidValueException.class);
  }
}
