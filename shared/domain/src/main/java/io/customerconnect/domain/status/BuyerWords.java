package io.customerconnect.domain.status;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A buyer's own list of words for a status, which goes before the default one (P35). */
public record BuyerWords(List<Word> words) {
  public static final int MAX_WORDS = 200;

  public static final BuyerWords NONE = new BuyerWords(List.of());

  /**
   * @throws InvalidValueException when there are too many, or one of them is there twice
   */
  public BuyerWords {
    words = List.copyOf(words);
    if (words.size() > MAX_WORDS) {
      throw new InvalidValueException("A list has at most %d words.".formatted(MAX_WORDS));
    }
    Set<String> keys = new HashSet<>();
    for (Word word : words) {
      if (!keys.add(StatusMapping.key(word.text()))) {
        throw new InvalidValueException(
            "\"%s\" is there twice: case, accents, blanks and hyphens make no difference."
                .formatted(word.text()));
      }
    }
  }

  /**
   * What one of them means.
   *
   * @param text as the buyer writes it
   */
  public record Word(String text, ResponseCode code, Optional<StatusReason> reason) {
    /**
     * @throws InvalidValueException when it is empty or too long, or when the code needs a reason
     *     and there is none
     */
    public Word {
      text = checked(text);
      if (code.needsReason() && reason.isEmpty()) {
        throw new InvalidValueException(
            "\"%s\" needs a reason, as %s always says why.".formatted(text, code.code()));
      }
    }

    /**
     * The text of a word, without blanks around it.
     *
     * @throws InvalidValueException when it is empty or too long
     */
    public static String checked(String text) {
      String line = Text.line("A word", text, StatusEntry.MAX_WORD_LENGTH);
      if (StatusMapping.key(line).isEmpty()) {
        throw new InvalidValueException("A word must have letters or digits.");
      }
      return line;
    }

    StatusMapping.Meaning meaning() {
      return new StatusMapping.Meaning(code, reason);
    }
  }
}
