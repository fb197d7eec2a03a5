package io.customerconnect.functions.status;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import io.customerconnect.domain.status.LoadRules;
import io.customerconnect.domain.status.RetentionRules;
import io.customerconnect.domain.status.Totals;
import io.customerconnect.lambda.HttpFunction;
import io.customerconnect.lambda.HttpRequest;
import io.customerconnect.lambda.HttpResponse;
import io.customerconnect.lambda.Json;
import io.customerconnect.lambda.Platform;
import io.customerconnect.table.Loads;
import io.customerconnect.table.StatusRows;
import io.customerconnect.table.StatusRows.Found;
import io.customerconnect.table.StatusRows.Place;
import io.customerconnect.table.StoredLoad;
import io.customerconnect.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /invoices}: invoices and credit notes of all connected buyers, what became of them,
 * and when they will be paid (P34 to P36). The first page also says how much is expected when, and
 * how fresh each buyer's data are.
 */
public final class InvoicesHandler implements RequestStreamHandler {
  private static final int PAGE_SIZE = 50;

  private final HttpFunction function = new HttpFunction(this::list);
  private final StatusRows rows;
  private final Loads loads;
  private final InstantSource clock;

  public InvoicesHandler() {
    this(Platform.ofProcess());
  }

  public InvoicesHandler(Platform platform) {
    this(platform, Table.of(platform));
  }

  /** A handler that reaches the table in a way of its own. */
  public InvoicesHandler(Platform platform, Table table) {
    rows = new StatusRows(table, RetentionRules.DEFAULT);
    loads = new Loads(table, LoadRules.DEFAULT);
    clock = platform.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    function.serve(event, answer, context);
  }

  /** Whose invoices a row belongs to. */
  private record Vendor(LegalEntityId legalEntity, VendorNumber number) {
    static Vendor of(StoredLoad load) {
      return new Vendor(
          load.state().binding().legalEntity(), load.state().binding().vendorNumber());
    }
  }

  private HttpResponse list(HttpRequest request) {
    AccountId account = request.caller().account();
    Instant now = clock.instant();
    InvoiceQuery query = InvoiceQuery.of(request);
    Optional<Place> after =
        request.query("cursor", text -> InvoiceCursor.parse(text, account, query));
    StatusRows.Rows read =
        rows.list(
            account,
            query.listed(),
            query.direction(),
            after,
            query.isUnfiltered() ? PAGE_SIZE : StatusRows.MAX_READ,
            now);
    List<Found> wanted =
        read.found().stream()
            .filter(found -> query.filter().allows(found.row()))
            .limit(PAGE_SIZE + 1L)
            .toList();
    List<Found> page = wanted.subList(0, Math.min(PAGE_SIZE, wanted.size()));
    Optional<Place> next =
        wanted.size() > page.size() ? Optional.of(page.getLast().place()) : read.next();
    List<StoredLoad> known =
        after.isEmpty()
            ? loads.ofAccount(account, query.filter().legalEntity())
            : loads.of(account, page);
    Map<Vendor, StoredLoad> seen = new HashMap<>();
    known.forEach(load -> seen.put(Vendor.of(load), load));
    Json.Obj body =
        Json.object()
            .with("invoices", visible(page, seen, now), Json.class::cast)
            .with("next", next.map(place -> InvoiceCursor.text(place, account, query)));
    return HttpResponse.ok(after.isEmpty() ? withOverview(body, known, now) : body);
  }

  /** Without the rows of bindings that have ended, and of earlier ones. */
  private static List<Json> visible(List<Found> page, Map<Vendor, StoredLoad> seen, Instant now) {
    List<Json> visible = new ArrayList<>();
    for (Found found : page) {
      Vendor vendor = new Vendor(found.row().legalEntity(), found.row().vendor());
      Optional.ofNullable(seen.get(vendor))
          .filter(load -> load.generation() == found.generation())
          .ifPresent(load -> visible.add(InvoiceJson.of(found.row(), load, now)));
    }
    return visible;
  }

  private static Json.Obj withOverview(Json.Obj body, List<StoredLoad> loads, Instant now) {
    Totals totals = new Totals();
    loads.forEach(load -> totals.add(load.found().open(), now));
    return body.with("totals", totals.sums(), InvoiceJson::of)
        .with("customers", loads, load -> InvoiceJson.of(load, now));
  }
}
