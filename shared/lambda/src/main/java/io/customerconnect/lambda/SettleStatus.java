package io.customerconnect.lambda;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;

/**
 * The message that what a supplier sees of its invoices under a vendor number is to be made what it
 * should be.
 */
public record SettleStatus(AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {

  /**
   * The message that {@link #json} made.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SettleStatus parse(Json.Obj json) {
    return new SettleStatus(
        new AccountId(json.require("accountId")),
        new LegalEntityId(json.require("legalEntityId")),
        new VendorNumber(json.require("vendorNumber")));
  }

  public Json.Obj json() {
    return Json.object()
        .with("accountId", account.value())
        .with("legalEntityId", legalEntity.value())
        .with("vendorNumber", vendor.value());
  }
}
