package io.customerconnect.domain.challenge;

import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.util.Optional;
import java.util.Set;

/** What somebody, or the passing of time, wants of a challenge. */
public sealed interface ChallengeCommand {

  /**
   * The supplier connects, and is asked for its invoices.
   *
   * @param id for a new challenge; the one that can still be answered goes on
   * @param covers other legal entities ticked with this one that the proof may do for
   */
  record Begin(ChallengeId id, Set<LegalEntityId> covers) implements ChallengeCommand {
    public Begin {
      covers = Set.copyOf(covers);
    }
  }

  /**
   * Step 1 has been answered and compared.
   *
   * @param outcome where the answer leads; empty when it was wrong, or leads to nothing that can be
   *     asked, which is the same to the supplier
   */
  record AnswerFirst(ChallengeId id, Optional<Leads> outcome) implements ChallengeCommand {}

  /**
   * Where a right answer in step 1 leads.
   *
   * @param first the number that was given
   */
  record Leads(VendorNumber vendor, InvoiceNumber first, SecondInvoices second) {}

  /** Step 2 has been answered and compared. */
  record AnswerSecond(ChallengeId id, Verdict verdict) implements ChallengeCommand {}

  /** The supplier wants the customer to be asked (P24). */
  record HandOver(ChallengeId id) implements ChallengeCommand {}

  /** Support gives the supplier its attempts back, all of them. */
  record Unlock() implements ChallengeCommand {}

  /** Time has passed. */
  record PassTime() implements ChallengeCommand {}
}
