package io.customerconnect.functions.feeds;

import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.feed.DirectoryColumn;
import io.customerconnect.domain.feed.DirectoryRow;
import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.feed.Revision;
import io.customerconnect.domain.feed.RowOutcome;
import io.customerconnect.table.DirectoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of a directory file on their way into the directory. */
final class DirectoryRows implements CsvFeed.Rows<DirectoryColumn> {
  private final DirectoryStore directory;
  private final FileVersion version;
  private final ChunkResult.Tally tally;
  private final List<DirectoryStore.Row> open = new ArrayList<>();

  DirectoryRows(DirectoryStore directory, FileVersion version, ChunkResult.Tally tally) {
    this.directory = directory;
    this.version = version;
    this.tally = tally;
  }

  @Override
  public void add(long line, Function<DirectoryColumn, String> cells) {
    switch (DirectoryRow.read(line, cells)) {
      case DirectoryRow.Refused(var rejects) -> tally.refused(rejects);
      case DirectoryRow.Valid(var entity) ->
          open.add(new DirectoryStore.Row(entity, new Revision(version, line)));
    }
    if (open.size() == DirectoryStore.MAX_ROWS) {
      flush();
    }
  }

  @Override
  public void flush() {
    List<RowOutcome> outcomes = directory.load(open);
    for (int i = 0; i < open.size(); i++) {
      tally.add(open.get(i).revision().line(), outcomes.get(i));
    }
    open.clear();
  }
}
