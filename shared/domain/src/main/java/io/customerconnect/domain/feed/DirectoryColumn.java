package io.customerconnect.domain.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column of a directory file. */
public enum DirectoryColumn {
  LEGAL_ENTITY_ID("legalEntityId"),
  LEGAL_NAME("legalName"),
  /** Separated by {@code |}. */
  OTHER_NAMES("otherNames"),
  COUNTRY("country"),
  CITY("city"),
  LEI("lei"),
  VAT_ID("vatId"),
  GLN("gln"),
  PARTICIPANT_ID("participantId"),
  REGISTRATION_NUMBER("registrationNumber"),
  GROUP_ID("groupId"),
  GROUP_NAME("groupName"),
  ACCEPTS_INVOICES("acceptsInvoices"),
  ACCEPTS_CREDIT_NOTES("acceptsCreditNotes"),
  POLICY("policy"),
  /** In force for entities of the group whose own policy is empty; stands in each of their rows. */
  GROUP_POLICY("groupPolicy"),
  PUBLISHES_INVOICES("publishesInvoices"),
  VENDOR_MASTER("vendorMaster"),
  /** Separated by {@code |}, as are the two that follow. */
  CONTACT_NAME("contactName"),
  CONTACT_EMAIL("contactEmail"),
  CONTACT_LANGUAGE("contactLanguage");

  /** A file without one of these is refused. */
  public static final List<DirectoryColumn> REQUIRED =
      List.of(LEGAL_ENTITY_ID, LEGAL_NAME, COUNTRY);

  private static final Map<String, DirectoryColumn> BY_HEADER =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(c -> key(c.header), Function.identity()));

  private final String header;

  DirectoryColumn(String header) {
    this.header = header;
  }

  /** Its name in the file's first line. */
  public String header() {
    return header;
  }

  /** The column of this name; upper or lower case and blanks around it make no difference. */
  public static Optional<DirectoryColumn> named(String header) {
    return Optional.ofNullable(BY_HEADER.get(key(header)));
  }

  private static String key(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }
}
