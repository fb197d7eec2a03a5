package io.customerconnect.domain.party;

/**
 * Where a vendor number means one vendor: within a vendor master that legal entities of a group
 * share, or within one legal entity alone.
 *
 * @param value tells the two kinds apart, so that no name of one is ever the id of the other
 */
public record VendorScope(String value) {

  /** The scope of a legal entity with a list of vendors of its own. */
  public static VendorScope of(LegalEntityId legalEntity) {
    return new VendorScope("E:" + legalEntity);
  }

  /**
   * The scope of all legal entities of a group that share a list of vendors. Only within a group:
   * the names are the buyers' own, and two groups may choose the same.
   */
  public static VendorScope of(GroupId group, VendorMaster master) {
    return new VendorScope("M:" + group + "/" + master.name());
  }

  @Override
  public String toString() {
    return value;
  }
}
