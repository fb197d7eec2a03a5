package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryHeaderTest {

  @Test
  void columnsStandInAnyOrderAndUnknownOnesAreNamed() {
    DirectoryHeader header =
        DirectoryHeader.read(List.of(" Country", "colour", "legalname", "legalEntityId", ""));

    assertThat(header)
        .isInstanceOfSatisfying(
            DirectoryHeader.Columns.class,
            columns -> {
              assertThat(columns.width()).isEqualTo(5);
              assertThat(columns.positions())
                  .containsEntry(DirectoryColumn.COUNTRY, 0)
                  .containsEntry(DirectoryColumn.LEGAL_NAME, 2)
                  .containsEntry(DirectoryColumn.LEGAL_ENTITY_ID, 3)
                  .hasSize(3);
              assertThat(columns.unknown()).containsExactly("colour");
            });
  }

  @Test
  void missingColumnsAreAllNamed() {
    assertThat(DirectoryHeader.read(List.of("legalEntityId;legalName;country")))
        .isInstanceOfSatisfying(
            DirectoryHeader.Faulty.class,
            faulty -> {
              assertThat(faulty.fault().kind()).isEqualTo(FileFault.Kind.MISSING_COLUMNS);
              assertThat(faulty.fault().text())
                  .contains("legalEntityId, legalName, country")
                  .contains("commas");
            });
  }

  @Test
  void aColumnMustNotStandTwice() {
    assertThat(DirectoryHeader.read(List.of("legalEntityId", "legalName", "country", "LEGALNAME")))
        .isInstanceOfSatisfying(
            DirectoryHeader.Faulty.class,
            faulty -> assertThat(faulty.fault().kind()).isEqualTo(FileFault.Kind.REPEATED_COLUMN));
  }
}
