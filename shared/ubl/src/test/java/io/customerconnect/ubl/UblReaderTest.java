package io.customerconnect.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UblReaderTest {
  private static final UblReader SMALL = new UblReader(1_000, 4, 10, 20);

  @Test
  void elementsAreFoundByTheirNamesInWhateverNamespacePrefix() throws Exception {
    Element root =
        read(
            "<i:Invoice xmlns:i='urn:i'><i:ID> 7 </i:ID><i:Line n='1'/><i:Line n='2'/></i:Invoice>");

    assertThat(root.name()).isEqualTo("Invoice");
    assertThat(root.require("ID")).isEqualTo("7");
    assertThat(root.all("Line"))
        .extracting(line -> line.attributes().get("n"))
        .containsExactly("1", "2");
    assertThat(root.first("Line", "Price")).isEmpty();
  }

  @Test
  void textInPiecesIsOneText() throws Exception {
    assertThat(read("<a>M&amp;S <![CDATA[<b>]]> &#252;<!-- no --> z</a>").text())
        .isEqualTo("M&S <b> ü z");
  }

  @Test
  void theEncodingIsThatOfTheDeclaration() throws Exception {
    byte[] latin =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>Müller</a>"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 =
        "<?xml version='1.0' encoding='UTF-16'?><a>Müller</a>".getBytes(StandardCharsets.UTF_16);

    assertThat(SMALL.read(new ByteArrayInputStream(latin)).text()).isEqualTo("Müller");
    assertThat(SMALL.read(new ByteArrayInputStream(utf16)).text()).isEqualTo("Müller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY x '0123456789'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'>"
            + "<!ENTITY z '&y;&y;&y;&y;&y;&y;&y;&y;'>]><a>&z;&z;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
      })
  void documentTypesAndEntitiesAreRefused(String xml) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UblException.class)
        .hasMessage("Document types and entities are not accepted.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a>&b;</a>",
        "{}",
        "<a/>x",
        "\u0000<a/>"
      })
  void whatIsNotXmlIsRefused(String xml) {
    assertThatThrownBy(() -> read(xml)).isInstanceOf(UblException.class);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] broken = {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>'};

    assertThatThrownBy(() -> SMALL.read(new ByteArrayInputStream(broken)))
        .isInstanceOf(UblException.class)
        .hasMessage("This is not well-formed XML.");
  }

  @Test
  void elementsMayNotLieTooDeep() throws Exception {
    assertThat(read("<a><a><a><a/></a></a></a>").name()).isEqualTo("a");
    assertThatThrownBy(() -> read("<a><a><a>\n<a><a/></a></a></a></a>"))
        .isInstanceOfSatisfying(
            UblException.class,
            deep -> {
              assertThat(deep).hasMessageContaining("4 deep");
              assertThat(deep.place()).isEqualTo(new UblException.Place(2, 8, "a/a/a/a"));
            });
  }

  @Test
  void elementsMayNotBeTooMany() throws Exception {
    assertThat(read("<a>" + "<b/>".repeat(9) + "</a>").children()).hasSize(9);
    assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(10) + "</a>"))
        .hasMessageContaining("more than 10 elements");
  }

  @Test
  void textMayNotBeTooLong() throws Exception {
    assertThat(read("<a>" + "x".repeat(20) + "</a>").text()).hasSize(20);
    assertThatThrownBy(() -> read("<a>" + "x".repeat(21) + "</a>"))
        .hasMessageContaining("longer than 20 characters");
  }

  @Test
  void attachmentsArePassedOver() throws Exception {
    Element root =
        read(
            "<a><EmbeddedDocumentBinaryObject>"
                + "QUJD".repeat(100)
                + "</EmbeddedDocumentBinaryObject><ID>1</ID></a>");

    assertThat(root.require("ID")).isEqualTo("1");
    assertThat(root.first("EmbeddedDocumentBinaryObject")).map(Element::text).contains("");
  }

  @Test
  void aMessageWithoutEndIsLeftOffAtTheLimit() {
    Endless endless = new Endless();

    assertThatThrownBy(() -> SMALL.read(endless))
        .isInstanceOf(UblException.class)
        .hasMessageContaining("larger than 1000 bytes");
    assertThat(endless.given).isLessThan(100_000);
  }

  @Test
  void aSourceThatBreaksIsNoFaultOfTheMessage() throws Exception {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatThrownBy(() -> SMALL.read(broken)).isInstanceOf(IOException.class);
  }

  /** A name that never ends. */
  private static final class Endless extends InputStream {
    private long given;

    @Override
    public int read() {
      return given++ == 0 ? '<' : 'a';
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      Arrays.fill(buffer, from, from + length, (byte) 'a');
      buffer[from] = (byte) (given == 0 ? '<' : 'a');
      given += length;
      return length;
    }
  }

  private static Element read(String xml) throws UblException, IOException {
    return SMALL.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
