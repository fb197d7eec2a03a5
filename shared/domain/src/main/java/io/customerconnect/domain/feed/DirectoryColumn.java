package io.customerconnect.domain.feed;

import java.util.List;

/** A column of a directory file. */
public enum DirectoryColumn implements FeedColumn {
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

  /** What a directory file may and must have. */
  public static final FeedLayout<DirectoryColumn> LAYOUT =
      new FeedLayout<>(
          List.of(values()),
          List.of(List.of(LEGAL_ENTITY_ID), List.of(LEGAL_NAME), List.of(COUNTRY)),
          List.of());

  private final String header;

  DirectoryColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
