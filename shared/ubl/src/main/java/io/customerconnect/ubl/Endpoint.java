package io.customerconnect.ubl;

import java.util.Optional;

/**
 * The electronic address of a party (BT-34, BT-49).
 *
 * @param scheme of the EAS code list, such as {@code 0088} for a GLN
 */
public record Endpoint(String scheme, String value) {

  /** That of a party, where the message gives both parts. */
  static Optional<Endpoint> of(Element party) {
    return party
        .first("EndpointID")
        .filter(id -> !id.text().isEmpty())
        .flatMap(
            id ->
                Optional.ofNullable(id.attributes().get("schemeID"))
                    .map(scheme -> new Endpoint(scheme, id.text())));
  }
}
