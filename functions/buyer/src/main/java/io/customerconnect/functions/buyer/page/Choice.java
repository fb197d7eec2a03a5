package io.customerconnect.functions.buyer.page;

import java.util.Arrays;
import java.util.Optional;

/** A button of the page: the values of {@link Field#DECISION}. */
public enum Choice {
  CONFIRM("confirm"),
  DECLINE("decline"),
  NOT_OUR_SUPPLIER("not-our-supplier"),
  FORWARD("forward"),
  /** To end the connection, which is asked about once more. */
  END("end"),
  /** To end the connection, having been asked. */
  END_FOR_GOOD("end-for-good");

  private final String word;

  Choice(String word) {
    this.word = word;
  }

  /** The word for it in the form. */
  public String word() {
    return word;
  }

  public static Optional<Choice> ofWord(String word) {
    return Arrays.stream(values()).filter(choice -> choice.word.equals(word)).findFirst();
  }
}
