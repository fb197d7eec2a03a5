package io.customerconnect.domain.names;

/** What an entity is found by. */
public enum NameSource {
  OFFICIAL_NAME,
  /** A former, short, trading or foreign name. */
  OTHER_NAME,
  /** LEI, VAT id, GLN, participant id or register number. */
  IDENTIFIER
}
