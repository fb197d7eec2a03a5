package io.customerconnect.mail;

import io.customerconnect.mail.text.Arg;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A mail's content as it grows, block by block. */
final class Content {
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  Content(Texts texts) {
    this.texts = texts;
  }

  Content title(TextKey key, Arg... args) {
    return add(new Block.Title(texts.phrase(key, args)));
  }

  Content heading(TextKey key, Arg... args) {
    return add(new Block.Heading(texts.phrase(key, args)));
  }

  Content paragraph(TextKey key, Arg... args) {
    return add(new Block.Paragraph(texts.phrase(key, args)));
  }

  Content note(TextKey key, Arg... args) {
    return add(new Block.Note(texts.phrase(key, args)));
  }

  Content facts(List<Fact> facts) {
    return add(new Block.Facts(facts));
  }

  Content quote(List<String> lines) {
    return add(new Block.Quote(lines));
  }

  Content button(TextKey label, URI target) {
    return add(new Block.Button(texts.plain(label), target));
  }

  private Content add(Block block) {
    blocks.add(block);
    return this;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
