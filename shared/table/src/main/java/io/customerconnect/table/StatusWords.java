package io.customerconnect.table;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.StatusMapping;
import java.util.List;

/** What buyers' own words for a status mean, where they are not those of the default list (P35). */
public final class StatusWords {
  private final Table table;

  public StatusWords(Table table) {
    this.table = table;
  }

  /** The mapping of a buyer's words; one read. */
  public StatusMapping of(LegalEntityId legalEntity) {
    return table
        .get(Keys.statusWords(legalEntity))
        .map(item -> StatusMapping.DEFAULT.with(new ItemReader(item).strings("lines")))
        .orElse(StatusMapping.DEFAULT);
  }

  /**
   * Replaces a buyer's list; one write.
   *
   * @param lines as {@link StatusMapping} has them
   * @throws io.customerconnect.domain.InvalidValueException when they are not as they should be
   */
  public void put(LegalEntityId legalEntity, List<String> lines) {
    StatusMapping.DEFAULT.with(lines);
    table.batchWrite(
        List.of(ItemBuilder.item(Keys.statusWords(legalEntity)).set("lines", lines).build()),
        List.of());
  }
}
