package io.customerconnect.lambda;

import io.customerconnect.domain.connection.RelationshipState;
import io.customerconnect.domain.connection.RelationshipState.Challenged;
import io.customerconnect.domain.connection.RelationshipState.Connected;
import io.customerconnect.domain.connection.RelationshipState.Declined;
import io.customerconnect.domain.connection.RelationshipState.Ended;
import io.customerconnect.domain.connection.RelationshipState.Expired;
import io.customerconnect.domain.connection.RelationshipState.Pending;
import io.customerconnect.domain.connection.RelationshipState.Suspended;
import io.customerconnect.domain.connection.RelationshipState.Unconnected;
import io.customerconnect.domain.connection.SuspensionCause;
import io.customerconnect.domain.connection.Tickets;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.ticket.TicketNumber;
import java.util.Locale;
import java.util.Optional;

/** Where a supplier and a legal entity stand with each other, as the API says it. */
public final class RelationshipJson {
  private RelationshipJson() {}

  /**
   * The state's word: none, challenge, pending, connected, suspended, declined, expired or ended.
   */
  public static String word(RelationshipState state) {
    return switch (state) {
      case Unconnected _ -> "none";
      case Challenged _ -> "challenge";
      case Pending _ -> "pending";
      case Connected _ -> "connected";
      case Suspended _ -> "suspended";
      case Declined _ -> "declined";
      case Expired _ -> "expired";
      case Ended _ -> "ended";
    };
  }

  /** The word and the ticket to follow: what a list of search results has room for. */
  public static Json.Obj brief(RelationshipState state) {
    return Json.object()
        .with("state", word(state))
        .with("ticketNumber", Tickets.ticketOf(state).map(TicketNumber::value));
  }

  /** All that the supplier may know. */
  public static Json.Obj full(RelationshipState state) {
    Json.Obj json = brief(state);
    return switch (state) {
      case Unconnected _ -> json;
      case Challenged challenged ->
          json.with("since", challenged.since().toString())
              .with("challengeId", challenged.challenge().toString());
      case Pending pending -> json.with("since", pending.since().toString());
      case Suspended suspended ->
          json.with("since", suspended.at().toString())
              .with(
                  "cause",
                  switch (suspended.cause()) {
                    case SuspensionCause.Disputed _ -> "disputed";
                    case SuspensionCause.VendorNumberTaken _ -> "vendor-number-taken";
                  });
      case Connected connected ->
          json.with("since", connected.since().toString())
              .with("how", connected.origin().name().toLowerCase(Locale.ROOT))
              .with(
                  "vendorNumbers",
                  connected.vendorNumbers().stream().map(VendorNumber::value).sorted().toList(),
                  Json::of);
      case Declined declined ->
          json.with("since", declined.at().toString())
              .with("answer", declined.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .with("reason", Optional.of(declined.reason()).filter(text -> !text.isEmpty()));
      case Expired expired -> json.with("since", expired.at().toString());
      case Ended ended ->
          json.with("since", ended.at().toString())
              .with("endedBy", ended.by().name().toLowerCase(Locale.ROOT));
    };
  }
}
