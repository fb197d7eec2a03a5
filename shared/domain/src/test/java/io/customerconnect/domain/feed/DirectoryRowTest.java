package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorMaster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryRowTest {
  private static final Map<String, String> LEAST =
      Map.of("legalEntityId", "e-1", "legalName", "Hafenkron Logistik GmbH", "country", "DE");

  private static DirectoryRow read(Map<String, String> cells) {
    return DirectoryRow.read(7, column -> cells.getOrDefault(column.header(), ""));
  }

  private static DirectoryRow with(String column, String text) {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.put(column, text);
    return read(cells);
  }

  private static LegalEntity entity(DirectoryRow row) {
    assertThat(row).isInstanceOf(DirectoryRow.Valid.class);
    return ((DirectoryRow.Valid) row).entity();
  }

  private static List<Reject> rejects(DirectoryRow row) {
    assertThat(row).isInstanceOf(DirectoryRow.Refused.class);
    return ((DirectoryRow.Refused) row).rejects();
  }

  private static void assertRejected(String column, String text, Reason reason) {
    assertThat(rejects(with(column, text)))
        .as("%s = %s", column, text)
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.line()).isEqualTo(7);
              assertThat(reject.column()).contains(column);
              assertThat(reject.reason()).isEqualTo(reason);
              assertThat(reject.text()).isNotBlank();
            });
  }

  @Test
  void theRequiredColumnsAreEnough() {
    LegalEntity entity = entity(read(LEAST));

    assertThat(entity.id()).isEqualTo(new LegalEntityId("e-1"));
    assertThat(entity.legalName()).isEqualTo("Hafenkron Logistik GmbH");
    assertThat(entity.accepts())
        .containsExactlyInAnyOrder(DocumentType.INVOICE, DocumentType.CREDIT_NOTE);
    assertThat(entity.policy()).isEqualTo(BuyerPolicy.CHALLENGE);
    assertThat(entity.ledger()).isEqualTo(LedgerVisibility.PRIVATE);
    assertThat(entity.group()).isEmpty();
    assertThat(entity.contacts()).isEmpty();
  }

  @Test
  void everyColumnIsRead() {
    LegalEntity entity =
        entity(
            read(
                Map.ofEntries(
                    Map.entry("legalEntityId", "e-1"),
                    Map.entry("legalName", " Hafenkron Logistik GmbH "),
                    Map.entry("otherNames", "Hafenkron Spedition| HKL ||HKL"),
                    Map.entry("country", "de"),
                    Map.entry("city", "Hamburg"),
                    Map.entry("lei", "9999 00demo 0000 0001 52"),
                    Map.entry("vatId", "DE 999.000.001"),
                    Map.entry("gln", "9529990000025"),
                    Map.entry("participantId", "iso6523-actorid-upis::0088:9529990000025"),
                    Map.entry("registrationNumber", "HRB 999001"),
                    Map.entry("groupId", "hafenkron"),
                    Map.entry("groupName", "Hafenkron Gruppe"),
                    Map.entry("acceptsInvoices", "TRUE"),
                    Map.entry("acceptsCreditNotes", "false"),
                    Map.entry("groupPolicy", "Approval"),
                    Map.entry("publishesInvoices", "true"),
                    Map.entry("vendorMaster", "sap-1"),
                    Map.entry("contactName", "Anna Lindhuber|Accounts Payable"),
                    Map.entry("contactEmail", "anna@example.com|ap@example.org"),
                    Map.entry("contactLanguage", "de-AT|en"))));

    assertThat(entity.legalName()).isEqualTo("Hafenkron Logistik GmbH");
    assertThat(entity.otherNames()).containsExactly("Hafenkron Spedition", "HKL");
    assertThat(entity.identifiers().all())
        .containsExactly(
            "DE999000001",
            "HRB 999001",
            "999900DEMO0000000152",
            "9529990000025",
            "0088:9529990000025");
    assertThat(entity.group())
        .contains(
            new EntityGroup(
                new GroupId("hafenkron"), "Hafenkron Gruppe", Optional.of(BuyerPolicy.APPROVAL)));
    assertThat(entity.policy()).isEqualTo(BuyerPolicy.APPROVAL);
    assertThat(entity.accepts()).containsExactly(DocumentType.INVOICE);
    assertThat(entity.ledger()).isEqualTo(LedgerVisibility.PUBLISHED);
    assertThat(entity.vendorMaster()).contains(new VendorMaster("sap-1"));
    assertThat(entity.contacts())
        .containsExactly(
            new Contact("Anna Lindhuber", new EmailAddress("anna@example.com"), Language.DE),
            new Contact("Accounts Payable", new EmailAddress("ap@example.org"), Language.EN));
  }

  @Test
  void everyColumnAtFaultIsNamed() {
    DirectoryRow row =
        read(Map.of("legalName", " ", "country", "Germany", "gln", "123", "policy", "maybe"));

    assertThat(rejects(row))
        .extracting(reject -> reject.column().orElse(""), Reject::reason)
        .containsExactly(
            tuple("legalEntityId", Reason.REQUIRED),
            tuple("legalName", Reason.REQUIRED),
            tuple("country", Reason.UNKNOWN_COUNTRY),
            tuple("gln", Reason.INVALID_GLN),
            tuple("policy", Reason.UNKNOWN_POLICY));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          legalEntityId, has blank, INVALID_ID
          legalEntityId, a/b, INVALID_ID
          country, UK, UNKNOWN_COUNTRY
          country, ZZ, UNKNOWN_COUNTRY
          lei, 999900DEMO0000000153, INVALID_LEI
          lei, 999900DEMO00000001, INVALID_LEI
          gln, 9529990000026, INVALID_GLN
          vatId, DE12345678, INVALID_VAT_ID
          vatId, FR12, INVALID_VAT_ID
          vatId, abc, INVALID_VAT_ID
          participantId, 88:12, INVALID_PARTICIPANT_ID
          participantId, 0088:9529990000026, INVALID_PARTICIPANT_ID
          acceptsInvoices, yes, INVALID_BOOLEAN
          publishesInvoices, 1, INVALID_BOOLEAN
          policy, open, UNKNOWN_POLICY
          groupId, a b, INVALID_ID
          contactEmail, not an address, INVALID_MAIL_ADDRESS
          contactEmail, a@example.com|, INVALID_MAIL_ADDRESS
          """)
  void aValueOfTheWrongShapeIsRefused(String column, String text, Reason reason) {
    assertRejected(column, text, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"legalName", "otherNames", "city", "vendorMaster", "registrationNumber"})
  void controlAndDisguisingCharactersAreRefused(String column) {
    assertRejected(column, "Hafen\u0000kron", Reason.INVALID_TEXT);
    assertRejected(column, "Hafen\u202Ekron", Reason.INVALID_TEXT);
    assertRejected(column, "Hafen\u00ADkron", Reason.INVALID_TEXT);
  }

  @Test
  void lineBreaksInsideACellAreBlanks() {
    assertThat(entity(with("legalName", "Hafenkron\nLogistik\tGmbH")).legalName())
        .isEqualTo("Hafenkron Logistik GmbH");
  }

  @Test
  void aNameMayHave500CharactersWhateverTheirBytes() {
    assertThat(entity(with("legalName", "漢".repeat(500))).legalName()).hasSize(500);
    assertThat(entity(with("legalName", "𠮷".repeat(500))).legalName()).hasSize(1000);
    assertRejected("legalName", "n".repeat(501), Reason.INVALID_TEXT);
    assertRejected("otherNames", "short|" + "n".repeat(501), Reason.INVALID_TEXT);
  }

  @Test
  void otherNamesAndContactsAreLimitedInNumber() {
    assertThat(entity(with("otherNames", names(20))).otherNames()).hasSize(20);
    assertRejected("otherNames", names(21), Reason.TOO_MANY);
    assertRejected("contactEmail", "a@example.com|".repeat(10) + "b@example.com", Reason.TOO_MANY);
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder("Name 1");
    for (int i = 2; i <= count; i++) {
      names.append("|Name ").append(i);
    }
    return names.toString();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DE, DE999000001, DE999000001
          DE, 999000001, DE999000001
          DE, atu99900001, ATU99900001
          GR, EL999000001, EL999000001
          GR, 999000001, EL999000001
          CH, CHE-999.000.006 MWST, CHE999000006MWST
          NL, NL999000008B01, NL999000008B01
          BR, 99.999.310/0001-00, 99999310000100
          TR, 9990000077, 9990000077
          GB, XI999000001, XI999000001
          """)
  void vatIdsAreKeptInOneNotation(String country, String text, String kept) {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.put("country", country);
    cells.put("vatId", text);

    assertThat(entity(read(cells)).identifiers().vatId()).contains(kept);
  }

  @Test
  void aGroupWithoutANameIsCalledByItsId() {
    assertThat(entity(with("groupId", "g-1")).group().map(EntityGroup::name)).contains("g-1");
  }

  @Test
  void aGroupsNameOrPolicyNeedsItsId() {
    assertThat(rejects(with("groupName", "Hafenkron Gruppe")))
        .extracting(Reject::reason)
        .containsExactly(Reason.REQUIRED);
    assertThat(rejects(with("groupPolicy", "hidden")))
        .extracting(reject -> reject.column().orElse(""))
        .containsExactly("groupId");
  }

  @Test
  void anEntitysOwnPolicyGoesBeforeItsGroups() {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.put("groupId", "g-1");
    cells.put("groupPolicy", "hidden");
    assertThat(entity(read(cells)).offer()).isEqualTo(LegalEntity.Offer.WITHHELD);

    cells.put("policy", "closed");
    assertThat(entity(read(cells)).policy()).isEqualTo(BuyerPolicy.CLOSED);
  }

  @Test
  void aContactWithoutANameIsCalledByItsAddress() {
    assertThat(entity(with("contactEmail", "ap@example.com")).contacts())
        .containsExactly(
            new Contact("ap@example.com", new EmailAddress("ap@example.com"), Language.DE));
  }

  @Test
  void aContactWithoutALanguageHasItsCountrys() {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.put("country", "FR");
    cells.put("contactEmail", "ap@example.com");

    assertThat(entity(read(cells)).contacts())
        .extracting(Contact::language)
        .containsExactly(Language.EN);
  }

  @Test
  void aLanguageThatIsNoneIsRefused() {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.put("contactEmail", "ap@example.com");
    cells.put("contactLanguage", "German!");

    assertThat(rejects(read(cells)))
        .extracting(Reject::reason)
        .containsExactly(Reason.INVALID_LANGUAGE);
  }

  @Test
  void contactsThatDoNotFitTogetherAreRefused() {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.put("contactName", "Anna|Jonas");
    assertThat(rejects(read(cells))).extracting(Reject::reason).containsExactly(Reason.REQUIRED);

    cells.put("contactEmail", "anna@example.com");
    assertThat(rejects(read(cells)))
        .extracting(Reject::reason)
        .containsExactly(Reason.CONTACTS_DIFFER);

    cells.put("contactEmail", "anna@example.com|jonas@example.com|ap@example.com");
    cells.put("contactName", "");
    cells.put("contactLanguage", "de|en");
    assertThat(rejects(read(cells)))
        .extracting(Reject::reason)
        .containsExactly(Reason.CONTACTS_DIFFER);
  }
}
