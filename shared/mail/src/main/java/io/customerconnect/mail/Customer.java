package io.customerconnect.mail;

import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.LegalEntity;
import java.util.Optional;

/**
 * The customer as mails and pages name it.
 *
 * @param country dates for its people are in its time; empty when the directory no longer has the
 *     customer
 */
public record Customer(String name, Optional<CountryCode> country) {

  public static Customer of(LegalEntity entity) {
    return new Customer(entity.legalName(), Optional.of(entity.country()));
  }
}
