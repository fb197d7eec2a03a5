package io.customerconnect.functions.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.customerconnect.functions.feeds.RowScanner.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowScannerTest {

  /** A row as tests compare it. */
  private record Found(long line, long from, long to, Form form, String text) {}

  private static List<Found> rows(String file) {
    byte[] bytes = file.getBytes(UTF_8);
    return rows(bytes, 0, bytes.length, 1);
  }

  private static List<Found> rows(byte[] file, int from, int to, long line) {
    List<Found> found = new ArrayList<>();
    try {
      RowScanner rows = new RowScanner(new ByteArrayInputStream(file, from, to - from), from, line);
      while (rows.next()) {
        RowScanner.Row row = rows.row();
        found.add(new Found(row.line(), row.from(), row.to(), row.form(), rows.text()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  private static List<String> texts(String file) {
    return rows(file).stream().map(Found::text).toList();
  }

  @Test
  void linesEndWithLineFeedsCarriageReturnsOrBoth() {
    assertThat(rows("a,b\r\nc,d\re,f\ng,h"))
        .containsExactly(
            new Found(1, 0, 5, Form.WELL_FORMED, "a,b"),
            new Found(2, 5, 9, Form.WELL_FORMED, "c,d"),
            new Found(3, 9, 13, Form.WELL_FORMED, "e,f"),
            new Found(4, 13, 16, Form.WELL_FORMED, "g,h"));
  }

  @Test
  void emptyLinesAreNoRowsAndAreCounted() {
    assertThat(rows("\n\r\na\n\n\nb\n\n"))
        .extracting(Found::line, Found::text)
        .containsExactly(tuple(3L, "a"), tuple(6L, "b"));
  }

  @Test
  void linesInsideQuotationMarksBelongToTheirRow() {
    assertThat(rows("a,\"b\r\nc\n\"\"d\"\"\"\ne"))
        .extracting(Found::line, Found::text)
        .containsExactly(tuple(1L, "a,\"b\r\nc\n\"\"d\"\"\""), tuple(4L, "e"));
  }

  @Test
  void aQuotationMarkInsideATextIsATextsOwn() {
    assertThat(texts("5\" pipe,x\ny\"\"z\n")).containsExactly("5\" pipe,x", "y\"\"z");
  }

  @Test
  void aMarkThatIsNotClosedSpoilsItsOwnLineAlone() {
    assertThat(rows("a,\"b\nc,\"d\"\ne,f\n"))
        .extracting(Found::line, Found::form, Found::text)
        .containsExactly(
            tuple(1L, Form.BROKEN_QUOTES, ""),
            tuple(2L, Form.WELL_FORMED, "c,\"d\""),
            tuple(3L, Form.WELL_FORMED, "e,f"));
  }

  @Test
  void aMarkThatNothingInTheRestOfTheFileClosesSpoilsItsOwnLineAlone() {
    String rest = "c,d\n".repeat(100_000);

    List<Found> rows = rows("a,\"b\n" + rest);

    assertThat(rows).hasSize(100_001);
    assertThat(rows.getFirst().form()).isEqualTo(Form.BROKEN_QUOTES);
    assertThat(rows.subList(1, rows.size()))
        .allMatch(row -> row.form() == Form.WELL_FORMED && row.text().equals("c,d"));
  }

  @Test
  void textBehindAClosingMarkSpoilsItsLine() {
    assertThat(rows("\"a\"b,c\nd\n"))
        .extracting(Found::line, Found::form)
        .containsExactly(tuple(1L, Form.BROKEN_QUOTES), tuple(2L, Form.WELL_FORMED));
  }

  @Test
  void aLineOfAnyLengthIsSkipped() {
    long length = 50L * 1024 * 1024;
    byte[] rest = "\nb\n".getBytes(UTF_8);
    InputStream line = new RangeStream((from, to) -> filled(to - from), 0, length);
    try {
      RowScanner rows =
          new RowScanner(new SequenceInputStream(line, new ByteArrayInputStream(rest)), 0, 1);

      assertThat(rows.next()).isTrue();
      assertThat(rows.row()).isEqualTo(new RowScanner.Row(1, 0, length + 1, Form.TOO_LONG));
      assertThat(rows.next()).isTrue();
      assertThat(rows.text()).isEqualTo("b");
      assertThat(rows.next()).isFalse();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] filled(long length) {
    byte[] bytes = new byte[Math.toIntExact(length)];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  /** Wherever the end of what is in memory falls in a row: between CR and LF, too. */
  @Test
  void rowsAreTheSameWhereverTheyMeetTheEndOfTheBuffer() {
    String row = "ab,\"c\"\r\n";
    int rows = 100_000;
    for (int shift = 1; shift <= row.length(); shift++) {
      String first = "x".repeat(shift) + "\n";

      List<Found> found = rows(first + row.repeat(rows));

      assertThat(found).hasSize(rows + 1);
      long from = first.length();
      for (int i = 1; i <= rows; i++) {
        assertThat(found.get(i))
            .isEqualTo(new Found(i + 1, from, from + row.length(), Form.WELL_FORMED, "ab,\"c\""));
        from += row.length();
      }
    }
  }

  /** Whatever the file, each piece that is cut between rows has the same rows as the whole. */
  @Test
  void piecesHaveTheRowsOfTheWhole() {
    Random random = new Random(20261125);
    for (int round = 0; round < 3_000; round++) {
      byte[] file = randomFile(random).getBytes(UTF_8);
      List<Found> whole = rows(file, 0, file.length, 1);
      List<Found> pieces = new ArrayList<>();
      int next = 0;
      while (next < whole.size()) {
        int end = next + 1 + random.nextInt(3);
        end = Math.min(end, whole.size());
        Found first = whole.get(next);
        pieces.addAll(
            rows(
                file,
                Math.toIntExact(first.from()),
                Math.toIntExact(whole.get(end - 1).to()),
                first.line()));
        next = end;
      }
      assertThat(pieces).as(new String(file, UTF_8)).isEqualTo(whole);
    }
  }

  private static String randomFile(Random random) {
    String alphabet = "ab,\"\"\n\r\né";
    StringBuilder file = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      file.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return file.toString();
  }
}
