package io.customerconnect.domain.names;

import java.util.Optional;

/** An entry that a request for keys brought: a company or group that may be the one meant. */
public interface Candidate {
  /** Groups and legal entities may share ids; an entity is told apart by kind and id. */
  enum Kind {
    GROUP,
    LEGAL_ENTITY
  }

  /** The id of the legal entity or group. */
  String id();

  Kind kind();

  String officialName();

  /** The name that the entry stems from where that is not the official one, as given. */
  Optional<String> otherName();

  /** Where it was found. */
  SearchKey key();

  /** The town, for a typed text that holds it; empty when unknown. */
  default Optional<String> city() {
    return Optional.empty();
  }

  /** The country as ISO 3166-1 alpha-2; empty when unknown. */
  default Optional<String> country() {
    return Optional.empty();
  }
}
