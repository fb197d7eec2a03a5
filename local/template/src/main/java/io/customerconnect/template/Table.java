package io.customerconnect.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param id its logical id
 * @param attributeTypes key attributes with their type, {@code S}, {@code N} or {@code B}
 * @param key its primary key
 * @param indexes its global secondary indexes
 * @param streamView what its stream carries, as in {@code NEW_AND_OLD_IMAGES}; none: no stream
 * @param expiryAttribute attribute with the epoch second after which an item goes
 */
public record Table(
    String id,
    Map<String, String> attributeTypes,
    Key key,
    List<Index> indexes,
    Optional<String> streamView,
    Optional<String> expiryAttribute) {
  public Table {
    attributeTypes = Map.copyOf(attributeTypes);
    indexes = List.copyOf(indexes);
  }

  /** The attributes of a key. */
  public record Key(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   * @param included the attributes that {@code INCLUDE} names
   */
  public record Index(String name, Key key, String projection, List<String> included) {
    public Index {
      included = List.copyOf(included);
    }
  }
}
