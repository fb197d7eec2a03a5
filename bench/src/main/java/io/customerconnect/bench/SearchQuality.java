package io.customerconnect.bench;

import io.customerconnect.bench.search.QualityReport;
import io.customerconnect.testing.PublicData;

/** How well customers are found by name, and what a key stroke takes. */
public final class SearchQuality {
  private SearchQuality() {}

  public static void main(String[] arguments) {
    QualityReport.print(PublicData.require(), System.out);
    System.exit(0);
  }
}
