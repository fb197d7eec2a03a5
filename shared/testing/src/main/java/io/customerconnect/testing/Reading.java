package io.customerconnect.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link Meter} counted between two points.
 *
 * @param calls every call that was answered or refused, in the order of the answers
 */
public record Reading(List<Call> calls) {

  /**
   * One call.
   *
   * @param operation as DynamoDB names it, as in {@code TransactWriteItems}
   * @param kind what its capacity units are
   * @param units capacity units it took, of the table and its indexes; 0 when it was refused
   *     (DynamoDB charges a failed condition, but does not say how much)
   * @param indexUnits the part of the units that secondary indexes took
   */
  public record Call(String operation, Kind kind, double units, double indexUnits) {}

  /** What capacity units are counted as. */
  public enum Kind {
    READ,
    WRITE
  }

  public Reading {
    calls = List.copyOf(calls);
  }

  /** How many requests. Retries count as one request. */
  public int requests() {
    return calls.size();
  }

  /** How many requests of one operation, as in {@code Query}. */
  public int requests(String operation) {
    return (int) calls.stream().filter(call -> call.operation().equals(operation)).count();
  }

  /** How many requests of each operation. */
  public Map<String, Integer> requestsByOperation() {
    Map<String, Integer> counts = new TreeMap<>();
    calls.forEach(call -> counts.merge(call.operation(), 1, Integer::sum));
    return counts;
  }

  /** Read capacity units: 4 kB strongly consistent each, half a unit eventually consistent. */
  public double readUnits() {
    return units(Kind.READ);
  }

  /** Write capacity units: 1 kB each, twice that in a transaction, and again for each index. */
  public double writeUnits() {
    return units(Kind.WRITE);
  }

  /**
   * As a line for a table of costs, as in {@code Query x1, TransactWriteItems x1; 0.5 RCU, 8 WCU}.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    requestsByOperation()
        .forEach(
            (operation, count) ->
                line.append(line.isEmpty() ? "" : ", ")
                    .append(operation)
                    .append(" x")
                    .append(count));
    return line + "; " + plain(readUnits()) + " RCU, " + plain(writeUnits()) + " WCU";
  }

  private double units(Kind kind) {
    return calls.stream().filter(call -> call.kind() == kind).mapToDouble(Call::units).sum();
  }

  private static String plain(double units) {
    return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
  }
}
