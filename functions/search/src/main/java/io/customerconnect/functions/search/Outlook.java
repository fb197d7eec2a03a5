package io.customerconnect.functions.search;

import io.customerconnect.domain.challenge.ChallengeOffer;
import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Relationships.Standing;

/** What Connect will lead to, said before it is pressed (P10). */
enum Outlook {
  CHALLENGE("challenge"),
  CUSTOMER_ASKED("customer-asked"),
  NOT_ACCEPTING("not-accepting");

  private final String word;

  Outlook(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** A customer with how long it usually takes to answer, where it is asked and that is known. */
  Json.Obj with(Standing standing, Json.Obj customer) {
    return this == CUSTOMER_ASKED
        ? standing
            .answers()
            .usual()
            .map(days -> customer.with("usualWorkingDays", days))
            .orElse(customer)
        : customer;
  }

  static Outlook of(BuyerPolicy policy, Standing standing) {
    return switch (ChallengeOffer.of(policy, standing.state(), standing.books())) {
      case CHALLENGE -> CHALLENGE;
      case CUSTOMER -> CUSTOMER_ASKED;
      case CLOSED -> NOT_ACCEPTING;
    };
  }
}
