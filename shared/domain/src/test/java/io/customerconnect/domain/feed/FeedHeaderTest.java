package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedHeaderTest {

  private static FeedHeader<DirectoryColumn> header(String... names) {
    return DirectoryColumn.LAYOUT.header(List.of(names));
  }

  private static FileFault fault(String... names) {
    if (header(names) instanceof FeedHeader.Faulty<DirectoryColumn>(FileFault fault)) {
      return fault;
    }
    throw new AssertionError("The header is taken");
  }

  @Test
  void columnsStandInAnyOrderAndUnknownOnesAreNamed() {
    assertThat(header(" Country", "colour", "legalname", "legalEntityId", ""))
        .isEqualTo(
            new FeedHeader.Columns<>(
                5,
                Map.of(
                    DirectoryColumn.COUNTRY, 0,
                    DirectoryColumn.LEGAL_NAME, 2,
                    DirectoryColumn.LEGAL_ENTITY_ID, 3),
                List.of("colour")));
  }

  @Test
  void missingColumnsAreAllNamed() {
    FileFault fault = fault("legalEntityId;legalName;country");

    assertThat(fault.kind()).isEqualTo(FileFault.Kind.MISSING_COLUMNS);
    assertThat(fault.text()).contains("legalEntityId, legalName, country").contains("commas");
  }

  @Test
  void aFileHasNoMoreThanTwoHundredColumns() {
    FileFault fault = fault("x,".repeat(FeedLayout.MAX_COLUMNS + 1).split(","));

    assertThat(fault.kind()).isEqualTo(FileFault.Kind.TOO_MANY_COLUMNS);
    assertThat(fault.text()).contains("201").contains("200");
  }

  @Test
  void aColumnMustNotStandTwice() {
    FileFault fault = fault("legalEntityId", "legalName", "country", "LEGALNAME");

    assertThat(fault.kind()).isEqualTo(FileFault.Kind.REPEATED_COLUMN);
  }
}
