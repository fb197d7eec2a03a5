package io.customerconnect.functions.search;

import io.customerconnect.domain.party.BuyerPolicy;

/** What Connect will lead to, said before it is pressed (P10). */
enum Outlook {
  CUSTOMER_ASKED("customer-asked"),
  NOT_ACCEPTING("not-accepting");

  private final String word;

  Outlook(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Outlook of(BuyerPolicy policy) {
    return switch (policy) {
      case HIDDEN, CLOSED -> NOT_ACCEPTING;
      case APPROVAL, CHALLENGE_THEN_APPROVAL, CHALLENGE -> CUSTOMER_ASKED;
    };
  }
}
