package io.customerconnect.portal.stories;

import io.customerconnect.domain.party.Language;
import java.util.List;
import java.util.stream.Stream;

/** How a browser is set up: what the user has chosen, and what the user has. */
record Look(Language language, Screen screen, Light light) {

  /** The sizes that have to hold, in CSS pixels. */
  enum Screen {
    DESKTOP(1440, 900),
    PHONE(360, 780);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }
  }

  /** What the user prefers. */
  enum Light {
    LIGHT,
    DARK
  }

  /** On every screen, in the light and in the dark. */
  List<Look> all() {
    return Stream.of(Screen.values())
        .flatMap(on -> Stream.of(Light.values()).map(in -> new Look(language, on, in)))
        .toList();
  }

  /** Where no other is asked for. */
  boolean isUsual() {
    return equals(of(language));
  }

  static Look of(Language language) {
    return new Look(language, Screen.DESKTOP, Light.LIGHT);
  }
}
