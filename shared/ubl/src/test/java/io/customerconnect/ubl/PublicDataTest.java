package io.customerconnect.ubl;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.customerconnect.domain.invoice.DocumentTypeCode;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.status.Clarification;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.testing.PublicData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others publish: the code lists, and examples of each kind of message. */
final class PublicDataTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-25T12:00:00Z");

  /** What an example is about: code, reasons, actions and corrections. */
  private record Said(
      ResponseCode code,
      Set<StatusReason> reasons,
      Set<StatusAction> actions,
      Map<String, String> corrections) {

    static Said of(InvoiceResponse response) {
      Clarification clarification = response.entry().clarification();
      return new Said(
          response.entry().code().orElseThrow(),
          clarification.reasons(),
          clarification.actions(),
          clarification.corrections().stream()
              .collect(toMap(correction -> correction.term(), correction -> correction.value())));
    }
  }

  @Test
  void allExamplesOfInvoiceResponseAreRead() throws Exception {
    Optional<Path> folder = PublicData.folderFor("Peppol's examples of Invoice Response are read");
    if (folder.isEmpty()) {
      return;
    }
    Path examples = folder.get().resolve("peppol/invoice-response");
    Map<String, Said> expected =
        Map.of(
            "InvoiceResponse_Example.xml",
            said(
                ResponseCode.REJECTED,
                Set.of(),
                Set.of(StatusAction.NOTHING),
                Map.of("BT-48", "EU123456789")),
            "T111-uc001-Invoice_in_process.xml",
            said(ResponseCode.IN_PROCESS, Set.of(), Set.of(), Map.of()),
            "T111-uc002a-Additional_reference_data.xml",
            said(
                ResponseCode.IN_PROCESS,
                Set.of(),
                Set.of(StatusAction.NOTHING),
                Map.of("Buyer process reference", "X001")),
            "T111-uc003-Invoice_is_accepted.xml",
            said(ResponseCode.ACCEPTED, Set.of(), Set.of(), Map.of()),
            "T111-uc004a-Invoice_is_rejected.xml",
            said(ResponseCode.REJECTED, Set.of(StatusReason.REFERENCES), Set.of(), Map.of()),
            "T111-uc005-Invoice_is_conditionally_accepted.xml",
            said(
                ResponseCode.CONDITIONALLY_ACCEPTED,
                Set.of(StatusReason.PAYMENT_TERMS),
                Set.of(),
                Map.of("BT-9", "2018-01-15")),
            "T111-uc006a-Under_query_missing_information.xml",
            said(
                ResponseCode.UNDER_QUERY,
                Set.of(StatusReason.REFERENCES),
                Set.of(StatusAction.PROVIDE_INFORMATION),
                Map.of("BT-13", "PO0001")),
            "T111-uc007-Payment_has_been_initiated.xml",
            said(ResponseCode.PAID, Set.of(), Set.of(), Map.of()));

    assertThat(files(examples))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    for (Path example : files(examples)) {
      InvoiceResponse response = read(example);
      assertThat(Said.of(response))
          .as(example.getFileName().toString())
          .isEqualTo(expected.get(example.getFileName().toString()));
      assertThat(response.invoice()).isEqualTo(new InvoiceNumber("inv021"));
      assertThat(response.buyer()).isPresent();
      assertThat(response.supplier()).isPresent();
    }
    assertThat(
            read(examples.resolve("T111-uc005-Invoice_is_conditionally_accepted.xml"))
                .expectedPayment())
        .isEqualTo(new NamedDate.On(LocalDate.of(2018, 1, 15)));
  }

  @Test
  void ourCodesAreThoseOfTheLists() throws Exception {
    Optional<Path> folder = PublicData.folderFor("our codes are those of Peppol's code lists");
    if (folder.isEmpty()) {
      return;
    }
    Path lists = folder.get().resolve("codelists");

    assertThat(codes(ResponseCode.values(), ResponseCode::code))
        .isEqualTo(codes(lists.resolve("UNCL4343-invoice-response.csv")));
    assertThat(codes(StatusReason.values(), StatusReason::code))
        .isEqualTo(codes(lists.resolve("OPStatusReason.csv")));
    assertThat(codes(StatusAction.values(), StatusAction::code))
        .isEqualTo(codes(lists.resolve("OPStatusAction.csv")));
    assertThat(documentTypes(DocumentType.INVOICE))
        .isEqualTo(codes(lists.resolve("UNCL1001-invoice-types.csv")));
    assertThat(documentTypes(DocumentType.CREDIT_NOTE))
        .isEqualTo(codes(lists.resolve("UNCL1001-creditnote-types.csv")));
  }

  private static Set<String> documentTypes(DocumentType type) {
    return codes(
        Arrays.stream(DocumentTypeCode.values())
            .filter(value -> value.type() == type)
            .toArray(DocumentTypeCode[]::new),
        value -> Integer.toString(value.code()));
  }

  private static <T> Set<String> codes(T[] values, Function<T, String> code) {
    return Arrays.stream(values).map(code).collect(toSet());
  }

  private static Set<String> codes(Path list) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(PublicData.reader(list))) {
      return csv.stream().map(row -> row.getField("code")).collect(toSet());
    }
  }

  private static Said said(
      ResponseCode code,
      Set<StatusReason> reasons,
      Set<StatusAction> actions,
      Map<String, String> corrections) {
    return new Said(code, reasons, actions, corrections);
  }

  private static InvoiceResponse read(Path file) throws UblException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return InvoiceResponse.of(UblReader.DEFAULT.read(in), RECEIVED);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList();
    }
  }
}
