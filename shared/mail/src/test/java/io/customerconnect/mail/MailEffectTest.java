package io.customerconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailEffectTest {

  @Test
  void anEffectIsFoundAgainByItsId() {
    for (MailEffect effect :
        List.of(
            new MailEffect.Ask(SampleMails.TICKET, 12),
            new MailEffect.Answered(SampleMails.TICKET))) {
      assertThat(MailEffect.parse(effect.id())).contains(effect);
      assertThat(effect.tag()).isEqualTo(new MailTag("effect", effect.id()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ask-",
        "ask-1",
        "ask-CC-7K3M-9QX2-1",
        "answered-CC-7K3M",
        "ask--",
        "other",
        "answered-"
      })
  void otherIdsAreNotOurs(String id) {
    assertThat(MailEffect.parse(id)).isEmpty();
  }
}
