package io.customerconnect.bench;

import io.customerconnect.bench.proof.ProofReport;

/** How much a challenge proves, attacked on real ledgers. */
public final class ProofStrength {
  private ProofStrength() {}

  /**
   * Runs all of it.
   *
   * @param args by how much everything is tried more often (1), and the name of the one ledger that
   *     is measured (all)
   */
  public static void main(String[] args) {
    new ProofReport(args.length > 0 ? Double.parseDouble(args[0]) : 1, System.out)
        .run(args.length > 1 ? args[1] : "");
  }
}
