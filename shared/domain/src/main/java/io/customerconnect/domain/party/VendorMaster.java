package io.customerconnect.domain.party;

import io.customerconnect.domain.Text;

/**
 * A list of vendors that several legal entities of a group share, so that a vendor number is one in
 * all.
 */
public record VendorMaster(String name) {
  public static final int MAX_LENGTH = 100;

  public VendorMaster {
    name = Text.line("The vendor master", name, MAX_LENGTH);
  }
}
