package io.customerconnect.mail.html;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** An attribute of an element, with its value escaped. */
public final class Attribute implements Part {
  /** Attributes whose value a browser follows, loads, runs or takes as a style. */
  private static final Set<String> WITH_A_FACTORY_OF_THEIR_OWN =
      Set.of(
          "action",
          "background",
          "cite",
          "data",
          "formaction",
          "href",
          "poster",
          "src",
          "srcdoc",
          "srcset",
          "style");

  private final String rendered;

  private Attribute(String rendered) {
    this.rendered = rendered;
  }

  /**
   * An attribute with a value.
   *
   * @throws IllegalArgumentException for an attribute that runs code, or that holds an address or a
   *     style: those have factories that check the value
   */
  public static Attribute of(String name, String value) {
    checkName(name);
    return new Attribute(" " + name + "=\"" + Html.escape(value) + "\"");
  }

  /** An attribute that is true by being there, as {@code open}. */
  public static Attribute present(String name) {
    checkName(name);
    return new Attribute(" " + name);
  }

  /**
   * Where a link leads.
   *
   * @param target of scheme https, http or mailto, or relative
   * @throws IllegalArgumentException for any other scheme
   */
  public static Attribute href(URI target) {
    return address("href", target);
  }

  /**
   * Where a form is sent. Targets and errors as for {@link #href}.
   *
   * @param target empty for the page's own address
   */
  public static Attribute action(URI target) {
    return address("action", target);
  }

  /**
   * Inline style, for mails; pages have a {@link StyleSheet}.
   *
   * @param declarations of our own, never with values that others typed
   * @throws IllegalArgumentException when they could load something or end the attribute
   */
  public static Attribute style(String declarations) {
    StyleSheet.check(declarations);
    return new Attribute(" style=\"" + Html.escape(declarations) + "\"");
  }

  private static Attribute address(String name, URI target) {
    String scheme = target.getScheme();
    boolean known =
        scheme == null
            ? target.getAuthority() == null
            : Set.of("https", "http", "mailto").contains(scheme.toLowerCase(Locale.ROOT));
    if (!known) {
      throw new IllegalArgumentException("A link must not lead to " + target);
    }
    return new Attribute(" " + name + "=\"" + Html.escape(target.toString()) + "\"");
  }

  private static void checkName(String name) {
    boolean wellFormed =
        !name.isEmpty()
            && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')
            && !name.startsWith("on");
    if (!wellFormed || WITH_A_FACTORY_OF_THEIR_OWN.contains(name)) {
      throw new IllegalArgumentException("Not an attribute for any value: " + name);
    }
  }

  String rendered() {
    return rendered;
  }
}
