package io.customerconnect.ubl;

import io.customerconnect.domain.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a UBL message. It is found by its local name: no two of UBL's namespaces use one
 * name for different things.
 *
 * @param namespace empty where it is in none
 * @param attributes by their name
 * @param text its own text, without blanks around it
 * @param place where it begins
 */
public record Element(
    String namespace,
    String name,
    Map<String, String> attributes,
    String text,
    List<Element> children,
    UblException.Place place) {
  private static final String DOCUMENTS = "urn:oasis:names:specification:ubl:schema:xsd:";

  public Element {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Whether it is the outermost one of a kind of UBL 2 documents, such as {@code Invoice}. */
  public boolean isDocument(String kind) {
    return name.equals(kind) && namespace.equals(DOCUMENTS + kind + "-2");
  }

  /** The first element that a path of names leads to, such as {@code "Party", "Name"}. */
  public Optional<Element> first(String... names) {
    Optional<Element> at = Optional.of(this);
    for (String name : names) {
      at = at.flatMap(element -> element.all(name).stream().findFirst());
    }
    return at;
  }

  /** The elements with a name directly in this one, in their order. */
  public List<Element> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** The text of the first element that a path leads to; none where it is blank. */
  public Optional<String> text(String... names) {
    return first(names).map(Element::text).filter(found -> !found.isEmpty());
  }

  /**
   * The same where it has to be.
   *
   * @throws UblException when it is not there or blank
   */
  public String require(String... names) throws UblException {
    Optional<String> found = text(names);
    if (found.isEmpty()) {
      throw fault("%s is missing or empty.".formatted(String.join("/", names)));
    }
    return found.get();
  }

  /** That a value of this element is not as its type wants it. */
  UblException fault(InvalidValueException wrong) {
    return fault(String.valueOf(wrong.getMessage()));
  }

  /** That something is wrong with this element. */
  public UblException fault(String text) {
    return new UblException(UblException.Kind.CONTENT, place, text);
  }
}
