package io.customerconnect.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerconnect.domain.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static Revision revision(Instant at, String tag, long line) {
    return new Revision(new FileVersion(at, tag), line);
  }

  @Test
  void theNewerFileWinsWhateverTheLines() {
    assertThat(revision(NOON.plusMillis(1), "a", 2)).isGreaterThan(revision(NOON, "b", 377_542));
  }

  @Test
  void inOneFileTheLaterLineWins() {
    assertThat(revision(NOON, "a", 10)).isGreaterThan(revision(NOON, "a", 9));
  }

  @Test
  void itsTextIsReadBack() {
    Revision revision = revision(NOON, "0066AB3F.1f2e", 12);

    assertThat(revision.text()).isEqualTo("2026-11-23T12:00:00.000Z#0066AB3F.1f2e#0000000012");
    assertThat(Revision.parse(revision.text())).isEqualTo(revision);
  }

  @Test
  void anotherTextIsRefused() {
    assertThatThrownBy(() -> Revision.parse("yesterday#a#1"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Revision.parse("nothing")).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new FileVersion(NOON, "a#b"))
        .isInstanceOf(InvalidValueException.class);
  }
}
