package io.customerconnect.testing;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.INDEXES;

import io.customerconnect.testing.Reading.Call;
import io.customerconnect.testing.Reading.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts the requests of a DynamoDB client and the capacity units they take. It asks for the
 * consumed capacity in every request. What writes in a transaction take it works out itself, by
 * {@link TransactionUnits}: DynamoDB Local reports the same however many items there are. Safe for
 * many threads.
 */
public final class Meter implements ExecutionInterceptor {
  private final List<Call> calls = new ArrayList<>();

  /** Starts counting from zero. */
  public synchronized void reset() {
    calls.clear();
  }

  /** What was counted since the last {@link #reset()}. */
  public synchronized Reading reading() {
    return new Reading(calls);
  }

  /** What the action takes, alone. */
  public Reading during(Runnable action) {
    reset();
    action.run();
    return reading();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(INDEXES).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(INDEXES).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(INDEXES).build();
      case DeleteItemRequest delete -> delete.toBuilder().returnConsumedCapacity(INDEXES).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(INDEXES).build();
      case ScanRequest scan -> scan.toBuilder().returnConsumedCapacity(INDEXES).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(INDEXES).build();
      case BatchWriteItemRequest batch -> batch.toBuilder().returnConsumedCapacity(INDEXES).build();
      case TransactGetItemsRequest transaction ->
          transaction.toBuilder().returnConsumedCapacity(INDEXES).build();
      case SdkRequest other -> other;
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    count(context.request(), consumed(context.response()));
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    count(context.request(), Stream.empty());
  }

  private synchronized void count(SdkRequest request, Stream<ConsumedCapacity> consumed) {
    if (request instanceof TransactWriteItemsRequest transaction) {
      calls.add(
          new Call(
              operation(request),
              Kind.WRITE,
              TransactionUnits.ofTable(transaction) + TransactionUnits.ofIndexes(transaction),
              TransactionUnits.ofIndexes(transaction)));
      return;
    }
    double units = 0;
    double indexUnits = 0;
    for (ConsumedCapacity capacity : consumed.toList()) {
      units += capacity.capacityUnits();
      indexUnits +=
          capacity.globalSecondaryIndexes().values().stream()
              .mapToDouble(Capacity::capacityUnits)
              .sum();
    }
    calls.add(new Call(operation(request), kind(request), units, indexUnits));
  }

  private static String operation(SdkRequest request) {
    return request.getClass().getSimpleName().replaceFirst("Request$", "");
  }

  private static Kind kind(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> Kind.READ;
      case QueryRequest query -> Kind.READ;
      case ScanRequest scan -> Kind.READ;
      case BatchGetItemRequest batch -> Kind.READ;
      case TransactGetItemsRequest transaction -> Kind.READ;
      case SdkRequest other -> Kind.WRITE;
    };
  }

  private static Stream<ConsumedCapacity> consumed(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> Stream.ofNullable(get.consumedCapacity());
      case PutItemResponse put -> Stream.ofNullable(put.consumedCapacity());
      case UpdateItemResponse update -> Stream.ofNullable(update.consumedCapacity());
      case DeleteItemResponse delete -> Stream.ofNullable(delete.consumedCapacity());
      case QueryResponse query -> Stream.ofNullable(query.consumedCapacity());
      case ScanResponse scan -> Stream.ofNullable(scan.consumedCapacity());
      case BatchGetItemResponse batch -> batch.consumedCapacity().stream();
      case BatchWriteItemResponse batch -> batch.consumedCapacity().stream();
      case TransactGetItemsResponse transaction -> transaction.consumedCapacity().stream();
      case SdkResponse other -> Stream.empty();
    };
  }
}
