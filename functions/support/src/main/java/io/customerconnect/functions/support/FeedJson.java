package io.customerconnect.functions.support;

import io.customerconnect.domain.challenge.ChallengeEnds;
import io.customerconnect.domain.challenge.LedgerFitness;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FeedKind;
import io.customerconnect.domain.quality.FeedQuality;
import io.customerconnect.domain.quality.FeedRules;
import io.customerconnect.domain.quality.FeedWeek;
import io.customerconnect.domain.quality.FileSummary;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.Books;
import io.customerconnect.table.FeedQualities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How good what buyers deliver is, as the support desk reads it. */
final class FeedJson {
  private FeedJson() {}

  static Json.Obj ofList(
      FeedQualities.Feed feed, Map<LegalEntityId, LegalEntity> buyers, Instant now) {
    return Json.object()
        .with("legalEntityId", feed.legalEntity().value())
        .with(
            "name", Optional.ofNullable(buyers.get(feed.legalEntity())).map(LegalEntity::legalName))
        .with("newest", file(feed.kind(), feed.newest(), now));
  }

  static Json.Obj of(
      LegalEntityId id,
      Optional<LegalEntity> buyer,
      FeedQuality quality,
      Books.Standing books,
      Optional<Instant> booksChanged,
      Instant now) {
    Json.Obj json =
        Json.object()
            .with("legalEntityId", id.value())
            .with("name", buyer.map(LegalEntity::legalName))
            .with(
                "newest",
                new TreeMap<>(quality.newest()).entrySet(),
                entry -> file(entry.getKey(), entry.getValue(), now))
            .with("books", books(books))
            .with("challenges", challenges(quality.challenges()))
            .with("weeks", quality.weeks(), FeedJson::week);
    return json.with("booksChangedAt", booksChanged.map(Instant::toString));
  }

  private static Json.Obj file(FeedKind kind, FileSummary file, Instant now) {
    Instant delivered = file.version().createdAt();
    Json.Obj json =
        Json.object()
            .with("kind", kind.code())
            .with("file", file.key())
            .with("deliveredAt", delivered.toString())
            .with("ageDays", Math.max(0, Duration.between(delivered, now).toDays()))
            .with("age", isOld(kind, delivered, now) ? "old" : "current")
            .with(
                "standing",
                switch (file.standing(FeedRules.DEFAULT)) {
                  case GOOD -> "good";
                  case FAULTY -> "faulty";
                })
            .with("fault", file.fault().map(FileFault.Kind::code))
            .with("rows", rows(file.rows()))
            .with("rejectsByReason", reasons(file.reasons()))
            .with(
                "unknownStatusWords",
                List.copyOf(file.unknownWords().words().entrySet()),
                word -> Json.object().with("word", word.getKey()).with("rows", word.getValue()))
            .with("unknownStatusRows", file.unknownWords().rows());
    return json.with("dates", file.dates().map(FeedJson::word));
  }

  private static boolean isOld(FeedKind kind, Instant delivered, Instant now) {
    return kind == FeedKind.LEDGER && !now.isBefore(delivered.plus(FeedRules.DEFAULT.old()));
  }

  private static String word(LedgerDates dates) {
    return switch (dates) {
      case DOCUMENT -> "document";
      case POSTING -> "posting";
    };
  }

  private static Json.Obj rows(RowCounts rows) {
    return Json.object()
        .with("in", rows.in())
        .with("loaded", rows.loaded())
        .with("unchanged", rows.unchanged())
        .with("superseded", rows.superseded())
        .with("rejected", rows.rejected());
  }

  private static Json reasons(Map<Reject.Reason, Long> reasons) {
    Json.Obj json = Json.object();
    for (Map.Entry<Reject.Reason, Long> entry : new TreeMap<>(reasons).entrySet()) {
      json = json.with(entry.getKey().code(), entry.getValue());
    }
    return json;
  }

  /** Nobody can be challenged by the dates of posting, whatever else there is. */
  private static Json.Obj books(Books.Standing books) {
    boolean isFit = books.fitness() == LedgerFitness.FIT;
    Json.Obj json =
        Json.object()
            .with(
                "challenge",
                switch (books.fitness()) {
                  case FIT -> "offered";
                  case POSTING_DATES -> "posting-dates";
                  case EMPTY -> "nothing-to-ask";
                })
            .with("vendors", books.vendors())
            .with("challengeableVendors", isFit ? books.challengeable() : 0)
            .with("invoices", books.invoices())
            .with("challengeableInvoices", isFit ? books.ofChallengeable() : 0);
    return switch (books.fitness()) {
      case POSTING_DATES ->
          json.with(
              "withDocumentDates",
              Json.object()
                  .with("challengeableVendors", books.challengeable())
                  .with("challengeableInvoices", books.ofChallengeable()));
      case FIT, EMPTY -> json;
    };
  }

  private static Json.Obj challenges(ChallengeEnds ends) {
    return Json.object()
        .with("passed", ends.passed())
        .with("locked", ends.locked())
        .with("handedOver", ends.handedOver());
  }

  private static Json.Obj week(FeedWeek week) {
    Json.Obj faults = Json.object();
    for (Map.Entry<FileFault.Kind, Long> entry : new TreeMap<>(week.faults()).entrySet()) {
      faults = faults.with(entry.getKey().code(), entry.getValue());
    }
    return Json.object()
        .with("monday", week.week().monday().toString())
        .with("files", week.files())
        .with("refusedByFault", faults)
        .with("rows", rows(week.rows()))
        .with("rejectsByReason", reasons(week.reasons()))
        .with("unknownStatusRows", week.unknownWords())
        .with("challenges", challenges(week.challenges()));
  }
}
