package io.customerconnect.mail.html;

import io.customerconnect.domain.party.Language;
import io.customerconnect.mail.text.Phrase;
import io.customerconnect.mail.text.Run;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A piece of HTML. There is no way from characters to HTML but by {@link #text}, which escapes
 * them, so that an escape cannot be forgotten.
 */
public final class Html implements Part {
  /** An empty piece. */
  public static final Html NONE = new Html("");

  private static final Set<String> VOID = Set.of("br", "hr", "input", "meta");

  private static final Set<String> WITH_CONTENT =
      Set.of(
          "a",
          "bdi",
          "body",
          "button",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "head",
          "header",
          "label",
          "legend",
          "li",
          "main",
          "nav",
          "p",
          "pre",
          "section",
          "span",
          "strong",
          "summary",
          "table",
          "tbody",
          "td",
          "textarea",
          "th",
          "title",
          "tr",
          "ul");

  private final String rendered;

  private Html(String rendered) {
    this.rendered = rendered;
  }

  /** Characters as text. */
  public static Html text(String characters) {
    return new Html(escape(characters));
  }

  /** A phrase; what others typed is isolated from the direction of our words. */
  public static Html phrase(Phrase phrase) {
    StringBuilder html = new StringBuilder();
    for (Run run : phrase.runs()) {
      String characters = escape(run.characters());
      switch (run) {
        case Run.Words _ -> html.append(characters);
        case Run.Value _ -> html.append("<bdi>").append(characters).append("</bdi>");
        case Run.Emphasis _ ->
            html.append("<strong><bdi>").append(characters).append("</bdi></strong>");
      }
    }
    return new Html(html.toString());
  }

  /** Text of several lines, with a break between them. */
  public static Html lines(List<String> lines) {
    StringBuilder html = new StringBuilder();
    for (String line : lines) {
      html.append(html.isEmpty() ? "" : "<br>")
          .append("<bdi>")
          .append(escape(line))
          .append("</bdi>");
    }
    return new Html(html.toString());
  }

  /** Pieces one after the other. */
  public static Html all(Html... pieces) {
    return all(List.of(pieces));
  }

  /** Pieces one after the other. */
  public static Html all(List<Html> pieces) {
    StringBuilder html = new StringBuilder();
    pieces.forEach(piece -> html.append(piece.rendered));
    return new Html(html.toString());
  }

  /**
   * An element.
   *
   * @param parts its attributes and what is inside, in order
   * @throws IllegalArgumentException for an element that is not made this way, {@code script} among
   *     them, and for one that must be empty and is not
   */
  public static Html element(String name, Part... parts) {
    return element(name, List.of(parts));
  }

  /** As {@link #element(String, Part...)}. */
  public static Html element(String name, List<? extends Part> parts) {
    boolean empty = VOID.contains(name);
    if (!empty && !WITH_CONTENT.contains(name)) {
      throw new IllegalArgumentException("Not an element that is used here: " + name);
    }
    StringBuilder attributes = new StringBuilder();
    StringBuilder content = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Attribute attribute -> attributes.append(attribute.rendered());
        case Html html -> content.append(html.rendered);
      }
    }
    if (!empty) {
      return new Html("<" + name + attributes + ">" + content + "</" + name + ">");
    }
    if (!content.isEmpty()) {
      throw new IllegalArgumentException(name + " has no content");
    }
    return new Html("<" + name + attributes + ">");
  }

  /**
   * A frame with another document of the same site, which can run nothing in it and opens its links
   * in new windows.
   *
   * @param title for people who do not see the frame
   * @throws IllegalArgumentException when the document is on another site
   */
  public static Html sandboxedFrame(String title, URI document) {
    if (document.isAbsolute() || document.getRawAuthority() != null) {
      throw new IllegalArgumentException("A frame must not show " + document);
    }
    return new Html(
        "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\""
            + escape(title)
            + "\" src=\""
            + escape(document.toString())
            + "\"></iframe>");
  }

  /** A style sheet in the page. */
  public static Html style(StyleSheet sheet) {
    return new Html("<style>" + sheet + "</style>");
  }

  /** A whole page in a language. */
  public static String document(Language language, Html head, Html body) {
    return "<!doctype html>\n<html lang=\""
        + language.tag()
        + "\">"
        + head.rendered
        + body.rendered
        + "</html>\n";
  }

  /** The characters of this piece. */
  @Override
  public String toString() {
    return rendered;
  }

  /**
   * Safe as text and in a quoted attribute; what HTML does not allow is a replacement character.
   */
  static String escape(String characters) {
    StringBuilder escaped = new StringBuilder(characters.length() + 16);
    for (int i = 0; i < characters.length(); ) {
      int c = characters.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
      }
    }
    return escaped.toString();
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || (Character.getType(codePoint) != Character.CONTROL
            && Character.getType(codePoint) != Character.SURROGATE);
  }
}
