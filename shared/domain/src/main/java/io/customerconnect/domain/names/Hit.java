package io.customerconnect.domain.names;

/**
 * A candidate and how well it matches what was typed.
 *
 * @param candidate the entry, of all entries of its entity the one that matched best
 * @param score 0 (no word matches) to about 1.3; comparable between the hits of one typed text only
 * @param matched the name that matched: official, other, or an identifier
 */
public record Hit<C extends Candidate>(C candidate, double score, NameSource matched) {}
