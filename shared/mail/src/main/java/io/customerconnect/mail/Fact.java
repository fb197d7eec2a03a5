package io.customerconnect.mail;

import io.customerconnect.domain.party.Company;
import io.customerconnect.mail.text.Shown;
import io.customerconnect.mail.text.TextKey;
import io.customerconnect.mail.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a table of data.
 *
 * @param lines fit to be shown, not escaped
 */
public record Fact(String label, List<String> lines) {
  public Fact {
    lines = List.copyOf(lines);
  }

  static Fact of(Texts texts, TextKey label, String line) {
    return new Fact(texts.plain(label), List.of(line));
  }

  /** What a supplier says about itself, in the order that it is compared with a vendor master. */
  public static List<Fact> of(Supplier supplier, Texts texts) {
    Company company = supplier.company();
    List<Fact> facts = new ArrayList<>();
    facts.add(of(texts, TextKey.FACT_LEGAL_NAME, Shown.line(company.legalName(), Shown.FULL_NAME)));
    facts.add(
        new Fact(
            texts.plain(TextKey.FACT_ADDRESS),
            Shown.lines(company.address(), Shown.TEXT).lines().toList()));
    facts.add(of(texts, TextKey.FACT_COUNTRY, texts.country(company.country())));
    company
        .vatId()
        .ifPresent(id -> facts.add(of(texts, TextKey.FACT_VAT_ID, Shown.line(id, Shown.NAME))));
    if (!company.registrationIds().isEmpty()) {
      facts.add(
          new Fact(
              texts.plain(TextKey.FACT_REGISTRATION_IDS),
              company.registrationIds().stream().map(id -> Shown.line(id, Shown.NAME)).toList()));
    }
    facts.add(of(texts, TextKey.FACT_CONTACT, Shown.line(supplier.contact().name(), Shown.NAME)));
    facts.add(of(texts, TextKey.FACT_MAIL, supplier.contact().mail().value()));
    return facts;
  }

  /** The same with nothing in it that a mail program makes a link of, but mail addresses. */
  Fact unlinked() {
    return new Fact(
        label, lines.stream().map(l -> l.contains("@") ? l : Shown.unlinked(l)).toList());
  }
}
