package io.customerconnect.domain.names;

/**
 * One entry of an entity in the search index: the key, and the name it stems from.
 *
 * @param key where the entry is filed
 * @param source what kind of name it stems from
 * @param name that name as given, to be shown when the entity is found by it
 */
public record NameEntry(SearchKey key, NameSource source, String name) {}
