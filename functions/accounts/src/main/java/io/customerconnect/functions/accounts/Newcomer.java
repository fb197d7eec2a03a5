package io.customerconnect.functions.accounts;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.lambda.Json;
import java.util.List;
import java.util.Optional;

/** What is known of a user before it has an account: by its sign-up, or by its token. */
final class Newcomer {
  /** How a claim that is an object reaches a function behind an HTTP API. */
  private static final String ADDRESS_IN_TOKEN = "map[formatted:";

  private Newcomer() {}

  /**
   * The account of a user. What does not fit is left out, and asked for in the portal: nobody is
   * kept out by it.
   *
   * @param attributes as Cognito names them, to triggers and in ID tokens
   * @return empty without a mail address that could be written to
   */
  static Optional<SupplierAccount> account(AccountId id, Json.Obj attributes) {
    return mail(attributes)
        .map(mail -> new SupplierAccount(id, contact(attributes, mail), company(attributes)));
  }

  private static Optional<EmailAddress> mail(Json.Obj attributes) {
    try {
      return attributes.string("email").map(EmailAddress::new);
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }

  /** Where no name fits, it is the one in the mail address. */
  private static Contact contact(Json.Obj attributes, EmailAddress mail) {
    Language language = Language.ofTag(attributes.string("locale").orElse(""));
    try {
      return new Contact(attributes.string("name").orElse(""), mail, language);
    } catch (InvalidValueException _) {
      return new Contact(mail.localPart(), mail, language);
    }
  }

  private static Optional<Company> company(Json.Obj attributes) {
    try {
      return Optional.of(
          new Company(
              attributes.string("custom:legal_name").orElse(""),
              new CountryCode(attributes.string("custom:country").orElse("")),
              address(attributes.string("address").orElse("")),
              attributes.string("custom:vat_id").filter(id -> !id.isBlank()),
              List.of()));
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }

  /** OpenID Connect's address claim is an object, Cognito's attribute a text. */
  private static String address(String claim) {
    return claim.startsWith(ADDRESS_IN_TOKEN) && claim.endsWith("]")
        ? claim.substring(ADDRESS_IN_TOKEN.length(), claim.length() - 1)
        : claim;
  }
}
