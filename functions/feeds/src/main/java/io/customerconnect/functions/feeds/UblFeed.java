package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.LedgerGains;
import io.customerconnect.ubl.InvoiceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invoices, credit notes, and replies to them, as UBL documents, each a file. */
record UblFeed(InvoiceRows.Loading loading, Replying replying) implements Feed {
  /** Documents that say nothing of an expected payment leave what was said before. */
  private static final Set<InvoiceColumn> COLUMNS = Set.of();

  @Override
  public boolean takes(String key) {
    return key.startsWith(Feeds.INVOICES) && isDocument(key);
  }

  /** Whether a file is a single document, by its key. */
  static boolean isDocument(String key) {
    return key.endsWith(".xml");
  }

  @Override
  public Cut cut(Delivery delivery, Source source) throws IOException {
    Optional<FileFault> fault = loading.fault(delivery.key());
    if (fault.isPresent()) {
      return new Cut.Refused(fault.get());
    }
    if (delivery.size() > UblDocument.MAX_SIZE) {
      return new Cut.Refused(FileFault.tooLarge(UblDocument.MAX_SIZE));
    }
    try (InputStream document = source.read(0, delivery.size())) {
      return switch (UblDocument.read(document, delivery.version().createdAt())) {
        case UblDocument.Faulty(FileFault found) -> new Cut.Refused(found);
        case UblDocument.Invoice _, UblDocument.Reply _ ->
            new Cut.Chunks(List.of(), List.of(new Chunk(0, delivery.size(), 1)));
      };
    }
  }

  @Override
  public LoadedChunk load(FeedFile file, List<String> header, Chunk chunk, Source source)
      throws IOException {
    ChunkResult.Tally tally = new ChunkResult.Tally();
    InvoiceRows rows = loading.begin(file, COLUMNS, tally);
    try (InputStream document = source.read(chunk.from(), chunk.to())) {
      switch (UblDocument.read(document, file.version().createdAt())) {
        case UblDocument.Invoice(Map<InvoiceColumn, String> cells) ->
            rows.add(chunk.line(), column -> cells.getOrDefault(column, ""));
        case UblDocument.Reply(InvoiceResponse response) ->
            replying.reply(file, chunk.line(), response, tally);
        case UblDocument.Faulty(FileFault fault) ->
            throw new IllegalStateException("A refused document is loaded: " + fault.kind());
      }
    }
    rows.flush();
    return new LoadedChunk(tally.result(), rows.gains());
  }

  @Override
  public Optional<LedgerDates> dates(List<String> header) {
    return Optional.empty();
  }

  @Override
  public LedgerGains.Place waitsIn(String key) {
    return new LedgerGains.Place.Gathered(
        InvoiceRows.legalEntity(key)
            .orElseThrow(() -> new IllegalStateException("A refused file is loaded")));
  }

  @Override
  public List<String> unknownColumns(List<String> header) {
    return List.of();
  }
}
