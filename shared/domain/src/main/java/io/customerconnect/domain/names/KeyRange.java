package io.customerconnect.domain.names;

/**
 * A range of keys inside one partition: one request, {@code PK = :partition AND SK BETWEEN :from
 * AND :to}, of which the first items are wanted.
 *
 * <p>Both bounds are meant in the order of UTF-8 bytes, which is the table's and the order of code
 * points; it is not always that of {@link String#compareTo}.
 *
 * @param partition the table's partition key
 * @param from the least sort key, a prefix of every sort key in the range or nearly so
 * @param to the greatest sort key
 * @param most how many items to take of it: the limit of the request
 */
public record KeyRange(String partition, String from, String to, int most) {
  /** A code point that no text contains and that sorts after every other. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** The first so many of all keys that begin with the text. */
  static KeyRange startingWith(String text, int most) {
    String cut = CodePoints.first(text, SearchKey.LONGEST);
    return of(SearchKey.partition(cut), cut, most);
  }

  /** As {@link #startingWith}, of the keys that names start with. */
  static KeyRange ofStarts(String text, int most) {
    String cut = CodePoints.first(text, SearchKey.LONGEST);
    return of(SearchKey.startPartition(cut), cut, most);
  }

  private static KeyRange of(String partition, String cut, int most) {
    int last = cut.codePointBefore(cut.length());
    String upTo = cut;
    if (Scripts.isSyllableWithoutFinalConsonant(last)) {
      // A Korean typing 삼 passes through 사: the syllable is open until the next one begins.
      upTo =
          cut.substring(0, cut.length() - 1) + Character.toString(Scripts.lastWithSameStart(last));
    }
    return new KeyRange(partition, cut, upTo + LAST, most);
  }
}
