package io.customerconnect.functions.buyer;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import io.customerconnect.lambda.Json;
import java.util.Optional;

/** Something that a customer's contacts, and suppliers that it concerns, are to be told. */
sealed interface Warning {

  /** A supplier was connected by a challenge alone. */
  record Proof(AccountId account, LegalEntityId legalEntity, VendorNumber vendorNumber)
      implements Warning {}

  /** The customer, or support, said that a vendor number is this supplier's; others may have it. */
  record SharedNumber(AccountId account, LegalEntityId legalEntity, VendorNumber vendorNumber)
      implements Warning {}

  /** A connection is under review. */
  record Review(AccountId account, LegalEntityId legalEntity, TicketNumber ticket)
      implements Warning {}

  /** A vendor number was tried too often. */
  record Attempts(LegalEntityId legalEntity, VendorNumber vendorNumber) implements Warning {}

  /** What a message says; empty when it asks a customer. */
  static Optional<Warning> parse(Json.Obj message) {
    return message
        .string("tell")
        .map(
            what ->
                switch (what) {
                  case "proof" ->
                      new Proof(account(message), legalEntity(message), vendorNumber(message));
                  case "number" ->
                      new SharedNumber(
                          account(message), legalEntity(message), vendorNumber(message));
                  case "review" ->
                      new Review(
                          account(message),
                          legalEntity(message),
                          new TicketNumber(message.require("ticketNumber")));
                  case "attempts" -> new Attempts(legalEntity(message), vendorNumber(message));
                  default -> throw new IllegalArgumentException("Nothing to tell of: " + what);
                });
  }

  private static AccountId account(Json.Obj message) {
    return new AccountId(message.require("accountId"));
  }

  private static LegalEntityId legalEntity(Json.Obj message) {
    return new LegalEntityId(message.require("legalEntityId"));
  }

  private static VendorNumber vendorNumber(Json.Obj message) {
    return new VendorNumber(message.require("vendorNumber"));
  }
}
