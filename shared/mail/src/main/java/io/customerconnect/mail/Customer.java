package io.customerconnect.mail;

import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;

/** The customer as mails and pages name it. Dates for its people are in its country's time. */
public record Customer(String name, CountryCode country) {

  public static Customer of(LegalEntity entity) {
    return new Customer(entity.legalName(), entity.country());
  }
}
