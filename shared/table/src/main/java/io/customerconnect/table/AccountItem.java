package io.customerconnect.table;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.Company;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.SupplierAccount;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A supplier's account as an item. */
final class AccountItem {
  private AccountItem() {}

  static Map<String, AttributeValue> write(SupplierAccount account) {
    ItemBuilder item =
        ItemBuilder.item(Keys.account(account.id()))
            .set("account", account.id().value())
            .setMaps("contact", List.of(LegalEntityItem.ContactItem.write(account.contact())));
    account
        .company()
        .ifPresent(
            company ->
                item.set("legalName", company.legalName())
                    .set("country", company.country().value())
                    .set("address", company.address())
                    .set("vatId", company.vatId())
                    .set("registrationIds", company.registrationIds()));
    return item.build();
  }

  static SupplierAccount read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new SupplierAccount(
        new AccountId(reader.string("account")),
        LegalEntityItem.ContactItem.read(reader.maps("contact").getFirst()),
        reader
            .find("legalName")
            .map(
                name ->
                    new Company(
                        name,
                        new CountryCode(reader.string("country")),
                        reader.string("address"),
                        reader.find("vatId"),
                        reader.strings("registrationIds"))));
  }
}
