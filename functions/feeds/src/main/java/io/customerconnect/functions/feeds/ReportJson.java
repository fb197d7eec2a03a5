package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.FeedReport;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.Reject.Reason;
import io.customerconnect.domain.feed.RowCounts;
import io.customerconnect.domain.feed.UnknownWords;
import io.customerconnect.lambda.Json;
import io.customerconnect.table.FeedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A report as its readers get it. */
final class ReportJson {
  private ReportJson() {}

  static Json.Obj of(FeedFile file, FeedReport report) {
    RowCounts rows = report.counts();
    Json.Obj json =
        Json.object()
            .with("file", file.key())
            .with("eTag", file.eTag())
            .with("deliveredAt", file.version().createdAt().toString())
            .with("outcome", report.fault().isPresent() ? "refused" : "loaded");
    Optional<FileFault> fault = report.fault();
    if (fault.isPresent()) {
      json = json.with("fault", fault(fault.get()));
    }
    Optional<LedgerDates> dates = report.dates();
    if (dates.isPresent()) {
      json = json.with("dates", dates(dates.get()));
    }
    UnknownWords unknown = report.unknownWords();
    if (unknown.rows() > 0) {
      json = json.with("unknownStatus", unknown(unknown));
    }
    return json.with(
            "rows",
            Json.object()
                .with("in", rows.in())
                .with("loaded", rows.loaded())
                .with("unchanged", rows.unchanged())
                .with("superseded", rows.superseded())
                .with("rejected", rows.rejected()))
        .with("rejectsByReason", reasons(report.reasons()))
        .with("rejects", report.rejects(), ReportJson::reject)
        .with("unknownColumns", report.unknownColumns(), Json::of);
  }

  private static Json fault(FileFault fault) {
    Json.Obj json = Json.object().with("reason", fault.kind().code()).with("text", fault.text());
    return fault
        .place()
        .map(place -> json.with("line", place.line()).with("position", place.position()))
        .orElse(json);
  }

  /** What the dates are, and what that means for challenges (P23). */
  private static Json.Obj dates(LedgerDates dates) {
    return switch (dates) {
      case DOCUMENT -> Json.object().with("kind", "document");
      case POSTING ->
          Json.object()
              .with("kind", "posting")
              .with(
                  "text",
                  "The dates are those of posting or payment, which suppliers do not know. No"
                      + " supplier can prove itself by these invoices, and you will be asked about"
                      + " each. To spare yourself that, deliver the dates that are printed on the"
                      + " documents, in the column issueDate.");
    };
  }

  /** Words for a status that are kept and shown as they are, as nobody has said what they mean. */
  private static Json.Obj unknown(UnknownWords unknown) {
    return Json.object()
        .with("rows", unknown.rows())
        .with(
            "words",
            List.copyOf(unknown.words().entrySet()),
            word -> Json.object().with("word", word.getKey()).with("rows", word.getValue()));
  }

  private static Json reasons(Map<Reason, Long> reasons) {
    Json.Obj json = Json.object();
    for (Map.Entry<Reason, Long> entry : new TreeMap<>(reasons).entrySet()) {
      json = json.with(entry.getKey().code(), entry.getValue());
    }
    return json;
  }

  private static Json reject(Reject reject) {
    return Json.object()
        .with("line", reject.line())
        .with("column", reject.column())
        .with("reason", reject.reason().code())
        .with("text", reject.text());
  }
}
