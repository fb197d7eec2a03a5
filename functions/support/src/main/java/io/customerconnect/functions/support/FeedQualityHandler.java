package io.customerconnect.functions.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.quality.FeedQuality;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.Books;
import io.customerconnect.table.Cursor;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.FeedQualities;
import io.customerconnect.table.FeedQualities.Wanted;
import io.customerconnect.table.Page;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /support/legal-entities/{legalEntityId}/feed-quality}: how good what a buyer delivers
 * is; and {@code GET /support/feeds}: the buyers whose feed somebody should look at (P41).
 */
public final class FeedQualityHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 50;

  private final HttpFunction function = new HttpFunction(this::answer);
  private final FeedQualities qualities;
  private final DirectoryStore directory;
  private final Deliveries deliveries;
  private final Books books;
  private final InstantSource clock;

  public FeedQualityHandler() {
    this(Platform.ofProcess());
  }

  public FeedQualityHandler(Platform platform) {
    Table table = Table.of(platform);
    qualities = new FeedQualities(table);
    directory = new DirectoryStore(table);
    deliveries = new Deliveries(table);
    books = new Books(table);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  private HttpResponse answer(HttpRequest request) {
    request.caller(Desk.GROUP);
    return request.pathParameters().containsKey("legalEntityId") ? one(request) : list(request);
  }

  private HttpResponse one(HttpRequest request) {
    LegalEntityId id = request.path("legalEntityId", LegalEntityId::new);
    FeedQuality quality = qualities.find(id, clock.instant());
    Optional<LegalEntity> buyer = Optional.ofNullable(directory.find(List.of(id)).get(id));
    if (buyer.isEmpty() && quality.newest().isEmpty()) {
      throw Desk.unknownCustomer();
    }
    return HttpResponse.ok(
        FeedJson.of(
            id, buyer, quality, books.standing(id), deliveries.newest(id), clock.instant()));
  }

  private HttpResponse list(HttpRequest request) {
    Page<FeedQualities.Feed> page =
        qualities.page(
            request.query("standing", FeedQualityHandler::wanted).orElse(Wanted.FAULTY),
            request.query("cursor", Cursor::ofFeeds),
            PAGE_SIZE,
            clock.instant());
    Map<LegalEntityId, LegalEntity> buyers =
        page.items().isEmpty()
            ? Map.of()
            : directory.find(page.items().stream().map(FeedQualities.Feed::legalEntity).toList());
    return HttpResponse.ok(
        Json.object()
            .with("feeds", page.items(), feed -> FeedJson.ofList(feed, buyers, clock.instant()))
            .with("next", page.next().map(Cursor::text)));
  }

  private static Wanted wanted(String word) {
    return switch (word) {
      case "faulty" -> Wanted.FAULTY;
      case "old" -> Wanted.OLD;
      default -> throw new InvalidValueException("Feeds are asked for as faulty or old.");
    };
  }
}
