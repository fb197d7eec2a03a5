package io.customerconnect.functions.status;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.Binding;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.SettleStatus;
import java.util.Optional;

/** What the queue of loads carries. */
sealed interface LoadMessage {

  /**
   * What a supplier sees of its invoices under a vendor number is to be made what it should be.
   *
   * @param goesOn the version of the load that goes on; none where it is to be decided from the
   *     table whether one is due
   */
  record Settle(
      AccountId account, LegalEntityId legalEntity, VendorNumber vendor, Optional<Long> goesOn)
      implements LoadMessage {

    static Settle of(Binding binding) {
      return new Settle(
          binding.account(), binding.legalEntity(), binding.vendorNumber(), Optional.empty());
    }
  }

  /**
   * A buyer has delivered: those of its bindings that are due are to be loaded.
   *
   * @param shard of the buyer's bindings
   * @param after the account and vendor number that it goes on behind
   */
  record LookThrough(LegalEntityId legalEntity, int shard, Optional<Settle> after)
      implements LoadMessage {}

  static LoadMessage parse(Json.Obj json) {
    return json.find("shard").isPresent()
        ? new LookThrough(
            new LegalEntityId(json.require("legalEntityId")),
            Math.toIntExact(json.requireNumber("shard")),
            json.find("vendorNumber").isPresent() ? Optional.of(settle(json)) : Optional.empty())
        : settle(json);
  }

  private static Settle settle(Json.Obj json) {
    SettleStatus message = SettleStatus.parse(json);
    return new Settle(
        message.account(),
        message.legalEntity(),
        message.vendor(),
        json.find("goesOn").isPresent()
            ? Optional.of(json.requireNumber("goesOn"))
            : Optional.empty());
  }

  default Json.Obj json() {
    return switch (this) {
      case Settle settle -> json(settle);
      case LookThrough(LegalEntityId legalEntity, int shard, Optional<Settle> after) ->
          after
              .map(Settle::json)
              .orElseGet(Json::object)
              .with("legalEntityId", legalEntity.value())
              .with("shard", shard);
    };
  }

  private static Json.Obj json(Settle settle) {
    Json.Obj json =
        new SettleStatus(settle.account(), settle.legalEntity(), settle.vendor()).json();
    return settle.goesOn().map(version -> json.with("goesOn", version)).orElse(json);
  }
}
