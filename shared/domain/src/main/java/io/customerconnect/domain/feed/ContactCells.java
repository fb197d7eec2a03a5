package io.customerconnect.domain.feed;

import static io.customerconnect.domain.feed.DirectoryColumn.CONTACT_EMAIL;
import static io.customerconnect.domain.feed.DirectoryColumn.CONTACT_LANGUAGE;
import static io.customerconnect.domain.feed.DirectoryColumn.CONTACT_NAME;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.Text;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The three columns of contacts: one contact each, or as many as {@code |} separates. */
final class ContactCells {
  private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "LI");

  /** A primary language with or without more, as in BCP 47. */
  private static final Pattern LANGUAGE_TAG =
      Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");

  private final RowCells<DirectoryColumn> row;
  private final Language byCountry;

  ContactCells(RowCells<DirectoryColumn> row, String country) {
    this.row = row;
    this.byCountry = GERMAN_SPEAKING.contains(country) ? Language.DE : Language.EN;
  }

  List<Contact> read() {
    boolean named = !row.cell(CONTACT_NAME).isEmpty();
    if (row.cell(CONTACT_EMAIL).isEmpty()) {
      if (named) {
        row.reject(CONTACT_EMAIL, Reason.REQUIRED, "A contact needs a mail address.");
      }
      return List.of();
    }
    List<String> mails = row.parts(CONTACT_EMAIL);
    if (mails.size() > DirectoryRow.MAX_CONTACTS) {
      row.reject(
          CONTACT_EMAIL,
          Reason.TOO_MANY,
          "There must be at most " + DirectoryRow.MAX_CONTACTS + " contacts.");
      return List.of();
    }
    List<String> names = named ? row.parts(CONTACT_NAME) : mails;
    List<String> languages = row.parts(CONTACT_LANGUAGE);
    if (names.size() != mails.size()) {
      row.reject(
          CONTACT_NAME,
          Reason.CONTACTS_DIFFER,
          "There must be as many names as mail addresses, or none.");
      return List.of();
    }
    if (languages.size() != 1 && languages.size() != mails.size()) {
      row.reject(
          CONTACT_LANGUAGE,
          Reason.CONTACTS_DIFFER,
          "There must be as many languages as mail addresses, one for all, or none.");
      return List.of();
    }
    List<Contact> contacts = new ArrayList<>();
    for (int i = 0; i < mails.size(); i++) {
      String language = languages.get(languages.size() == 1 ? 0 : i);
      contact(names.get(i), mails.get(i), language)
          .filter(contact -> !contacts.contains(contact))
          .ifPresent(contacts::add);
    }
    return contacts;
  }

  private Optional<Contact> contact(String name, String mail, String languageTag) {
    Optional<EmailAddress> address =
        row.converted(CONTACT_EMAIL, Reason.INVALID_MAIL_ADDRESS, mail, EmailAddress::new);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Optional<Language> language =
        row.converted(CONTACT_LANGUAGE, Reason.INVALID_LANGUAGE, languageTag, this::language);
    Optional<String> person =
        row.converted(
            CONTACT_NAME,
            Reason.INVALID_TEXT,
            name.isEmpty() ? mail : name,
            text -> Text.line("The contact's name", text, Contact.MAX_NAME_LENGTH));
    return language.isPresent() && person.isPresent()
        ? Optional.of(new Contact(person.get(), address.get(), language.get()))
        : Optional.empty();
  }

  private Language language(String tag) {
    if (tag.isEmpty()) {
      return byCountry;
    }
    if (!LANGUAGE_TAG.matcher(tag).matches()) {
      throw new InvalidValueException("The language must be a tag such as de or en-GB.");
    }
    return Language.ofTag(tag);
  }
}
