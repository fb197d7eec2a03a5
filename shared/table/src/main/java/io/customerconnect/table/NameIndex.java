package io.customerconnect.table;

import io.customerconnect.domain.names.KeyRange;
import java.util.List;

/** What answers a range of the name index; each call is one request. */
@FunctionalInterface
public interface NameIndex {
  /** The first entries of the range, in the order of their sort keys, as many as it asks for. */
  List<SearchResult> read(KeyRange range);
}
