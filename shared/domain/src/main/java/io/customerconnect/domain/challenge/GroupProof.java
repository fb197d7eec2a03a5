package io.customerconnect.domain.challenge;

import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** For which members of a group one passed challenge does (P25). */
public final class GroupProof {
  private GroupProof() {}

  /**
   * The other ticked members that the proof covers: those of the same group that share the vendor
   * master with the one that was proved, ask for as much as it does, and whose data know the vendor
   * number. What follows for each is its own policy's ({@link
   * io.customerconnect.domain.connection.AfterProof}).
   *
   * @param ticked together with the proved one
   * @param knowsVendor whether a member's own invoices are under the vendor number too
   */
  public static List<LegalEntity> covered(
      LegalEntity proved, Collection<LegalEntity> ticked, Predicate<LegalEntityId> knowsVendor) {
    return ticked.stream()
        .filter(member -> !member.id().equals(proved.id()))
        .filter(member -> sharesVendors(proved, member))
        .filter(member -> member.challengeRules().equals(proved.challengeRules()))
        .filter(member -> member.policy().takesProof())
        .filter(member -> knowsVendor.test(member.id()))
        .toList();
  }

  /** Whether a vendor number means the same vendor at both. */
  public static boolean sharesVendors(LegalEntity one, LegalEntity other) {
    return one.vendorScope().equals(other.vendorScope());
  }
}
