package io.customerconnect.domain.ticket;

/**
 * Who did something.
 *
 * @param name a user id for suppliers and operators, a masked mail address for buyers; empty for
 *     the system
 */
public record Actor(Role role, String name) {
  public static final Actor SYSTEM = new Actor(Role.SYSTEM, "");

  public static Actor supplier(String userId) {
    return new Actor(Role.SUPPLIER, userId);
  }

  public static Actor buyer(String maskedMail) {
    return new Actor(Role.BUYER, maskedMail);
  }

  /** The side that someone acts for. */
  public enum Role {
    SUPPLIER,
    BUYER,
    OPERATOR,
    SYSTEM
  }
}
