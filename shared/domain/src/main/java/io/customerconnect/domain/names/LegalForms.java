package io.customerconnect.domain.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The legal forms of {@code legal-forms.txt}, and where in a name they stand.
 *
 * <p>GmbH is one wherever it stands; SA, AS or Co only at the end of a name, as they may be words
 * or initials elsewhere. A form never takes the last word of a name that would then have none.
 */
final class LegalForms {
  private static final int MOST_WORDS = 9;

  private enum Place {
    ANYWHERE,
    END,
    START
  }

  private record Form(String kind, Place place) {}

  private static final NavigableMap<String, Form> FORMS = read();

  private LegalForms() {}

  /**
   * The forms in a name.
   *
   * @param isForm the places of the words that belong to a form
   * @param kinds the kinds of company they stand for
   */
  record Found(BitSet isForm, Set<String> kinds) {}

  static Found in(List<Token> words) {
    BitSet isForm = new BitSet(words.size());
    Set<String> kinds = new TreeSet<>();
    int[] at = withoutConjunctions(words);
    markAnywhere(words, at, isForm, kinds);
    markEnd(words, at, isForm, kinds);
    return new Found(isForm, kinds);
  }

  /** Whether words typed so far, the last of them open, may become a form. */
  static boolean isBeginning(String words) {
    String known = FORMS.ceilingKey(words);
    return known != null && known.startsWith(words);
  }

  /** The places of the words, but for and: it stands in GmbH & Co. KG as in GmbH und Co. KG. */
  private static int[] withoutConjunctions(List<Token> words) {
    int[] at = new int[words.size()];
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      if (!StopWords.isAnd(words.get(i).plain())) {
        at[count++] = i;
      }
    }
    return Arrays.copyOf(at, count);
  }

  private static void markAnywhere(List<Token> words, int[] at, BitSet isForm, Set<String> kinds) {
    for (int i = 0; i < at.length; ) {
      int length = longest(words, at, i, i == 0 ? Place.START : Place.ANYWHERE);
      boolean takesAll = i == 0 && length == at.length;
      if (length > 0 && !takesAll) {
        mark(words, at, i, length, isForm, kinds);
        i += length;
      } else {
        i++;
      }
    }
  }

  private static void markEnd(List<Token> words, int[] at, BitSet isForm, Set<String> kinds) {
    int end = at.length;
    while (end > 1) {
      if (isForm.get(at[end - 1])) {
        end--;
        continue;
      }
      int length = 0;
      for (int n = Math.min(MOST_WORDS, end - 1); n > 0 && length == 0; n--) {
        if (!isForm.get(at[end - n]) && find(words, at, end - n, n) != null) {
          length = n;
        }
      }
      if (length == 0 || !hasContentBefore(at, end - length, isForm, words)) {
        return;
      }
      mark(words, at, end - length, length, isForm, kinds);
      end -= length;
    }
  }

  private static boolean hasContentBefore(int[] at, int end, BitSet isForm, List<Token> words) {
    for (int i = 0; i < end; i++) {
      if (!isForm.get(at[i]) && !StopWords.contains(words.get(at[i]).plain())) {
        return true;
      }
    }
    return false;
  }

  private static int longest(List<Token> words, int[] at, int from, Place wanted) {
    for (int n = Math.min(MOST_WORDS, at.length - from); n > 0; n--) {
      Form form = find(words, at, from, n);
      if (form != null && form.place() != Place.END) {
        if (wanted != Place.START || form.place() == Place.START) {
          return n;
        }
      }
    }
    return 0;
  }

  private static void mark(
      List<Token> words, int[] at, int from, int length, BitSet isForm, Set<String> kinds) {
    Form form = find(words, at, from, length);
    if (form != null) {
      kinds.add(form.kind());
    }
    isForm.set(at[from], at[from + length - 1] + 1);
  }

  private static @Nullable Form find(List<Token> words, int[] at, int from, int length) {
    Token first = words.get(at[from]);
    if (first.isUnspaced()) {
      return null;
    }
    if (length == 1) {
      Form form = FORMS.get(first.plain());
      return form == null && first.plain().length() > 6 ? FORMS.get(first.text()) : form;
    }
    StringBuilder plain = new StringBuilder();
    StringBuilder folded = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      Token word = words.get(at[i]);
      if (i > from) {
        plain.append(' ');
        folded.append(' ');
      }
      plain.append(word.plain());
      folded.append(word.text());
    }
    Form form = FORMS.get(plain.toString());
    return form == null ? FORMS.get(folded.toString()) : form;
  }

  private static NavigableMap<String, Form> read() {
    NavigableMap<String, Form> forms = new TreeMap<>();
    for (String line : lines()) {
      int equals = line.indexOf(" = ");
      int colon = line.indexOf(": ");
      String kind = line.substring(0, equals);
      Place place =
          switch (line.substring(equals + 3, colon)) {
            case "any" -> Place.ANYWHERE;
            case "end" -> Place.END;
            case "start" -> Place.START;
            default -> throw new IllegalStateException("No such place: " + line);
          };
      Form form = new Form(kind, place);
      int from = colon + 2;
      while (from < line.length()) {
        int comma = line.indexOf(", ", from);
        int to = comma < 0 ? line.length() : comma;
        forms.putIfAbsent(line.substring(from, to), form);
        from = to + 2;
      }
    }
    return forms;
  }

  private static List<String> lines() {
    try (InputStream in = LegalForms.class.getResourceAsStream("legal-forms.txt")) {
      if (in == null) {
        throw new IllegalStateException("legal-forms.txt is missing beside " + LegalForms.class);
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          lines.add(line);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
