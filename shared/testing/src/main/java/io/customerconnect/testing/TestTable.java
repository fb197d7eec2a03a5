package io.customerconnect.testing;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A fresh table for one test class.
 *
 * @param name the table's name, another one each time
 * @param client a client whose requests the meter counts
 * @param meter counts the client's requests and capacity units
 */
public record TestTable(String name, DynamoDbClient client, Meter meter) {}
