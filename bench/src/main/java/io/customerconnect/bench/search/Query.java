package io.customerconnect.bench.search;

import io.customerconnect.domain.names.Candidate;

/**
 * A text that somebody types and the entity that is meant.
 *
 * @param kind the class of queries it belongs to
 * @param wanted the company or group that should be found
 */
record Query(String text, String kind, Wanted wanted) {
  /** A company or group: ids are unique within a kind. */
  record Wanted(Candidate.Kind kind, String id) {}
}
