package io.customerconnect.domain.party;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import java.util.List;
import java.util.Optional;

/**
 * The data of a supplier's company: what a buyer is asked to confirm (P1).
 *
 * @param address street, postcode and city, in lines
 * @param registrationIds as the supplier writes them, with the register's name where it helps
 */
public record Company(
    String legalName,
    CountryCode country,
    String address,
    Optional<String> vatId,
    List<String> registrationIds) {

  public static final int MAX_ADDRESS_LENGTH = 500;
  public static final int MAX_ID_LENGTH = 60;
  public static final int MAX_REGISTRATION_IDS = 10;

  public Company {
    legalName = Text.line("The legal name", legalName, LegalEntity.MAX_NAME_LENGTH);
    address = Text.lines("The address", address, MAX_ADDRESS_LENGTH);
    vatId = vatId.map(id -> Text.line("The VAT id", id, MAX_ID_LENGTH));
    if (registrationIds.size() > MAX_REGISTRATION_IDS) {
      throw new InvalidValueException(
          "There must be at most " + MAX_REGISTRATION_IDS + " registration ids.");
    }
    registrationIds =
        registrationIds.stream()
            .map(id -> Text.line("A registration id", id, MAX_ID_LENGTH))
            .toList();
  }
}
