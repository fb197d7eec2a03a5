package io.customerconnect.domain.names;

/**
 * A place in the search index: the partition, and the text that an entry is sorted by inside it.
 *
 * <p>The text of a name key is lower case, its words each end in a blank ({@code "deutsche bank
 * "}), so that a whole word is the prefix {@code "word "}. The text of an identifier begins with
 * {@link #IDENTIFIER}. Texts contain neither upper case letters nor {@link #SEPARATOR}.
 *
 * @param partition the table's partition key: {@code "S#"}, or {@code "N#"} for keys that stand at
 *     the start of a name, and the first characters of the text
 * @param key the text, at most {@value #LONGEST} characters (code points)
 */
public record SearchKey(String partition, String key) {
  /**
   * The number of code points at which a key is cut, and with it every prefix that is asked for.
   */
  public static final int LONGEST = 28;

  /** What a sort key puts between text and entity id. It sorts after a blank, before any letter. */
  public static final char SEPARATOR = '#';

  /** What the text of an identifier begins with: no name can, as names hold only letters. */
  public static final char IDENTIFIER = '#';

  private static final String PARTITIONS = "S#";
  private static final String STARTS = "N#";
  private static final int PARTITION_LENGTH = 3;

  /** The key with this text, cut to {@link #LONGEST}, in the partition it belongs to. */
  static SearchKey of(String text) {
    String cut = CodePoints.first(text, LONGEST);
    return new SearchKey(partition(cut), cut);
  }

  /** As {@link #of}, among the keys that names start with. */
  static SearchKey ofStart(String text) {
    String cut = CodePoints.first(text, LONGEST);
    return new SearchKey(startPartition(cut), cut);
  }

  /** Whether a partition of the table is one of the index's. */
  public static boolean isPartition(String partition) {
    return partition.startsWith(PARTITIONS) || partition.startsWith(STARTS);
  }

  /** Whether the key is among those that names start with. */
  boolean isStart() {
    return partition.startsWith(STARTS);
  }

  /** Whether a range of keys can begin with this text: it must hold what decides the partition. */
  static boolean decidesPartition(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int first = text.codePointAt(0);
    int from = first == IDENTIFIER ? 1 : 0;
    int blank = text.indexOf(' ');
    return Scripts.isUnspaced(first)
        || (blank > 0 && blank < PARTITION_LENGTH)
        || CodePoints.count(text) >= from + PARTITION_LENGTH;
  }

  static String partition(String text) {
    return PARTITIONS + stem(text);
  }

  static String startPartition(String text) {
    return STARTS + stem(text);
  }

  /**
   * Three characters, or fewer where fewer are selective: up to the first blank, so that the whole
   * word {@code "bp "} can be asked for, and one character of a script that writes no blanks.
   */
  private static String stem(String text) {
    int first = text.codePointAt(0);
    if (Scripts.isUnspaced(first)) {
      return Character.toString(Scripts.withoutFinalConsonant(first));
    }
    int from = first == IDENTIFIER ? 1 : 0;
    int blank = text.indexOf(' ');
    int end = CodePoints.offset(text, from + PARTITION_LENGTH);
    return text.substring(0, blank < 0 ? end : Math.min(end, blank + 1));
  }
}
