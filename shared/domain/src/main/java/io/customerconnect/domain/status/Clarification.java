package io.customerconnect.domain.status;

import io.customerconnect.domain.Text;
import io.customerconnect.domain.invoice.StatusAction;
import io.customerconnect.domain.invoice.StatusReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a buyer gives an invoice its status, and what it asks of the supplier.
 *
 * @param text in the buyer's own words
 * @param corrections values that the buyer would have otherwise
 */
public record Clarification(
    Set<StatusReason> reasons,
    Set<StatusAction> actions,
    Optional<String> text,
    List<Correction> corrections) {

  public static final int MAX_TEXT_LENGTH = 2_000;

  /** Nothing said. */
  public static final Clarification NONE =
      new Clarification(Set.of(), Set.of(), Optional.empty(), List.of());

  private static final Set<StatusReason> NO_REASONS =
      EnumSet.of(StatusReason.NO_ISSUE, StatusReason.PARTIALLY_PAID);

  /**
   * @throws io.customerconnect.domain.InvalidValueException when the text is blank, too long or
   *     holds control characters
   */
  public Clarification {
    reasons = Set.copyOf(reasons);
    actions = Set.copyOf(actions);
    text = text.map(words -> Text.lines("The reason", words, MAX_TEXT_LENGTH));
    corrections = List.copyOf(corrections);
  }

  /** A reason by its code alone. */
  public static Clarification of(StatusReason reason) {
    return new Clarification(Set.of(reason), Set.of(), Optional.empty(), List.of());
  }

  /** A reason in words alone. */
  public static Clarification of(String text) {
    return new Clarification(Set.of(StatusReason.OTHER), Set.of(), Optional.of(text), List.of());
  }

  /**
   * Whether a supplier reads from it why its invoice is held up, changed or refused: from a code
   * that names an issue, or from words.
   */
  public boolean saysWhy() {
    return text.isPresent() || reasons.stream().anyMatch(reason -> !NO_REASONS.contains(reason));
  }

  /** The same and one more reason. */
  Clarification and(StatusReason reason) {
    Set<StatusReason> all = EnumSet.of(reason);
    all.addAll(reasons);
    return new Clarification(all, actions, text, corrections);
  }

  /** The same, in these words where it has none. */
  Clarification inWords(String words) {
    return new Clarification(reasons, actions, text.or(() -> Optional.of(words)), corrections);
  }
}
