package io.customerconnect.functions.feeds;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.lambda.Json;
import java.util.List;

/** What is to be made ready for challenges. */
sealed interface BooksMessage {

  /** All that a file has brought. */
  record OfFile(String key) implements BooksMessage {}

  /** Some vendors of a legal entity. */
  record OfVendors(LegalEntityId legalEntity, List<VendorNumber> vendors) implements BooksMessage {}

  default Json.Obj json() {
    return switch (this) {
      case OfFile(String key) -> Json.object().with("key", key);
      case OfVendors(LegalEntityId legalEntity, List<VendorNumber> vendors) ->
          Json.object()
              .with("legalEntityId", legalEntity.value())
              .with("vendorNumbers", vendors, vendor -> Json.of(vendor.value()));
    };
  }

  static BooksMessage parse(Json.Obj json) {
    return json.string("key")
        .<BooksMessage>map(OfFile::new)
        .orElseGet(
            () ->
                new OfVendors(
                    new LegalEntityId(json.require("legalEntityId")),
                    json.items("vendorNumbers").stream()
                        .map(item -> new VendorNumber(((Json.Str) item).text()))
                        .toList()));
  }
}
