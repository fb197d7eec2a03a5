package io.customerconnect.domain.party;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What identifies a company beside its name.
 *
 * @param lei ISO 17442
 * @param vatId with its country prefix
 * @param gln GS1 global location number, 13 digits
 * @param participantId Peppol: scheme of ISO 6523, a colon, the id
 * @param registrationNumber in the register of its seat
 */
public record Identifiers(
    Optional<String> lei,
    Optional<String> vatId,
    Optional<String> gln,
    Optional<String> participantId,
    Optional<String> registrationNumber) {

  public static final Identifiers NONE =
      new Identifiers(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Those that are there; the one that tells namesakes apart best comes first. */
  public List<String> all() {
    return Stream.of(vatId, registrationNumber, lei, gln, participantId)
        .flatMap(Optional::stream)
        .toList();
  }
}
