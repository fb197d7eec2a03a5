package io.customerconnect.table;

import io.customerconnect.domain.connection.ChallengeId;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.invoice.InvoiceNumber;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.names.Candidate;
import io.customerconnect.domain.names.SearchKey;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.CountryCode;
import io.customerconnect.domain.party.GroupId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.party.VendorScope;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.domain.status.IsoWeek;
import io.customerconnect.domain.status.StatusRow;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.domain.ticket.TicketNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Every key of the table, and of its indexes {@value #INDEX} and {@value #WORK_INDEX}.
 *
 * <p>What belongs to an account is in the account's own partition, so that no query for one account
 * can bring another's.
 */
public final class Keys {
  public static final String PK = "PK";
  public static final String SK = "SK";
  public static final String INDEX = "GSI1";
  public static final String INDEX_PK = "G1PK";
  public static final String INDEX_SK = "G1SK";

  /** The index of tickets: open ones by who has to act and since when, closed ones behind them. */
  public static final String WORK_INDEX = "GSI2";

  public static final String WORK_PK = "G2PK";
  public static final String WORK_SK = "G2SK";

  /** Epoch seconds after which an item is gone; DynamoDB deletes it some time later. */
  public static final String EXPIRES_AT = "expiresAt";

  /** Counts the changes of an item that is only written over what was read. */
  static final String VERSION = "version";

  /** Beginnings of the sort keys that a partition is queried by. */
  public static final String RELATIONSHIPS = "R#";

  public static final String NOTICES = "N#";
  public static final String HISTORY = "H#";
  public static final String MEMBERS = "M#";
  public static final String TICKETS = "T#";
  public static final String AUDIT = "AUDIT#";
  static final String WORDS_AUDIT = "WORDS_AUDIT#";
  public static final String FEEDS = "FEED#";
  private static final String FEED_WEEKS = "FEED#W#";
  static final String BOUND = "BOUND";
  private static final String SHARERS = "E#";
  public static final String KNOWN_TO = "K#";
  static final String CHALLENGES = "CHALLENGES";
  private static final String LEDGER_GAINS = "L#";
  public static final String LOADS = "L#";

  /** Behind every moment, in milliseconds: counted from here, the latest comes first. */
  private static final long LAST_MILLI = 999_999_999_999_999L;

  /** A day's due requests are spread over so many partitions. */
  static final int DUE_SHARDS = 4;

  /** The tickets that wait for the same side, or for nobody, are spread over so many partitions. */
  static final int WORK_SHARDS = 4;

  /** The newest files of buyers are spread over so many partitions of the index. */
  static final int FEED_SHARDS = 4;

  /** Loads that are due are spread over so many partitions. */
  static final int LOAD_SHARDS = 8;

  /** A buyer's bindings are spread over so many partitions of the index. */
  static final int BOUND_SHARDS = 4;

  /** Sorts as text; milliseconds are always there. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Keys() {}

  /** The two parts of an item's key. */
  public record Key(String pk, String sk) {
    private static final char SEPARATOR = '\n';

    /** As one text; neither part holds a line break. */
    String text() {
      return pk + SEPARATOR + sk;
    }

    /** The key that {@link #text} made the text of. */
    static Key parse(String text) {
      int at = text.indexOf(SEPARATOR);
      return new Key(text.substring(0, at), text.substring(at + 1));
    }
  }

  public static Key account(AccountId account) {
    return new Key("A#" + account, "ACCOUNT");
  }

  /** How far the erasure of an account's personal data has got. */
  static Key erasure(AccountId account) {
    return new Key(accountPartition(account), "ERASURE");
  }

  /** The partition of all that belongs to an account. */
  public static String accountPartition(AccountId account) {
    return account(account).pk();
  }

  public static Key relationship(AccountId account, LegalEntityId legalEntity) {
    return new Key(accountPartition(account), RELATIONSHIPS + legalEntity);
  }

  /** In the index: requests by the time at which something happens to them by itself. */
  public static Key due(Instant at, AccountId account, LegalEntityId legalEntity) {
    int shard = Math.floorMod(account.hashCode() * 31 + legalEntity.hashCode(), DUE_SHARDS);
    return new Key(
        duePartition(LocalDate.ofInstant(at, ZoneOffset.UTC), shard),
        instant(at) + "#" + account + "#" + legalEntity);
  }

  /** What is due, from an index sort key that {@link #due} made. */
  static Relationships.Due due(String indexSortKey) {
    String[] parts = indexSortKey.split("#", -1);
    return new Relationships.Due(new AccountId(parts[1]), new LegalEntityId(parts[2]));
  }

  /** The partitions, in the index, of what is due on a day (UTC). */
  public static List<String> duePartitions(LocalDate day) {
    return IntStream.range(0, DUE_SHARDS).mapToObj(shard -> duePartition(day, shard)).toList();
  }

  private static String duePartition(LocalDate day, int shard) {
    return "DUE#" + day + "#" + shard;
  }

  /** Up to which day everything that was due has been dealt with. */
  public static Key dueProgress() {
    return new Key("DUE", "PROGRESS");
  }

  /** A request that could not be moved on when it was due. */
  public static Key dueFailed(AccountId account, LegalEntityId legalEntity) {
    return new Key(dueFailedPartition(), account + "#" + legalEntity);
  }

  /** The partition of all requests that could not be moved on. */
  public static String dueFailedPartition() {
    return "DUE#FAILED";
  }

  /** How much of something an account has done on a day (UTC). */
  public static Key usage(AccountId account, Usage usage, LocalDate day) {
    return new Key(accountPartition(account), "U#" + usage + "#" + day);
  }

  /** The mails that a customer's contacts have had on a day (UTC). */
  public static Key mails(LegalEntityId legalEntity, LocalDate day) {
    return new Key(legalEntity(legalEntity).pk(), "MAILS#" + day);
  }

  public static Key ticket(TicketNumber number) {
    return new Key("T#" + number, "TICKET");
  }

  /** In the index: an account's tickets by the time they were opened. */
  public static Key ticketOfAccount(AccountId account, Instant openedAt, TicketNumber number) {
    return new Key(accountPartition(account), TICKETS + instant(openedAt) + "#" + number);
  }

  /**
   * The number in a sort key that {@link #ticketOfAccount}, {@link #work} or {@link #closed} made.
   *
   * @throws io.customerconnect.domain.InvalidValueException when there is none
   */
  static TicketNumber ticketNumber(String indexSortKey) {
    return new TicketNumber(indexSortKey.substring(indexSortKey.lastIndexOf('#') + 1));
  }

  /** In the index of work: open tickets by who has to act, the longest waiting first. */
  public static Key work(Actor.Role waitingFor, Instant since, TicketNumber number) {
    return new Key(
        workPartition(waitingFor, Math.floorMod(number.hashCode(), WORK_SHARDS)),
        instant(since) + "#" + number);
  }

  /** The partitions, in the index of work, of tickets that wait for a side. */
  public static List<String> workPartitions(Actor.Role waitingFor) {
    return IntStream.range(0, WORK_SHARDS)
        .mapToObj(shard -> workPartition(waitingFor, shard))
        .toList();
  }

  private static String workPartition(Actor.Role waitingFor, int shard) {
    return "WORK#" + waitingFor + "#" + shard;
  }

  /** In the index of work: closed tickets, the one that was closed last in front. */
  public static Key closed(Instant at, TicketNumber number) {
    return new Key(
        closedPartition(Math.floorMod(number.hashCode(), WORK_SHARDS)),
        "%015d#%s".formatted(LAST_MILLI - at.toEpochMilli(), number));
  }

  /** The partitions, in the index of work, of closed tickets. */
  public static List<String> closedPartitions() {
    return IntStream.range(0, WORK_SHARDS).mapToObj(Keys::closedPartition).toList();
  }

  private static String closedPartition(int shard) {
    return "CLOSED#" + shard;
  }

  /** How many comments a ticket has. */
  public static Key comments(TicketNumber number) {
    return new Key(ticket(number).pk(), "COMMENTS");
  }

  public static Key history(TicketNumber number, String entryId) {
    return new Key(ticket(number).pk(), HISTORY + entryId);
  }

  public static Key notice(AccountId account, Instant at, String noticeId) {
    return new Key(accountPartition(account), noticePlace(at, noticeId));
  }

  /** A notice's place among those of its account. */
  static String noticePlace(Instant at, String noticeId) {
    return NOTICES + instant(at) + "#" + noticeId;
  }

  /** How far an account has read its notices. */
  public static Key noticesRead(AccountId account) {
    return new Key(accountPartition(account), "NOTICES_READ");
  }

  /** That an account misses a customer; {@code nameKey} is the name normalised for comparison. */
  public static Key missingCustomer(AccountId account, CountryCode country, String nameKey) {
    return new Key(accountPartition(account), "MISSING#" + country + "#" + nameKey);
  }

  /** How many accounts miss a customer. */
  public static Key demand(CountryCode country, String nameKey) {
    return new Key("DEMAND#" + nameKey, country.value());
  }

  public static Key legalEntity(LegalEntityId legalEntity) {
    return new Key("E#" + legalEntity, "ENTITY");
  }

  public static Key group(GroupId group) {
    return new Key("G#" + group, "GROUP");
  }

  public static Key member(GroupId group, LegalEntityId legalEntity) {
    return new Key(group(group).pk(), MEMBERS + legalEntity);
  }

  /** An entry of the name index; the kind keeps groups and entities of the same id apart. */
  static Key searchEntry(SearchKey key, Candidate.Kind kind, String id) {
    return new Key(key.partition(), key.key() + SearchKey.SEPARATOR + kind.name().charAt(0) + id);
  }

  /** What {@link #searchEntry(SearchKey, Candidate.Kind, String)} made a key of. */
  record SearchEntry(SearchKey key, Candidate.Kind kind, String id) {}

  static SearchEntry searchEntry(Key key) {
    // Identifiers begin with the separator: the last one ends the text, as ids hold none.
    int end = key.sk().lastIndexOf(SearchKey.SEPARATOR);
    return new SearchEntry(
        new SearchKey(key.pk(), key.sk().substring(0, end)),
        key.sk().charAt(end + 1) == 'G' ? Candidate.Kind.GROUP : Candidate.Kind.LEGAL_ENTITY,
        key.sk().substring(end + 2));
  }

  /** Whether {@link #searchEntry(SearchKey, Candidate.Kind, String)} made the key. */
  static boolean isSearchEntry(Key key) {
    return SearchKey.isPartition(key.pk());
  }

  /** The partition of what the vocabulary has gained lately, and of which base it stands on. */
  static String vocabularyPartition() {
    return "V#";
  }

  static Key vocabularyBase() {
    return new Key(vocabularyPartition(), "BASE");
  }

  static Key vocabularyGain(String id) {
    return new Key(vocabularyPartition(), "GAIN#" + id);
  }

  static Key vocabularyPart(String base, int part) {
    return new Key(vocabularyPartition() + base, "PART#%04d".formatted(part));
  }

  /** A decision by the hash of its token. */
  public static Key decision(String tokenHash) {
    return new Key("D#" + tokenHash, "DECISION");
  }

  /** A way to say that a connection is not right, by the hash of its token. */
  public static Key objection(String tokenHash) {
    return new Key("O#" + tokenHash, "OBJECTION");
  }

  /** A file by its key in the bucket. */
  public static Key feedFile(String key) {
    return new Key("F#" + key, "FILE");
  }

  /** What became of a chunk of an upload, by the place of its first byte. */
  public static Key feedChunk(String key, FileVersion version, long firstByte) {
    return new Key(
        "F#" + key + "#" + version.text(), String.format(Locale.ROOT, "C#%015d", firstByte));
  }

  /** Where it stands what files have brought into a legal entity's books, if they are gathered. */
  static String gatheredGains(LegalEntityId legalEntity) {
    return "LG#" + legalEntity;
  }

  /** Whether somebody is on the way to take what is gathered of a legal entity. */
  static Key gathering(LegalEntityId legalEntity) {
    return new Key(gatheredGains(legalEntity), "GATHERING");
  }

  /**
   * What a chunk has brought into buyers' books.
   *
   * @param partition of its file, or where it is gathered with others
   */
  static Key ledgerGain(String partition, String key, FileVersion version, long firstByte) {
    return new Key(
        partition,
        LEDGER_GAINS
            + key
            + "#"
            + version.text()
            + String.format(Locale.ROOT, "#%015d", firstByte));
  }

  static boolean isLedgerGain(Key key) {
    return key.sk().startsWith(LEDGER_GAINS);
  }

  /** What all invoices of a legal entity have in common. */
  static Key ledger(LegalEntityId legalEntity) {
    return new Key(legalEntity(legalEntity).pk(), "LEDGER");
  }

  /** How far an account has got with proving that it trades with a legal entity. */
  public static Key challenge(AccountId account, LegalEntityId legalEntity) {
    return new Key(accountPartition(account), "C#" + legalEntity);
  }

  /** One attempt at a challenge, for the record; {@code number} counts the pair's attempts. */
  public static Key attempt(
      AccountId account, LegalEntityId legalEntity, ChallengeId challenge, String number) {
    return new Key(accountPartition(account), "CA#" + legalEntity + "#" + challenge + "#" + number);
  }

  /** What all challenges about a vendor number share. */
  public static Key vendorChallenges(VendorScope scope, VendorNumber vendor) {
    return new Key(vendorPartition(scope, vendor), CHALLENGES);
  }

  /**
   * What is read and written in place of {@link #vendorChallenges} where an answer leads to no
   * vendor, so that it takes the same requests as one that does (P22).
   */
  public static Key noVendorChallenges(VendorScope scope, AccountId account) {
    return new Key("V#" + part(scope.value()) + "#", "NONE#" + account);
  }

  /** Which invoices of a vendor a legal entity's challenges can ask for. */
  public static Key askable(LegalEntityId legalEntity, VendorNumber vendor) {
    return new Key("VA#" + legalEntity + "#" + part(vendor.value()), "ASKABLE");
  }

  /** As {@link #noVendorChallenges}, in place of {@link #askable}. */
  public static Key nothingAskable(LegalEntityId legalEntity) {
    return new Key("VA#" + legalEntity + "#", "ASKABLE");
  }

  /** As {@link #noVendorChallenges}, in place of an invoice with the number that was answered. */
  static Key nobodysInvoice(LegalEntityId legalEntity) {
    return new Key("VA#" + legalEntity + "#", "INVOICE");
  }

  /** What is read in place of {@link #nobodysInvoice} where there is such an invoice: nothing. */
  static Key noInvoice(LegalEntityId legalEntity) {
    return new Key("VA#" + legalEntity + "#", "NONE");
  }

  /**
   * What is counted of a legal entity, in one item as it is read together: what its books are good
   * for, and how long its answers took.
   */
  public static Key books(LegalEntityId legalEntity) {
    return new Key(legalEntity(legalEntity).pk(), "BOOKS");
  }

  /** The newest file of a kind that a buyer has delivered. */
  public static Key feed(LegalEntityId legalEntity, FeedKind kind) {
    return new Key(legalEntity(legalEntity).pk(), FEEDS + kind.name());
  }

  /** What files a buyer delivered within a week: in parts, as thousands may come at once. */
  static Key filesOfWeek(LegalEntityId legalEntity, IsoWeek week, String file) {
    return feedWeek(
        legalEntity, week, "F" + Math.floorMod(file.hashCode(), FeedQualities.WEEK_SHARDS));
  }

  /** What came of challenges within a week: never held up by files that are being loaded. */
  static Key challengesOfWeek(LegalEntityId legalEntity, IsoWeek week) {
    return feedWeek(legalEntity, week, "C");
  }

  private static Key feedWeek(LegalEntityId legalEntity, IsoWeek week, String part) {
    return new Key(legalEntity(legalEntity).pk(), FEED_WEEKS + week + "#" + part);
  }

  /** The week that a part of is under this key. */
  static IsoWeek feedWeek(Key key) {
    return IsoWeek.parse(key.sk().substring(FEED_WEEKS.length(), key.sk().lastIndexOf('#')));
  }

  static boolean isFeedWeek(Key key) {
    return key.sk().startsWith(FEED_WEEKS);
  }

  /** In the index: the newest files of all buyers by their age. */
  static Key feedByAge(
      LegalEntityId legalEntity, FeedKind kind, FileSummary.Standing standing, Instant delivered) {
    return new Key(
        feedsByAge(kind, standing, Math.floorMod(legalEntity.hashCode(), FEED_SHARDS)),
        String.join("#", instant(delivered), legalEntity.value(), kind.name()));
  }

  /** The partitions, in the index, of feeds of a kind that stand so. */
  static List<String> feedsByAge(FeedKind kind, FileSummary.Standing standing) {
    return IntStream.range(0, FEED_SHARDS)
        .mapToObj(shard -> feedsByAge(kind, standing, shard))
        .toList();
  }

  private static String feedsByAge(FeedKind kind, FileSummary.Standing standing, int shard) {
    return FEEDS + kind + "#" + standing + "#" + shard;
  }

  /** What support did about a legal entity, for the record (P45). */
  public static Key audit(LegalEntityId legalEntity, Instant at, String id) {
    return new Key(legalEntity(legalEntity).pk(), AUDIT + instant(at) + "#" + id);
  }

  /** What support did about a buyer's words, for the record (P45). */
  static Key wordsAudit(LegalEntityId legalEntity, Instant at, String id) {
    return new Key(legalEntity(legalEntity).pk(), WORDS_AUDIT + instant(at) + "#" + id);
  }

  /** The accounts that a vendor number of a legal entity is bound to (P19). */
  public static Key bound(LegalEntityId legalEntity, VendorNumber vendor) {
    return new Key(vendorPartition(VendorScope.of(legalEntity), vendor), BOUND);
  }

  /** The partition of the legal entities that share a vendor master. */
  public static String sharersPartition(VendorScope scope) {
    return "VM#" + part(scope.value());
  }

  /** That a legal entity shares a vendor master. */
  public static Key sharer(VendorScope scope, LegalEntityId legalEntity) {
    return new Key(sharersPartition(scope), SHARERS + legalEntity);
  }

  /** That a legal entity's books have invoices of a vendor number. */
  public static Key vendorKnown(VendorScope scope, VendorNumber vendor, LegalEntityId legalEntity) {
    return new Key(vendorPartition(scope, vendor), KNOWN_TO + legalEntity);
  }

  /** The partition of all that is known of a vendor number but its invoices. */
  public static String vendorPartition(VendorScope scope, VendorNumber vendor) {
    return "V#" + part(scope.value()) + "#" + part(vendor.value());
  }

  /** An invoice: in a partition with those of all vendors that have the same number. */
  public static Key invoice(HistoricInvoice.Id id) {
    return new Key(
        invoicesOfNumber(id.legalEntity(), InvoiceNumber.withoutLeadingZeros(id.number())),
        String.join(
            "#",
            part(id.vendor().value()),
            part(id.number()),
            id.issueDate().toString(),
            Integer.toString(id.documentType().code()),
            id.currency().getCurrencyCode()));
  }

  /**
   * The partition of a legal entity's invoices with a number, whichever vendor's they are.
   *
   * @param number as {@link InvoiceNumber#keyWithoutLeadingZeros()}
   */
  public static String invoicesOfNumber(LegalEntityId legalEntity, String number) {
    return "I#" + legalEntity + "#" + part(number);
  }

  /** In the index: the invoices of a vendor by their dates. */
  public static Key invoiceOfVendor(HistoricInvoice.Id id) {
    return new Key(
        invoicesOfVendor(id.legalEntity(), id.vendor()),
        String.join(
            "#",
            id.issueDate().toString(),
            part(id.number()),
            Integer.toString(id.documentType().code()),
            id.currency().getCurrencyCode()));
  }

  /** The partition, in the index, of a vendor's invoices. */
  public static String invoicesOfVendor(LegalEntityId legalEntity, VendorNumber vendor) {
    return "VI#" + legalEntity + "#" + part(vendor.value());
  }

  /** How far the loads for a binding have got: in the account's partition. */
  public static Key load(AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {
    return new Key(accountPartition(account), loadsOf(legalEntity) + part(vendor.value()));
  }

  /** What the sort keys of an account's loads for one buyer begin with. */
  static String loadsOf(LegalEntityId legalEntity) {
    return LOADS + legalEntity + "#";
  }

  /** In the index: the bindings to a buyer. */
  static Key boundTo(LegalEntityId legalEntity, AccountId account, VendorNumber vendor) {
    return new Key(
        boundTo(legalEntity, Math.floorMod(account.hashCode(), BOUND_SHARDS)),
        account + "#" + part(vendor.value()));
  }

  /** A partition, in the index, of bindings to a buyer. */
  static String boundTo(LegalEntityId legalEntity, int shard) {
    return "LB#" + legalEntity + "#" + shard;
  }

  /** That somebody has to look after a binding's loads at a moment. */
  static Key loadDue(
      Instant at, AccountId account, LegalEntityId legalEntity, VendorNumber vendor) {
    int shard = Math.floorMod(account.hashCode() * 31 + legalEntity.hashCode(), LOAD_SHARDS);
    return new Key(
        loadsDue(shard),
        String.join("#", instant(at), account.value(), legalEntity.value(), part(vendor.value())));
  }

  /** A partition of bindings that somebody has to look after, by the moment. */
  static String loadsDue(int shard) {
    return "LD#" + shard;
  }

  /** What a buyer has delivered lately. */
  public static Key delivered(LegalEntityId legalEntity) {
    return new Key(legalEntity(legalEntity).pk(), "DELIVERED");
  }

  /** How a buyer has paid all its vendors lately. */
  public static Key payments(LegalEntityId legalEntity) {
    return new Key(legalEntity(legalEntity).pk(), "PAYMENTS");
  }

  /** What a buyer's own words for a status mean. */
  public static Key statusWords(LegalEntityId legalEntity) {
    return new Key(legalEntity(legalEntity).pk(), "STATUS_WORDS");
  }

  /** That a buyer has delivered what its bindings have not been loaded with yet. */
  public static Key changedBuyer(LegalEntityId legalEntity) {
    return new Key(
        changedBuyers(Math.floorMod(legalEntity.hashCode(), BOUND_SHARDS)), legalEntity.value());
  }

  /** A partition of buyers that have delivered. */
  static String changedBuyers(int shard) {
    return "LC#" + shard;
  }

  /**
   * The partition of what a supplier sees of its invoices; in the index, too. Apart from the rest
   * of the account, as there may be millions.
   */
  public static String statusPartition(AccountId account) {
    return "S#" + account;
  }

  /** An invoice as its supplier sees it: buyer by buyer, by the day of issue. */
  public static Key status(AccountId account, StatusRow row) {
    return new Key(
        statusPartition(account),
        statusOf(row.legalEntity())
            + String.join(
                "#",
                row.issued().toString(),
                part(row.number().key()),
                Integer.toString(row.type().code()),
                row.total().currency().getCurrencyCode(),
                part(row.vendor().value())));
  }

  /** The beginning of the sort keys of what a supplier sees of one buyer. */
  static String statusOf(LegalEntityId legalEntity) {
    return legalEntity + "#";
  }

  /**
   * In the index: what is open by the day that it is expected on, what has no day behind it, then
   * what is settled, the latest first.
   */
  static Key statusByPayment(AccountId account, StatusRow row) {
    return new Key(
        statusPartition(account),
        switch (row.outlook().standing()) {
              case OPEN -> OPEN + row.paymentDate().map(LocalDate::toString).orElse(NO_DAY);
              case SETTLED -> SETTLED + backwards(row.paymentDate().orElse(row.issued()));
            }
            + "#"
            + part(row.number().key()));
  }

  static final String OPEN = "O#";
  static final String SETTLED = "X#";
  private static final String NO_DAY = "~";

  /** Sorts the later day first. */
  private static String backwards(LocalDate day) {
    return "%08d".formatted(99_999_999L - day.toEpochDay());
  }

  /** A text that may hold the separator, so that two different pairs never make one key. */
  private static String part(String text) {
    return text.replace("%", "%25").replace("#", "%23");
  }

  /** The claim of an effect that must happen once. */
  public static Key effect(String effectId) {
    return new Key("X#" + effectId, "EFFECT");
  }

  /** An instant as it stands in keys and items: ISO 8601 with milliseconds, which sorts as text. */
  public static String instant(Instant at) {
    return INSTANT.format(at);
  }
}
