package io.customerconnect.domain.names;

import java.util.List;
import java.util.function.Consumer;

/** The last parts of German and Nordic compounds that people search by: Medizin-technik. */
final class CompoundTails {
  private CompoundTails() {}

  static void of(List<Token> words, Consumer<String> tails) {
    // filled below
  }
}
