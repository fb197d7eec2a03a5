package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.DatesSeen;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.rules.ChallengeRules;
import io.customerconnect.table.Books;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.LedgerGains;
import io.customerconnect.table.LedgerGains.Place;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in what a file has brought, once all of it is loaded, or what single documents have brought
 * for a while: first into the ledgers' profiles, by which evidence is weighed, then vendor by
 * vendor, through the queue. Doing it again does what is left to do.
 */
final class ReadyingFile {
  private final Feeds feeds;
  private final FeedFiles files;
  private final LedgerGains gains;
  private final Books books;
  private final BooksQueue queue;
  private final InstantSource clock;

  ReadyingFile(
      Feeds feeds,
      FeedFiles files,
      LedgerGains gains,
      Books books,
      BooksQueue queue,
      InstantSource clock) {
    this.feeds = feeds;
    this.files = files;
    this.gains = gains;
    this.books = books;
    this.queue = queue;
    this.clock = clock;
  }

  /** Nothing where an upload is being loaded: what comes with its end does for all before it. */
  void ready(String key) {
    Optional<FeedFile> file =
        files.find(key).filter(newest -> newest.progress() == FeedFile.Progress.COMPLETE);
    if (file.isEmpty()) {
      return;
    }
    gains.addProfiles(new Place.OfFile(key), oldest());
    Optional<LedgerDates> dates = dates(file.get());
    Set<LegalEntityId> dated = new HashSet<>();
    gains.takeVendors(
        new Place.OfFile(key),
        (entity, vendors) -> {
          if (dated.add(entity)) {
            dates.ifPresent(known -> books.put(entity, known));
          }
          send(entity, vendors);
        });
  }

  /**
   * Takes in what single documents have brought. What comes from now on is for somebody else: it is
   * noted first that this one has begun.
   */
  void readyGathered(LegalEntityId legalEntity) {
    gains.begins(legalEntity);
    Place gathered = new Place.Gathered(legalEntity);
    gains.addProfiles(gathered, oldest());
    gains.takeVendors(gathered, this::send);
  }

  private LocalDate oldest() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .minus(ChallengeRules.DEFAULT.window());
  }

  private Optional<LedgerDates> dates(FeedFile file) {
    if (!(file.content() instanceof FeedFile.Content.Chunked(List<String> header, int _))) {
      return Optional.empty();
    }
    DatesSeen seen = DatesSeen.NONE;
    for (var chunk : files.results(file)) {
      seen = seen.plus(chunk.dates());
    }
    return feeds.of(file.key()).flatMap(feed -> feed.dates(header)).map(seen::judge);
  }

  private void send(LegalEntityId entity, Collection<VendorNumber> vendors) {
    List<VendorNumber> all = new ArrayList<>(vendors);
    for (int from = 0; from < all.size(); from += Books.MAX_VENDORS) {
      queue.send(
          new BooksMessage.OfVendors(
              entity, all.subList(from, Math.min(from + Books.MAX_VENDORS, all.size()))));
    }
  }
}
