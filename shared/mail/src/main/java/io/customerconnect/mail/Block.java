package io.customerconnect.mail;

import io.customerconnect.mail.text.Phrase;
import java.net.URI;
import java.util.List;

/** A part of a mail's content, told once for both of its renderings. */
sealed interface Block {

  /** What the mail is about; the first block. */
  record Title(Phrase phrase) implements Block {}

  record Heading(Phrase phrase) implements Block {}

  record Paragraph(Phrase phrase) implements Block {}

  /** Data in two columns. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** Somebody's own words, in lines. */
  record Quote(List<String> lines) implements Block {
    public Quote {
      lines = List.copyOf(lines);
    }
  }

  /** The one thing to do. */
  record Button(String label, URI target) implements Block {}

  /** Small print. */
  record Note(Phrase phrase) implements Block {}
}
