package io.customerconnect.table;

import io.customerconnect.domain.invoice.ResponseCode;
import io.customerconnect.domain.invoice.StatusReason;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.UserId;
import io.customerconnect.domain.status.BuyerWords;
import io.customerconnect.domain.status.StatusMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What buyers' own words for a status mean, where they are not those of the default list (P35). */
public final class StatusWords {
  private static final int SHOWN = 20;

  private final Table table;

  public StatusWords(Table table) {
    this.table = table;
  }

  /** The mapping of a buyer's words; one read. */
  public StatusMapping of(LegalEntityId legalEntity) {
    return StatusMapping.DEFAULT.with(own(legalEntity).words());
  }

  /**
   * A buyer's own list.
   *
   * @param version counts its changes; 0 where nothing has been set yet
   */
  public record Own(BuyerWords words, long version) {}

  /** A buyer's own list; one strongly consistent read. */
  public Own own(LegalEntityId legalEntity) {
    return table
        .get(Keys.statusWords(legalEntity))
        .map(item -> new Own(read(item), new ItemReader(item).number(Keys.VERSION)))
        .orElse(new Own(BuyerWords.NONE, 0));
  }

  /**
   * One change of a buyer's list, for the record.
   *
   * @param id unique within the buyer and the instant
   * @param words how many the list has since
   */
  public record Change(String id, Instant at, UserId by, int words, String reason) {}

  /**
   * Replaces a buyer's list, and has the invoices of all its suppliers loaded anew; two reads, and
   * all writes at once. A list that stands already is saved, whoever has saved it.
   *
   * @param read the version that it is to be set over
   */
  public Saved set(LegalEntityId legalEntity, BuyerWords words, long read, Change change) {
    return Table.startingOver(
        () -> {
          Own stands = own(legalEntity);
          if (stands.version() != read) {
            return stands.words().equals(words) ? Saved.SAVED : Saved.CHANGED_MEANWHILE;
          }
          new Deliveries(table)
              .tryToNote(
                  legalEntity,
                  change.at(),
                  List.of(
                      table.putNext(write(legalEntity, words, read + 1)),
                      table.put(write(legalEntity, change))));
          return Saved.SAVED;
        });
  }

  private static Map<String, AttributeValue> write(
      LegalEntityId legalEntity, BuyerWords words, long version) {
    return ItemBuilder.item(Keys.statusWords(legalEntity))
        .setMaps("words", words.words().stream().map(StatusWords::write).toList())
        .set(Keys.VERSION, version)
        .build();
  }

  private static Map<String, AttributeValue> write(LegalEntityId legalEntity, Change change) {
    return ItemBuilder.item(Keys.wordsAudit(legalEntity, change.at(), change.id()))
        .set("id", change.id())
        .set("at", change.at())
        .set("by", change.by().value())
        .set("words", change.words())
        .set("reason", change.reason())
        .build();
  }

  /** The latest changes, newest first; one query. */
  public List<Change> latest(LegalEntityId legalEntity) {
    return table
        .page(
            Keys.legalEntity(legalEntity).pk(),
            Keys.WORDS_AUDIT,
            Table.Order.DESCENDING,
            Optional.empty(),
            SHOWN)
        .map(StatusWords::change)
        .items();
  }

  private static Change change(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(item);
    return new Change(
        reader.string("id"),
        reader.instant("at"),
        new UserId(reader.string("by")),
        reader.integer("words"),
        reader.string("reason"));
  }

  private static Map<String, AttributeValue> write(BuyerWords.Word word) {
    return ItemBuilder.attributes()
        .set("w", word.text())
        .set("c", word.code().code())
        .set("r", word.reason().map(StatusReason::code))
        .build();
  }

  private static BuyerWords read(Map<String, AttributeValue> item) {
    return new BuyerWords(
        new ItemReader(item)
            .maps("words").stream()
                .map(
                    word ->
                        new BuyerWords.Word(
                            word.string("w"),
                            ResponseCode.ofCode(word.string("c")).orElseThrow(),
                            word.find("r").flatMap(StatusReason::ofCode)))
                .toList());
  }
}
