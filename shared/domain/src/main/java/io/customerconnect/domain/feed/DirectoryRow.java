package io.customerconnect.domain.feed;

import io.customerconnect.domain.party.LegalEntity;
import java.util.List;
import java.util.function.Function;

/** A row of a directory file: a legal entity, or what is wrong with it. */
public sealed interface DirectoryRow {

  /** A row that can be loaded. */
  record Valid(LegalEntity entity) implements DirectoryRow {}

  /** A row that is refused; every column at fault is named. */
  record Refused(List<Reject> rejects) implements DirectoryRow {
    public Refused {
      rejects = List.copyOf(rejects);
    }
  }

  /** The most other names of one entity. */
  int MAX_OTHER_NAMES = 20;

  /** The most contacts of one entity. */
  int MAX_CONTACTS = 10;

  /** In characters. */
  int MAX_CITY_LENGTH = 100;

  /** In characters. */
  int MAX_REGISTRATION_NUMBER_LENGTH = 60;

  /**
   * Reads a row. Blanks around a text do not count; line breaks and tabs inside one count as
   * blanks; other control characters are refused.
   *
   * <p>The rules, by column:
   *
   * <ul>
   *   <li>{@code legalEntityId}, {@code groupId}: 1 to 100 of {@code A-Z a-z 0-9 . _ : -}
   *   <li>{@code legalName}, {@code groupName}, each of {@code otherNames}: 1 to 500 characters; at
   *       most {@value #MAX_OTHER_NAMES} other names. A group without a name is called by its id.
   *   <li>{@code country}: assigned in ISO 3166-1 alpha-2, in upper or lower case
   *   <li>{@code lei}: 18 letters and digits and two check digits (ISO 17442, ISO 7064 MOD 97-10)
   *   <li>{@code gln}: 13 digits, the last a check digit (GS1)
   *   <li>{@code vatId}: see {@link VatId}
   *   <li>{@code participantId}: see {@link ParticipantId}
   *   <li>{@code acceptsInvoices}, {@code acceptsCreditNotes} (empty: true), {@code
   *       publishesInvoices} (empty: false): {@code true} or {@code false}
   *   <li>{@code policy}, {@code groupPolicy}: a word of {@link
   *       io.customerconnect.domain.party.BuyerPolicy}
   *   <li>contacts: as many names as addresses or none (the address is the name then); as many
   *       languages, one for all, or none (German in DE, AT and LI, else English)
   * </ul>
   *
   * @param line the line that the row begins in
   * @param cells the text of a column; empty where the file has no such column
   */
  static DirectoryRow read(long line, Function<DirectoryColumn, String> cells) {
    return new DirectoryRowReader(line, cells).read();
  }
}
