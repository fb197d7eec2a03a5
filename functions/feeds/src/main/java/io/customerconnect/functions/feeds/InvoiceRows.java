package io.customerconnect.functions.feeds;

import io.customerconnect.domain.InvalidValueException;
import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.DatesSeen;
import io.customerconnect.domain.feed.FeedHeader;
import io.customerconnect.domain.feed.FileFault;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.InvoiceColumn;
import io.customerconnect.domain.feed.InvoiceRow;
import io.customerconnect.domain.feed.LedgerDates;
import io.customerconnect.domain.feed.Reject;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.domain.invoice.HistoricInvoice;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.status.InvoiceStatus;
import io.customerconnect.domain.status.StatusMapping;
import io.customerconnect.table.Deliveries;
import io.customerconnect.table.Deliveries.PaidInvoice;
import io.customerconnect.table.DirectoryStore;
import io.customerconnect.table.FeedFile;
import io.customerconnect.table.Invoices;
import io.customerconnect.table.StatusWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows of a file of historic invoices on their way into the books. */
final class InvoiceRows implements CsvFeed.Rows<InvoiceColumn> {
  private final DirectoryStore directory;
  private final Invoices invoices;
  private final Deliveries deliveries;
  private final StatusWords words;
  private final FileVersion version;
  private final InvoiceRow.Context context;
  private final ChunkResult.Tally tally;
  private final List<Invoices.Row> open = new ArrayList<>();
  private final Set<HistoricInvoice.Id> openInvoices = new HashSet<>();

  /** The buyers that were looked up, with what their words mean; empty for those there are not. */
  private final Map<LegalEntityId, Optional<StatusMapping>> entities = new HashMap<>();

  private final Gains gains;
  private final Map<LegalEntityId, List<PaidInvoice>> paid = new HashMap<>();

  private InvoiceRows(
      DirectoryStore directory,
      Invoices invoices,
      Deliveries deliveries,
      StatusWords words,
      FileVersion version,
      InvoiceRow.Context context,
      ChunkResult.Tally tally) {
    this.directory = directory;
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.words = words;
    this.version = version;
    this.context = context;
    this.tally = tally;
    this.gains = new Gains(version);
  }

  /** How they are loaded. */
  record Loading(
      DirectoryStore directory, Invoices invoices, Deliveries deliveries, StatusWords words)
      implements CsvFeed.Loading<InvoiceColumn> {
    @Override
    public InvoiceRows begin(
        FeedFile file, FeedHeader.Columns<InvoiceColumn> columns, ChunkResult.Tally tally) {
      return begin(file, columns.positions().keySet(), tally);
    }

    InvoiceRows begin(FeedFile file, Set<InvoiceColumn> columns, ChunkResult.Tally tally) {
      LegalEntityId owner =
          legalEntity(file.key())
              .orElseThrow(() -> new IllegalStateException("A refused file is loaded"));
      return new InvoiceRows(
          directory,
          invoices,
          deliveries,
          words,
          file.version(),
          new InvoiceRow.Context(owner, file.version().createdAt(), columns),
          tally);
    }

    @Override
    public Optional<LedgerDates> dates(FeedHeader.Columns<InvoiceColumn> columns) {
      return Optional.of(LedgerDates.of(columns.positions().keySet()));
    }

    @Override
    public Optional<FileFault> fault(String key) {
      return legalEntity(key).isPresent() ? Optional.empty() : Optional.of(FileFault.invalidKey());
    }
  }

  /** Whom a file is delivered for: {@code invoices/}, the id, a slash and a name. */
  static Optional<LegalEntityId> legalEntity(String key) {
    String[] parts = key.split("/", -1);
    try {
      return parts.length == 3 ? Optional.of(new LegalEntityId(parts[1])) : Optional.empty();
    } catch (InvalidValueException _) {
      return Optional.empty();
    }
  }

  @Override
  public void add(long line, Function<InvoiceColumn, String> cells) {
    switch (InvoiceRow.read(line, cells, context)) {
      case InvoiceRow.Refused(var rejects) -> tally.refused(rejects);
      case InvoiceRow.Valid(HistoricInvoice invoice) -> {
        boolean isAnother = !openInvoices.contains(invoice.id());
        if (isAnother && openInvoices.size() == Invoices.MAX_INVOICES) {
          load();
        }
        openInvoices.add(invoice.id());
        open.add(new Invoices.Row(invoice, new Revision(version, line)));
        tally.seen(DatesSeen.of(invoice));
      }
    }
  }

  @Override
  public void flush() {
    load();
    paid.forEach(deliveries::addPayments);
    paid.clear();
  }

  private void load() {
    lookUp(open.stream().map(row -> row.invoice().legalEntity()).collect(Collectors.toSet()));
    List<Invoices.Row> rows = new ArrayList<>();
    for (Invoices.Row row : open) {
      if (wordsOf(row.invoice()).isPresent()) {
        rows.add(row);
      } else {
        tally.refused(List.of(Reject.unknownLegalEntity(row.revision().line())));
      }
    }
    Invoices.Loaded loaded = invoices.load(rows);
    for (int i = 0; i < rows.size(); i++) {
      HistoricInvoice invoice = rows.get(i).invoice();
      RowOutcome outcome = loaded.outcomes().get(i);
      tally.add(rows.get(i).revision().line(), outcome);
      tally.spokeOf(invoice.legalEntity(), invoice.asOf());
      unknownWord(invoice).ifPresent(tally::unknownWord);
      if (outcome instanceof RowOutcome.Loaded) {
        PaidInvoice.of(invoice)
            .ifPresent(
                one ->
                    paid.computeIfAbsent(invoice.legalEntity(), _ -> new ArrayList<>()).add(one));
      }
    }
    rows.stream()
        .mapToLong(row -> row.revision().line())
        .min()
        .ifPresent(first -> loaded.invoices().forEach(invoice -> gains.add(invoice, first)));
    open.clear();
    openInvoices.clear();
  }

  @Override
  public Map<LegalEntityId, LedgerGain> gains() {
    return gains.sum();
  }

  /** The buyer's word for the status, where it is in no list and the row gives no code. */
  private Optional<String> unknownWord(HistoricInvoice invoice) {
    return wordsOf(invoice)
                .map(mapping -> mapping.read(invoice.status(), invoice.total()))
                .orElseThrow()
            instanceof InvoiceStatus.Unmapped(String word)
        ? Optional.of(word)
        : Optional.empty();
  }

  /** What the words of the invoice's buyer mean; empty where the directory has no such buyer. */
  private Optional<StatusMapping> wordsOf(HistoricInvoice invoice) {
    return entities.getOrDefault(invoice.legalEntity(), Optional.empty());
  }

  private void lookUp(Set<LegalEntityId> ids) {
    List<LegalEntityId> news = ids.stream().filter(id -> !entities.containsKey(id)).toList();
    if (!news.isEmpty()) {
      Set<LegalEntityId> found = directory.find(news).keySet();
      news.forEach(
          id ->
              entities.put(id, found.contains(id) ? Optional.of(words.of(id)) : Optional.empty()));
    }
  }
}
