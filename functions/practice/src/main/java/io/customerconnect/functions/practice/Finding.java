package io.customerconnect.functions.practice;

/**
 * A rule that a document breaks.
 *
 * @param rule its id, such as {@code BR-CO-15}
 * @param place the element, as a path without prefixes, or the line
 * @param message the rule's own words, in English
 */
record Finding(String rule, Weight weight, String place, String message) {

  /** What a broken rule leads to. */
  enum Weight {
    /** A rule of UBL or EN 16931: the document is refused. */
    ERROR("error"),
    /**
     * A rule of Peppol beyond EN 16931: the test buyer takes the document, the network does not.
     */
    NETWORK("refused-by-peppol"),
    /** Something that had better be otherwise. */
    WARNING("warning");

    private final String word;

    Weight(String word) {
      this.word = word;
    }

    /** The word for it in the API. */
    String word() {
      return word;
    }
  }
}
