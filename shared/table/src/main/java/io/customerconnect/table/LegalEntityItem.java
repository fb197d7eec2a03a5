package io.customerconnect.table;

import io.customerconnect.domain.party.BuyerPolicy;
import io.customerconnect.domain.party.Contact;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.party.EmailAddress;
import io.customerconnect.domain.party.EntityGroup;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.Identifiers;
import io.customerconnect.domain.party.Language;
import io.customerconnect.domain.party.LedgerVisibility;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.SupportSettings;
import io.customerconnect.domain.party.VendorMaster;
import io.customerconnect.domain.rules.RuleSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A legal entity as an item: what the directory says, and what support has set over it. */
final class LegalEntityItem {
  private static final String SET_POLICY = "setPolicy";
  private static final String SET_CONTACTS = "setContacts";
  private static final String SET_RULES = "setRules";
  private static final String SET_VERSION = "setVersion";

  /** What support has set: rows of the directory leave it alone. */
  static final Set<String> SETTINGS = Set.of(SET_POLICY, SET_CONTACTS, SET_RULES, SET_VERSION);

  private LegalEntityItem() {}

  /**
   * The attributes of what support sets.
   *
   * @param version counts its changes
   */
  static Map<String, AttributeValue> write(SupportSettings settings, long version) {
    return ItemBuilder.attributes()
        .set(SET_VERSION, version)
        .set(SET_POLICY, settings.policy().map(BuyerPolicy::word))
        .setMaps(SET_CONTACTS, settings.contacts().stream().map(ContactItem::write).toList())
        .set(SET_RULES, RuleWords.of(settings.rules()))
        .build();
  }

  static SupportSettings readSettings(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new SupportSettings(
        reader.find(SET_POLICY).flatMap(BuyerPolicy::ofWord),
        contacts(reader, SET_CONTACTS),
        rules(reader));
  }

  /** The version of what support has set; 0 where it has set nothing yet. */
  static long settingsVersion(Map<String, AttributeValue> item) {
    return new ItemReader(item).count(SET_VERSION);
  }

  private static RuleSettings rules(ItemReader reader) {
    return RuleWords.read(reader.strings(SET_RULES));
  }

  static Map<String, AttributeValue> write(LegalEntity entity) {
    Identifiers ids = entity.identifiers();
    return ItemBuilder.item(Keys.legalEntity(entity.id()))
        .set("id", entity.id().value())
        .set("name", entity.legalName())
        .set("otherNames", entity.otherNames())
        .set("country", entity.country().value())
        .set("city", entity.city())
        .set("lei", ids.lei())
        .set("vatId", ids.vatId())
        .set("gln", ids.gln())
        .set("participantId", ids.participantId())
        .set("registrationNumber", ids.registrationNumber())
        .set("groupId", entity.group().map(group -> group.id().value()))
        .set("groupName", entity.group().map(EntityGroup::name))
        .set(
            "groupPolicy",
            entity.group().flatMap(EntityGroup::defaultPolicy).map(BuyerPolicy::word))
        .set("accepts", entity.accepts().stream().map(Enum::name).sorted().toList())
        .set("policy", entity.ownPolicy().map(BuyerPolicy::word))
        .set("ledger", entity.ledger().name())
        .set("vendorMaster", entity.vendorMaster().map(VendorMaster::name))
        .setMaps("contacts", entity.contacts().stream().map(ContactItem::write).toList())
        .build();
  }

  static LegalEntity read(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new LegalEntity(
        new LegalEntityId(reader.string("id")),
        reader.string("name"),
        reader.strings("otherNames"),
        new CountryCode(reader.string("country")),
        reader.text("city"),
        new Identifiers(
            reader.find("lei"),
            reader.find("vatId"),
            reader.find("gln"),
            reader.find("participantId"),
            reader.find("registrationNumber")),
        reader
            .find("groupId")
            .map(
                id ->
                    new EntityGroup(
                        new GroupId(id),
                        reader.string("groupName"),
                        reader.find("groupPolicy").flatMap(BuyerPolicy::ofWord))),
        reader.strings("accepts").stream()
            .map(DocumentType::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        reader.find(SET_POLICY).or(() -> reader.find("policy")).flatMap(BuyerPolicy::ofWord),
        LedgerVisibility.valueOf(reader.string("ledger")),
        reader.find("vendorMaster").map(VendorMaster::new),
        contacts(reader, reader.maps(SET_CONTACTS).isEmpty() ? "contacts" : SET_CONTACTS),
        rules(reader));
  }

  private static List<Contact> contacts(ItemReader reader, String attribute) {
    return reader.maps(attribute).stream().map(ContactItem::read).toList();
  }

  /** A contact within an item. */
  static final class ContactItem {
    private ContactItem() {}

    static Map<String, AttributeValue> write(Contact contact) {
      return ItemBuilder.attributes()
          .set("name", contact.name())
          .set("mail", contact.mail().value())
          .set("language", contact.language().tag())
          .build();
    }

    static Contact read(ItemReader reader) {
      return new Contact(
          reader.string("name"),
          new EmailAddress(reader.string("mail")),
          Language.ofTag(reader.string("language")));
    }
  }
}
