package io.customerconnect.domain.feed;

import static io.customerconnect.domain.feed.DirectoryColumn.ACCEPTS_CREDIT_NOTES;
import static io.customerconnect.domain.feed.DirectoryColumn.ACCEPTS_INVOICES;
import static io.customerconnect.domain.feed.DirectoryColumn.CITY;
import static io.customerconnect.domain.feed.DirectoryColumn.COUNTRY;
import static io.customerconnect.domain.feed.DirectoryColumn.GLN;
import static io.customerconnect.domain.feed.DirectoryColumn.GROUP_ID;
import static io.customerconnect.domain.feed.DirectoryColumn.GROUP_NAME;
import static io.customerconnect.domain.feed.DirectoryColumn.GROUP_POLICY;
import static io.customerconnect.domain.feed.DirectoryColumn.LEGAL_ENTITY_ID;
import static io.customerconnect.domain.feed.DirectoryColumn.LEGAL_NAME;
import static io.customerconnect.domain.feed.DirectoryColumn.LEI;
import static io.customerconnect.domain.feed.DirectoryColumn.OTHER_NAMES;
import static io.customerconnect.domain.feed.DirectoryColumn.PARTICIPANT_ID;
import static io.customerconnect.domain.feed.DirectoryColumn.POLICY;
import static io.customerconnect.domain.feed.DirectoryColumn.PUBLISHES_INVOICES;
import static io.customerconnect.domain.feed.DirectoryColumn.REGISTRATION_NUMBER;
import static io.customerconnect.domain.feed.DirectoryColumn.VAT_ID;
import static io.customerconnect.domain.feed.DirectoryColumn.VENDOR_MASTER;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorMaster;
import io.customerconnect.domain.rules.RuleSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one row column by column and collects what is wrong. */
final class DirectoryRowReader {
  private final RowCells<DirectoryColumn> row;

  DirectoryRowReader(long line, Function<DirectoryColumn, String> cells) {
    this.row = new RowCells<>(line, cells);
  }

  DirectoryRow read() {
    Optional<LegalEntityId> id =
        row.required(LEGAL_ENTITY_ID, Reason.INVALID_ID, LegalEntityId::new);
    Optional<String> name = row.required(LEGAL_NAME, Reason.INVALID_TEXT, DirectoryRowReader::name);
    Optional<CountryCode> country =
        row.required(
            COUNTRY,
            Reason.UNKNOWN_COUNTRY,
            text -> new CountryCode(text.toUpperCase(Locale.ROOT)));
    List<String> otherNames = otherNames();
    String city =
        row.optional(
                CITY,
                Reason.INVALID_TEXT,
                text -> Text.line("The city", text, DirectoryRow.MAX_CITY_LENGTH))
            .orElse("");
    Identifiers identifiers = identifiers(country.map(CountryCode::value).orElse(""));
    Optional<EntityGroup> group = group();
    Set<DocumentType> accepts = EnumSet.noneOf(DocumentType.class);
    if (truth(ACCEPTS_INVOICES, Truth.YES) == Truth.YES) {
      accepts.add(DocumentType.INVOICE);
    }
    if (truth(ACCEPTS_CREDIT_NOTES, Truth.YES) == Truth.YES) {
      accepts.add(DocumentType.CREDIT_NOTE);
    }
    LedgerVisibility ledger =
        truth(PUBLISHES_INVOICES, Truth.NO) == Truth.YES
            ? LedgerVisibility.PUBLISHED
            : LedgerVisibility.PRIVATE;
    Optional<BuyerPolicy> policy = policy(POLICY);
    Optional<VendorMaster> vendorMaster =
        row.optional(VENDOR_MASTER, Reason.INVALID_TEXT, VendorMaster::new);
    List<Contact> contacts =
        new ContactCells(row, country.map(CountryCode::value).orElse("")).read();
    if (!row.rejects().isEmpty() || id.isEmpty() || name.isEmpty() || country.isEmpty()) {
      return new DirectoryRow.Refused(row.rejects());
    }
    return new DirectoryRow.Valid(
        new LegalEntity(
            id.get(),
            name.get(),
            otherNames,
            country.get(),
            city,
            identifiers,
            group,
            accepts,
            policy,
            ledger,
            vendorMaster,
            contacts,
            RuleSettings.NONE));
  }

  private List<String> otherNames() {
    List<String> names = row.parts(OTHER_NAMES).stream().filter(part -> !part.isEmpty()).toList();
    if (names.size() > DirectoryRow.MAX_OTHER_NAMES) {
      row.reject(
          OTHER_NAMES,
          Reason.TOO_MANY,
          "There must be at most " + DirectoryRow.MAX_OTHER_NAMES + " other names.");
      return List.of();
    }
    return names.stream()
        .flatMap(
            part ->
                row
                    .converted(OTHER_NAMES, Reason.INVALID_TEXT, part, DirectoryRowReader::name)
                    .stream())
        .distinct()
        .toList();
  }

  private Identifiers identifiers(String country) {
    return new Identifiers(
        row.optional(LEI, Reason.INVALID_LEI, CheckDigits::lei),
        row.optional(VAT_ID, Reason.INVALID_VAT_ID, text -> VatId.normalise(text, country)),
        row.optional(GLN, Reason.INVALID_GLN, CheckDigits::gln),
        row.optional(PARTICIPANT_ID, Reason.INVALID_PARTICIPANT_ID, ParticipantId::normalise),
        row.optional(
            REGISTRATION_NUMBER,
            Reason.INVALID_TEXT,
            text ->
                Text.line(
                    "The registration number", text, DirectoryRow.MAX_REGISTRATION_NUMBER_LENGTH)));
  }

  private Optional<EntityGroup> group() {
    Optional<GroupId> id = row.optional(GROUP_ID, Reason.INVALID_ID, GroupId::new);
    Optional<String> name = row.optional(GROUP_NAME, Reason.INVALID_TEXT, DirectoryRowReader::name);
    Optional<BuyerPolicy> policy = policy(GROUP_POLICY);
    if (row.cell(GROUP_ID).isEmpty() && (name.isPresent() || policy.isPresent())) {
      row.reject(GROUP_ID, Reason.REQUIRED, "A group's name or policy needs the group's id.");
    }
    return id.map(group -> new EntityGroup(group, name.orElse(group.value()), policy));
  }

  private Optional<BuyerPolicy> policy(DirectoryColumn column) {
    return row.optional(
        column,
        Reason.UNKNOWN_POLICY,
        text ->
            BuyerPolicy.ofWord(text.toLowerCase(Locale.ROOT))
                .orElseThrow(
                    () ->
                        new InvalidValueException(
                            "The policy must be hidden, closed, approval,"
                                + " challenge-then-approval or challenge.")));
  }

  private enum Truth {
    YES,
    NO
  }

  private Truth truth(DirectoryColumn column, Truth whenEmpty) {
    return row.optional(
            column,
            Reason.INVALID_BOOLEAN,
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> Truth.YES;
                  case "false" -> Truth.NO;
                  default -> throw new InvalidValueException("This must be true or false.");
                })
        .orElse(whenEmpty);
  }

  private static String name(String text) {
    return Text.line("The name", text, LegalEntity.MAX_NAME_LENGTH);
  }
}
