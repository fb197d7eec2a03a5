package io.customerconnect.functions.feeds;

import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Metrics;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.LedgerGains;
import io.customerconnect.table.Table;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What every step of a file's way is made with. */
record Intake(
    Feeds feeds, FeedFiles files, Bucket bucket, Reporting reporting, InstantSource clock) {

  /** That of a function, as its environment says. */
  static Intake of(Platform platform, SqsClient sqs) {
    Table table = Table.of(platform);
    Feeds feeds = Feeds.of(table);
    FeedFiles files = new FeedFiles(table);
    Bucket bucket =
        new Bucket(
            Aws.client(S3Client.builder(), platform.environment()),
            platform.environment().require(Setting.FILES_BUCKET));
    Reporting reporting =
        new Reporting(
            feeds,
            files,
            new Deliveries(table),
            new FeedQualities(table),
            bucket,
            new Gathering(
                new LedgerGains(table),
                new BooksQueue(sqs, platform.environment().require(Setting.BOOKS_QUEUE_URL)),
                platform.clock()),
            new Metrics(platform.clock()),
            platform.clock());
    return new Intake(feeds, files, bucket, reporting, platform.clock());
  }
}
