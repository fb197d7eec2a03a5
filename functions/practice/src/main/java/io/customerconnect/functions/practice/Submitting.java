package io.customerconnect.functions.practice;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.limit.Usage;
import io.customerconnect.domain.limit.UsageLimits;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.NamedDate;
import io.customerconnect.domain.status.PracticeSamples;
import io.customerconnect.domain.status.StatusEntry;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SettleStatus;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.Loads;
import io.customerconnect.table.Table;
import io.customerconnect.table.UsageProblems;
import io.customerconnect.table.Usages;
import io.customerconnect.ubl.UblInvoice;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts what the test buyer accepts into its books, from where it is loaded as every other buyer's:
 * at once by a message, and by the next run of the schedule where that is lost (P3).
 */
final class Submitting {
  private static final String FILE = "practice";

  private final Usages usages;
  private final Invoices invoices;
  private final Loads loads;
  private final SqsClient sqs;
  private final String queue;
  private final InstantSource clock;

  Submitting(Platform platform) {
    Table table = Table.of(platform);
    usages = new Usages(table, UsageLimits.DEFAULT);
    invoices = new Invoices(table);
    loads = new Loads(table, LoadRules.DEFAULT);
    sqs = Aws.client(SqsClient.builder(), platform.environment());
    queue = platform.environment().require(Setting.LOAD_QUEUE_URL);
    clock = platform.clock();
  }

  /**
   * Counts a document that is about to be checked.
   *
   * @throws io.customerconnect.lambda.Problem.ProblemException when it is one too many today
   */
  void count(AccountId account) {
    UsageProblems.orProblem(
        usages.count(account, Usage.PRACTICE_INVOICES, 1, clock.instant()),
        "Your company has had very many practice invoices checked today.");
  }

  /** Takes a document; the same number again begins anew. */
  void submit(AccountId account, UblInvoice document) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    VendorNumber vendor = PracticeSamples.vendorNumber(account);
    HistoricInvoice invoice =
        new HistoricInvoice(
            LegalEntity.TEST_BUYER,
            vendor,
            Optional.empty(),
            Optional.empty(),
            document.number(),
            document.issued(),
            document.totalWithVat(),
            document.type(),
            document.due(),
            new NamedDate.Unsaid(),
            StatusEntry.UNKNOWN,
            now);
    invoices.load(List.of(new Invoices.Row(invoice, new Revision(new FileVersion(now, FILE), 1))));
    loads.reviewBy(account, LegalEntity.TEST_BUYER, vendor, now);
    sqs.sendMessage(
        message ->
            message
                .queueUrl(queue)
                .messageBody(
                    new SettleStatus(account, LegalEntity.TEST_BUYER, vendor).json().toText()));
  }
}
