package io.customerconnect.bench;

import io.customerconnect.bench.proof.ProofReport;

/** How much a challenge proves, attacked on real ledgers. */
public final class ProofStrength {
  private ProofStrength() {}

  /** Runs all of it; the system property {@code scale} multiplies the number of contexts. */
  public static void main(String[] args) {
    new ProofReport(Double.parseDouble(System.getProperty("scale", "1")), System.out).run();
  }
}
