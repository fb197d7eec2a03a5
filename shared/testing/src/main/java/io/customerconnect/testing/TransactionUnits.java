package io.customerconnect.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What a transaction of writes takes by the rule of DynamoDB's documentation: two write units for
 * each started kilobyte of each item, written or only checked, and one more for each started
 * kilobyte of each index entry that comes, changes or goes.
 *
 * <p>Of an update only the values that it sets can be seen, so that an item of several kilobytes
 * would count too little.
 */
final class TransactionUnits {
  private static final int KILOBYTE = 1024;

  private TransactionUnits() {}

  static double ofTable(TransactWriteItemsRequest transaction) {
    return transaction.transactItems().stream().mapToInt(item -> 2 * kilobytes(bytes(item))).sum();
  }

  static double ofIndexes(TransactWriteItemsRequest transaction) {
    return transaction.transactItems().stream()
        .mapToInt(item -> entries(item) * kilobytes(bytes(item)))
        .sum();
  }

  private static int bytes(TransactWriteItem item) {
    if (item.put() != null) {
      return size(item.put().item());
    }
    if (item.update() != null) {
      return size(item.update().key()) + size(item.update().expressionAttributeValues());
    }
    return 1;
  }

  /** How many index entries an item has, or may have had: their keys are called G1PK, G2PK... */
  private static int entries(TransactWriteItem item) {
    if (item.put() != null) {
      return (int) item.put().item().keySet().stream().filter(TransactionUnits::isIndexKey).count();
    }
    if (item.update() != null) {
      return (int)
          item.update().expressionAttributeNames().values().stream()
              .filter(TransactionUnits::isIndexKey)
              .count();
    }
    return 0;
  }

  private static boolean isIndexKey(String name) {
    return name.matches("G\\dPK");
  }

  private static int kilobytes(int bytes) {
    return Math.max(1, Math.ceilDiv(bytes, KILOBYTE));
  }

  private static int size(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(attribute -> size(attribute.getKey()) + size(attribute.getValue()))
        .sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> size(value.s());
      case N -> size(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case L -> value.l().stream().mapToInt(one -> 1 + size(one)).sum() + 3;
      case M -> size(value.m()) + 3;
      case SS, NS, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
    };
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
