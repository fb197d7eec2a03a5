package io.customerconnect.functions.challenge;

import io.customerconnect.domain.challenge.Challenge;
import io.customerconnect.domain.challenge.ChallengeRefusal;
import io.customerconnect.domain.challenge.ChallengeState;
import io.customerconnect.domain.challenge.ChallengeState.Asked;
import io.customerconnect.domain.challenge.ChallengeState.AskedSecond;
import io.customerconnect.domain.challenge.ChallengeState.Expired;
import io.customerconnect.domain.challenge.ChallengeState.HandedOver;
import io.customerconnect.domain.challenge.ChallengeState.Locked;
import io.customerconnect.domain.challenge.ChallengeState.NotBegun;
import io.customerconnect.domain.challenge.ChallengeState.Passed;
import io.customerconnect.domain.challenge.SecondInvoices;
import io.customerconnect.domain.challenge.Verdict;
import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Problem;
import io.customerconnect.lambda.ProblemType;
import io.customerconnect.lambda.RelationshipJson;
import io.customerconnect.table.StoredRelationship;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A challenge as the API shows it, and why one cannot be answered. */
final class ChallengeView {
  private ChallengeView() {}

  /**
   * A challenge with where the account stands with the customers that it is about.
   *
   * @param verdict of the answer that was just given
   */
  static Json json(Challenge challenge, Members.Standing members, Optional<Verdict> verdict) {
    Json.Obj json =
        Json.object()
            .with("challengeId", challenge.state().latest().map(ChallengeId::toString))
            .with("legalEntityId", challenge.legalEntity().value())
            .with("verdict", verdict.map(given -> given.name().toLowerCase(Locale.ROOT)));
    return state(json, challenge, challenge.state(), members)
        .with("customers", members.states(), ChallengeView::member);
  }

  private static Json member(StoredRelationship stored) {
    return RelationshipJson.full(stored.relationship().state())
        .with("legalEntityId", stored.relationship().legalEntity().value())
        .with("name", stored.entity().name());
  }

  private static Json.Obj state(
      Json.Obj json, Challenge challenge, ChallengeState state, Members.Standing members) {
    ChallengeRules rules = members.rules(challenge.legalEntity());
    return switch (state) {
      case NotBegun _ -> json.with("state", "none");
      case Asked asked ->
          open(json.with("state", "step-1"), challenge, asked.failures(), asked.since(), rules);
      case AskedSecond asked ->
          billedTo(
              open(json.with("state", "step-2"), challenge, asked.failures(), asked.since(), rules)
                  .with(
                      "invoiceNumbers",
                      asked.second().numbers().stream().map(InvoiceNumber::written).toList(),
                      Json::of),
              challenge,
              asked,
              members);
      case Locked locked ->
          challenge.failuresEver() >= rules.failuresPerPair()
              ? json.with("state", "used-up").with("attemptsLeft", 0)
              : json.with("state", "locked")
                  .with("attemptsLeft", 0)
                  .with("lockedUntil", locked.until().toString());
      case Expired _ -> json.with("state", "expired");
      case HandedOver handedOver ->
          state(json, challenge, handedOver.stood(), members)
              .with("handedOverAt", handedOver.at().toString());
      case Passed passed -> json.with("state", "passed").with("passedAt", passed.at().toString());
    };
  }

  /** Whom those invoices went to that stand in the books of another than the challenge is about. */
  private static Json.Obj billedTo(
      Json.Obj json, Challenge challenge, AskedSecond asked, Members.Standing members) {
    List<SecondInvoices.Second> others =
        asked.second().invoices().stream()
            .filter(one -> !one.books().equals(challenge.legalEntity()))
            .toList();
    return others.isEmpty()
        ? json
        : json.with(
            "billedTo",
            others,
            one ->
                Json.object()
                    .with("invoiceNumber", one.number().written())
                    .with("name", members.name(one.books())));
  }

  private static Json.Obj open(
      Json.Obj json, Challenge challenge, int failures, Instant since, ChallengeRules rules) {
    int left =
        Math.min(rules.failures() - failures, rules.failuresPerPair() - challenge.failuresEver());
    return json.with("attemptsLeft", Math.max(0, left))
        .with("answerBy", since.plus(rules.life()).toString());
  }

  /** Why nothing can be done. */
  static Problem problem(ChallengeRefusal why) {
    return switch (why) {
      case NO_SUCH_CHALLENGE -> Problem.of(ProblemType.NOT_FOUND, "There is no such challenge.");
      case OUT_OF_ORDER ->
          closed("This step is not the one to be answered now. Please load the challenge anew.");
      case LOCKED ->
          closed(
              "There were too many answers that do not fit. You can try again when the lock is over,"
                  + " or have the customer asked at any time.");
      case USED_UP ->
          closed("There were too many answers that do not fit. Please have the customer asked.");
      case EXPIRED ->
          closed("The time to answer is over. Please connect again to start a new challenge.");
      case PASSED -> closed("This challenge has been passed.");
    };
  }

  /** Why a number cannot be taken for step 1, whoever's it is. */
  static Problem tooShort(int atLeast) {
    return Problem.of(
        ProblemType.INVALID_FIELD,
        "Please take an invoice whose number has at least "
            + atLeast
            + " letters and digits: a shorter one proves nothing. No attempt was counted.",
        "invoiceNumber");
  }

  private static Problem closed(String detail) {
    return Problem.of(ProblemType.CHALLENGE_CLOSED, detail);
  }
}
