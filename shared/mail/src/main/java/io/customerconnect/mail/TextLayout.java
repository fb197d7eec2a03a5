package io.customerconnect.mail;

import io.customerconnect.mail.text.Phrase;
import java.util.List;

/** How a mail's content looks without HTML. */
final class TextLayout {
  private TextLayout() {}

  static String render(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(
          switch (block) {
            case Block.Title(Phrase phrase) -> underlined(phrase.plain(), '=');
            case Block.Heading(Phrase phrase) -> underlined(phrase.plain(), '-');
            case Block.Paragraph(Phrase phrase) -> phrase.plain();
            case Block.Facts(List<Fact> facts) -> facts(facts);
            case Block.Quote(List<String> lines) -> "> " + String.join("\n> ", lines);
            case Block.Button button -> button.label() + ":\n" + button.target();
            case Block.Note(Phrase phrase) -> phrase.plain();
          });
      text.append('\n');
    }
    return text.toString();
  }

  private static String underlined(String line, char underline) {
    int length = line.codePointCount(0, line.length());
    return line + "\n" + String.valueOf(underline).repeat(Math.min(length, 72));
  }

  private static String facts(List<Fact> facts) {
    StringBuilder text = new StringBuilder();
    for (Fact fact : facts) {
      text.append(text.isEmpty() ? "" : "\n").append(fact.label()).append(':');
      if (fact.lines().size() == 1) {
        text.append(' ').append(Phrase.isolated(fact.lines().getFirst()));
      } else {
        fact.lines().forEach(line -> text.append("\n  ").append(Phrase.isolated(line)));
      }
    }
    return text.toString();
  }
}
