package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;

/** How a story is told: in each language, and once by the keyboard alone (P42, P43). */
enum Way {
  IN_GERMAN_BY_MOUSE(Language.DE, Hand.MOUSE),
  IN_ENGLISH_BY_KEYBOARD(Language.EN, Hand.KEYBOARD);

  private final Language language;
  private final Hand hand;

  Way(Language language, Hand hand) {
    this.language = language;
    this.hand = hand;
  }

  Look look() {
    return Look.of(language);
  }

  Hand hand() {
    return hand;
  }
}
