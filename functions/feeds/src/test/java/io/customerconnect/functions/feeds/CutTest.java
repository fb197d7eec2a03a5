package io.customerconnect.functions.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final String HEADER = "legalEntityId,legalName,country\n";

  private static Cut cut(byte[] file) {
    try {
      return Cut.of(new ByteArrayInputStream(file), DirectoryColumn.LAYOUT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static FileFault fault(byte[] file) {
    if (cut(file) instanceof Cut.Refused(FileFault fault)) {
      return fault;
    }
    throw new AssertionError("The file is taken");
  }

  private static Cut.Chunks chunks(String file) {
    if (cut(file.getBytes(UTF_8)) instanceof Cut.Chunks chunks) {
      return chunks;
    }
    throw new AssertionError("The file is refused");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(fault(new byte[0]).kind()).isEqualTo(Kind.EMPTY);
    assertThat(fault("\uFEFF\r\n\r\n".getBytes(UTF_8)).kind()).isEqualTo(Kind.EMPTY);
  }

  @Test
  void aFileInLatin1IsRefusedAtItsFirstUmlaut() {
    FileFault fault = fault((HEADER + "e-1,Hafenkron,DE\r\ne-2,Müller,DE\n").getBytes(ISO_8859_1));

    assertThat(fault.kind()).isEqualTo(Kind.NOT_UTF_8);
    assertThat(fault.place()).contains(new FileFault.Place(3, 6));
  }

  @Test
  void placesAreCountedInCharacters() {
    byte[] good = (HEADER + "é漢𠮷,").getBytes(UTF_8);
    byte[] file = Arrays.copyOf(good, good.length + 1);
    file[good.length] = (byte) 0xFF;

    assertThat(fault(file).place()).contains(new FileFault.Place(2, 5));
  }

  @Test
  void bytesThatLookLikeUtf8AndAreNotAreRefused() {
    for (String hex : List.of("C080", "E08080", "EDA080", "F4908080", "F8", "80", "C3", "E282")) {
      byte[] bad = HexFormat.of().parseHex(hex);
      byte[] head = HEADER.getBytes(UTF_8);
      byte[] file = Arrays.copyOf(head, head.length + bad.length);
      System.arraycopy(bad, 0, file, head.length, bad.length);

      assertThat(fault(file).kind()).as(hex).isEqualTo(Kind.NOT_UTF_8);
    }
  }

  @Test
  void aFileInUtf16IsRefused() {
    assertThat(fault(HEADER.getBytes(UTF_16)).kind()).isEqualTo(Kind.NOT_UTF_8);
  }

  @Test
  void thatAFileIsNotUtf8IsSaidBeforeItsHeadersFaults() {
    assertThat(fault("name\nMüller\n".getBytes(ISO_8859_1)).kind()).isEqualTo(Kind.NOT_UTF_8);
    assertThat(fault("name\nMüller\n".getBytes(UTF_8)).kind()).isEqualTo(Kind.MISSING_COLUMNS);
  }

  @Test
  void aFirstLineWithoutAnEndIsRefused() {
    assertThat(fault(("\"" + HEADER.repeat(5_000)).getBytes(UTF_8)).kind())
        .isEqualTo(Kind.HEADER_TOO_LONG);
  }

  @Test
  void aMarkBeforeTheHeaderDoesNotCount() {
    Cut.Chunks cut = chunks("\uFEFF" + HEADER + "e-1,Hafenkron,DE\n");

    assertThat(cut.header()).containsExactly("legalEntityId", "legalName", "country");
    assertThat(cut.chunks()).containsExactly(new Chunk(35, 52, 2));
  }

  @Test
  void aHeaderAloneIsAFileOfNoRows() {
    assertThat(chunks(HEADER).chunks()).isEmpty();
  }

  @Test
  void chunksFollowOneAnotherAndHaveAFewThousandRowsAtMost() {
    String row = "e-1,\"Hafenkron\nLogistik\",DE\n";
    List<Chunk> chunks = chunks(HEADER + row.repeat(5_000)).chunks();

    assertThat(chunks).hasSize(3);
    long next = HEADER.length();
    long line = 2;
    for (Chunk chunk : chunks) {
      assertThat(chunk.from()).isEqualTo(next);
      assertThat(chunk.line()).isEqualTo(line);
      long rows = (chunk.to() - chunk.from()) / row.length();
      assertThat(rows).isLessThanOrEqualTo(Chunk.MAX_ROWS);
      next = chunk.to();
      line += 2 * rows;
    }
    assertThat(next).isEqualTo(HEADER.length() + 5_000L * row.length());
  }

  @Test
  void aChunkOfLongRowsIsCutByItsBytes() {
    String row = "e-1," + "n".repeat(60_000) + ",DE\n";

    assertThat(chunks(HEADER + row.repeat(12)).chunks()).hasSize(3);
  }
}
