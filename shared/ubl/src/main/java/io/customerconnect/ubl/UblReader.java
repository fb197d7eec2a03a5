package io.customerconnect.ubl;

import io.customerconnect.ubl.UblException.Kind;
import io.customerconnect.ubl.UblException.Place;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads UBL messages from strangers: without document types and entities, and within limits of
 * size, depth, number of elements and length of text.
 *
 * <p>What is attached to a message is passed over, whatever its size within the message's.
 *
 * @param maxBytes of the whole message
 * @param maxDepth how deep elements may lie in each other
 * @param maxElements in the whole message
 * @param maxText in characters, of one element
 */
public record UblReader(long maxBytes, int maxDepth, int maxElements, int maxText) {
  /** Enough for an invoice of some thousand lines with its attachments. */
  public static final UblReader DEFAULT = new UblReader(20L << 20, 32, 200_000, 20_000);

  /** Elements whose text is a file. */
  private static final Set<String> ATTACHMENTS = Set.of("EmbeddedDocumentBinaryObject");

  /** An element that is not closed yet. */
  private record Open(
      String namespace,
      String name,
      Map<String, String> attributes,
      StringBuilder text,
      List<Element> children,
      Place place) {

    Element close() {
      return new Element(namespace, name, attributes, text.toString().strip(), children, place);
    }
  }

  /**
   * The message's outermost element.
   *
   * @throws UblException when it is no XML, has a document type, or goes beyond a limit
   * @throws IOException when the bytes cannot be read
   */
  public Element read(InputStream bytes) throws UblException, IOException {
    CountedStream counted = new CountedStream(bytes, maxBytes);
    Deque<Open> open = new ArrayDeque<>();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(counted);
      try {
        return read(xml, open);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      if (counted.isOver()) {
        throw tooLarge(open);
      }
      if (e.getNestedException() instanceof IOException broken
          && !(broken instanceof CharConversionException)) {
        throw broken;
      }
      throw new UblException(
          Kind.NOT_XML,
          place(Optional.ofNullable(e.getLocation()), path(open)),
          "This is not well-formed XML.");
    }
  }

  private Element read(XMLStreamReader xml, Deque<Open> open)
      throws XMLStreamException, UblException {
    int elements = 0;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > maxElements) {
            throw tooLarge(xml, open, "The message has more than %d elements.", maxElements);
          }
          if (open.size() == maxDepth) {
            throw tooLarge(xml, open, "Elements lie more than %d deep in each other.", maxDepth);
          }
          open.push(open(xml, open));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element closed = open.pop().close();
          if (open.isEmpty()) {
            readToEnd(xml, open);
            return closed;
          }
          open.peek().children().add(closed);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml, open);
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw doctype(xml, open);
        default -> {
          // Comments, blanks and processing instructions say nothing.
        }
      }
    }
  }

  /** What follows the message must not be anything but comments. */
  private static void readToEnd(XMLStreamReader xml, Deque<Open> open)
      throws XMLStreamException, UblException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.DTD) {
        throw doctype(xml, open);
      }
    }
  }

  private static Open open(XMLStreamReader xml, Deque<Open> open) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
    }
    String name = xml.getLocalName();
    String path = open.isEmpty() ? name : path(open) + "/" + name;
    return new Open(
        Optional.ofNullable(xml.getNamespaceURI()).orElse(""),
        name,
        attributes,
        new StringBuilder(),
        new ArrayList<>(),
        place(Optional.of(xml.getLocation()), path));
  }

  private void append(XMLStreamReader xml, Deque<Open> open) throws UblException {
    Open current = open.peek();
    if (current == null || ATTACHMENTS.contains(current.name())) {
      return;
    }
    if (current.text().length() + xml.getTextLength() > maxText) {
      throw tooLarge(xml, open, "The text is longer than %d characters.", maxText);
    }
    current.text().append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private static String path(Deque<Open> open) {
    Open current = open.peek();
    return current == null ? "" : current.place().path();
  }

  private static Place place(Optional<Location> location, String path) {
    return new Place(
        Math.max(1, location.map(Location::getLineNumber).orElse(1)),
        Math.max(1, location.map(Location::getColumnNumber).orElse(1)),
        path);
  }

  private static UblException doctype(XMLStreamReader xml, Deque<Open> open) {
    return new UblException(
        Kind.DOCTYPE,
        place(Optional.of(xml.getLocation()), path(open)),
        "Document types and entities are not accepted.");
  }

  private static UblException tooLarge(
      XMLStreamReader xml, Deque<Open> open, String text, int limit) {
    return new UblException(
        Kind.TOO_LARGE, place(Optional.of(xml.getLocation()), path(open)), text.formatted(limit));
  }

  private UblException tooLarge(Deque<Open> open) {
    Open current = open.peek();
    return new UblException(
        Kind.TOO_LARGE,
        current == null ? place(Optional.empty(), "") : current.place(),
        "The message is larger than " + maxBytes + " bytes.");
  }

  private static final class TooLargeException extends IOException {}

  /** Ends with an exception where the message gets too large. */
  private static final class CountedStream extends FilterInputStream {
    private long left;

    CountedStream(InputStream in, long max) {
      super(in);
      left = max;
    }

    boolean isOver() {
      return left < 0;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws TooLargeException {
      left -= bytes;
      if (left < 0) {
        throw new TooLargeException();
      }
    }
  }
}
