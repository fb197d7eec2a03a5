package io.customerconnect.functions.feeds;

import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.lambda.Json;
import java.util.List;

/** What is to be made ready for challenges. */
sealed interface BooksMessage {

  /** All that a file has brought. */
  record OfFile(String key) implements BooksMessage {}

  /** All that single documents have brought for a legal entity. */
  record Gathered(LegalEntityId legalEntity) implements BooksMessage {}

  /** Some vendors of a legal entity. */
  record OfVendors(LegalEntityId legalEntity, List<VendorNumber> vendors) implements BooksMessage {}

  default Json.Obj json() {
    return switch (this) {
      case OfFile(String key) -> Json.object().with("key", key);
      case Gathered(LegalEntityId legalEntity) ->
          Json.object().with("gatheredOf", legalEntity.value());
      case OfVendors(LegalEntityId legalEntity, List<VendorNumber> vendors) ->
          Json.object()
              .with("legalEntityId", legalEntity.value())
              .with("vendorNumbers", vendors, vendor -> Json.of(vendor.value()));
    };
  }

  static BooksMessage parse(Json.Obj json) {
    return json.string("key")
        .<BooksMessage>map(OfFile::new)
        .or(() -> json.string("gatheredOf").map(id -> new Gathered(new LegalEntityId(id))))
        .orElseGet(
            () ->
                new OfVendors(
                    new LegalEntityId(json.require("legalEntityId")),
                    json.items("vendorNumbers").stream()
                        .map(item -> new VendorNumber(((Json.Str) item).text()))
                        .toList()));
  }
}
