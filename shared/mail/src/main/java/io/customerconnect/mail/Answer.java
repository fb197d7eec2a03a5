package io.customerconnect.mail;

import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.party.VendorNumber;
import java.util.Set;

/** How a supplier's request ended. */
public sealed interface Answer {

  /** Whether the two are connected by it. */
  default boolean connects() {
    return switch (this) {
      case Confirmed _, Proved _, Approved _ -> true;
      case Rejected _, Declined _, NotOurSupplier _, Expired _ -> false;
    };
  }

  /**
   * How a request ended that led to a connection.
   *
   * @param reason of support, where it connected the two; else not looked at
   */
  static Answer of(RelationshipState.Connected connected, String reason) {
    return switch (connected.origin()) {
      case CHALLENGE -> new Proved(connected.vendorNumbers());
      case SUPPORT -> new Approved(connected.vendorNumbers(), reason);
      case BUYER, TEST -> new Confirmed(connected.vendorNumbers());
    };
  }

  /** How a request ended that led to none. */
  static Answer of(RelationshipState.Declined declined) {
    return switch (declined.kind()) {
      case DECLINED -> new Declined(declined.reason());
      case NOT_OUR_SUPPLIER -> new NotOurSupplier(declined.reason());
      case REJECTED -> new Rejected(declined.reason());
    };
  }

  /**
   * The customer confirmed.
   *
   * @param vendorNumbers of the supplier in the customer's books; empty when it gave none
   */
  record Confirmed(Set<VendorNumber> vendorNumbers) implements Answer {
    public Confirmed {
      vendorNumbers = Set.copyOf(vendorNumbers);
    }
  }

  /**
   * The supplier proved the relationship with its invoices while the customer was being asked.
   *
   * @param vendorNumbers of the supplier in the customer's books
   */
  record Proved(Set<VendorNumber> vendorNumbers) implements Answer {
    public Proved {
      vendorNumbers = Set.copyOf(vendorNumbers);
    }
  }

  /**
   * Support connected the two by hand.
   *
   * @param vendorNumbers of the supplier in the customer's books; empty when none is known
   * @param reason in support's own words, of any length
   */
  record Approved(Set<VendorNumber> vendorNumbers, String reason) implements Answer {
    public Approved {
      vendorNumbers = Set.copyOf(vendorNumbers);
    }
  }

  /**
   * Support rejected the request.
   *
   * @param reason in support's own words, of any length
   */
  record Rejected(String reason) implements Answer {}

  /**
   * The customer declined.
   *
   * @param reason in its own words, of any length; empty when it gave none
   */
  record Declined(String reason) implements Answer {}

  /**
   * The customer does not know the supplier.
   *
   * @param reason in its own words, of any length; empty when it gave none
   */
  record NotOurSupplier(String reason) implements Answer {}

  /** Nobody at the customer answered in time. */
  record Expired() implements Answer {}
}
