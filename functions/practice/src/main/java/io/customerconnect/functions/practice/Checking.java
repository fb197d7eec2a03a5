package io.customerconnect.functions.practice;

import io.customerconnect.functions.practice.Finding.Weight;
import io.customerconnect.ubl.Element;
import io.customerconnect.ubl.InvoiceTerms;
import io.customerconnect.ubl.UblException;
import io.customerconnect.ubl.UblInvoice;
import io.customerconnect.ubl.UblReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Checks a document that is submitted for practice: can it be read, and what does it break? */
final class Checking {
  /** The rules allow it, but we do not: a date before 2000, a number of 200 characters. */
  static final String NOT_USABLE = "READ";

  private static final Pattern ENCODING =
      Pattern.compile("^(\\s*<\\?xml[^>]*?)\\s+encoding\\s*=\\s*(['\"])[^'\"]*\\2");

  private final InvoiceRules rules;

  Checking(InvoiceRules rules) {
    this.rules = rules;
  }

  /**
   * The verdict on a document.
   *
   * @param xml as text; what it says about its encoding was true before it became one
   * @param beforeRules is run when it can be read, before the rules are asked, which takes long
   * @throws UblException when it is no XML, no invoice, or goes beyond a limit
   */
  Verdict check(String xml, Runnable beforeRules) throws UblException {
    byte[] bytes =
        ENCODING
            .matcher(xml.startsWith("\uFEFF") ? xml.substring(1) : xml)
            .replaceFirst("$1")
            .getBytes(StandardCharsets.UTF_8);
    Element message = read(bytes);
    beforeRules.run();
    List<Finding> findings = rules.check(dom(bytes), message.text("CustomizationID").orElse(""));
    return findings.stream().anyMatch(finding -> finding.weight() == Weight.ERROR)
        ? new Verdict.Refused(findings)
        : usable(message, findings);
  }

  private static Element read(byte[] bytes) throws UblException {
    try {
      Element message = UblReader.DEFAULT.read(new ByteArrayInputStream(bytes));
      InvoiceTerms.of(message);
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory could not be read", e);
    }
  }

  private static Verdict usable(Element message, List<Finding> findings) {
    try {
      return new Verdict.Accepted(UblInvoice.of(message), findings);
    } catch (UblException e) {
      Finding finding =
          new Finding(NOT_USABLE, Weight.ERROR, e.place().path(), String.valueOf(e.getMessage()));
      return new Verdict.Refused(List.of(finding));
    }
  }

  /** What our own reader has read before: there are no document types in it. */
  private static Document dom(byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("One parser reads what the other does not", e);
    }
  }
}
