package io.customerconnect.functions.feeds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.lambda.Aws;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.lambda.Setting;
import io.customerconnect.lambda.SqsFunction;
import io.customerconnect.table.Books;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.FeedFiles;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.LedgerGains;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the queue of books: makes them ready for challenges (P14, P23). */
public final class ReadyBooksHandler implements RequestStreamHandler {
  private final SqsFunction function = new SqsFunction(this::ready);
  private final ReadyingFile file;
  private final ReadyingVendors vendors;

  public ReadyBooksHandler() {
    this(Platform.ofProcess());
  }

  public ReadyBooksHandler(Platform platform) {
    Table table = Table.of(platform);
    Books books = new Books(table);
    file =
        new ReadyingFile(
            Feeds.of(table),
            new FeedFiles(table),
            new LedgerGains(table),
            books,
            new BooksQueue(
                Aws.client(SqsClient.builder(), platform.environment()),
                platform.environment().require(Setting.BOOKS_QUEUE_URL)),
            platform.clock());
    vendors =
        new ReadyingVendors(
            new DirectoryStore(table), new Invoices(table), books, platform.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private void ready(String body) {
    switch (BooksMessage.parse(Json.readObject(body))) {
      case BooksMessage.OfFile(String key) -> file.ready(key);
      case BooksMessage.Gathered(LegalEntityId legalEntity) -> file.readyGathered(legalEntity);
      case BooksMessage.OfVendors some -> vendors.ready(some.legalEntity(), some.vendors());
    }
  }
}
