package io.customerconnect.domain.challenge;

import io.customerconnect.domain.invoice.LedgerInvoice;
import io.customerconnect.domain.invoice.Money;
import io.customerconnect.domain.party.DocumentType;
import io.customerconnect.domain.rules.ChallengeRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invoices of one vendor within the window of the rules, and what they tell of each other. */
final class VendorHistory {
  private final LocalDate from;
  private final LocalDate to;
  private final List<LedgerInvoice> byNumber;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> rowsPerKey = new HashMap<>();
  private final Map<Currency, VendorAmounts> amounts = new HashMap<>();

  VendorHistory(Collection<LedgerInvoice> invoices, LocalDate today, ChallengeRules rules) {
    from = today.minus(rules.window());
    to = today;
    record Keyed(String key, LedgerInvoice invoice) {}
    List<Keyed> keyed =
        invoices.stream()
            .filter(invoice -> !invoice.issueDate().isBefore(from))
            .filter(invoice -> !invoice.issueDate().isAfter(today))
            .map(invoice -> new Keyed(invoice.number().keyWithoutLeadingZeros(), invoice))
            .sorted(
                Comparator.comparing(Keyed::key, NumberOrder.INSTANCE)
                    .thenComparing(k -> k.invoice().issueDate()))
            .toList();
    byNumber = keyed.stream().map(Keyed::invoice).toList();
    for (int i = 0; i < keyed.size(); i++) {
      places.putIfAbsent(keyed.get(i).key(), i);
    }
    for (LedgerInvoice invoice : invoices) {
      rowsPerKey.merge(invoice.number().keyWithoutLeadingZeros(), 1, Integer::sum);
    }
    Map<Currency, List<Long>> perCurrency = new HashMap<>();
    for (LedgerInvoice invoice : byNumber) {
      perCurrency
          .computeIfAbsent(invoice.total().currency(), _ -> new ArrayList<>())
          .add(VendorAmounts.units(invoice.total()));
    }
    perCurrency.forEach(
        (currency, list) ->
            amounts.put(
                currency, new VendorAmounts(list.stream().mapToLong(Long::longValue).toArray())));
  }

  /** Days, both included. */
  record Days(LocalDate from, LocalDate to) {}

  int size() {
    return byNumber.size();
  }

  List<LedgerInvoice> invoices() {
    return byNumber;
  }

  VendorAmounts amounts(Currency currency) {
    return Optional.ofNullable(amounts.get(currency))
        .orElseGet(() -> new VendorAmounts(new long[0]));
  }

  /**
   * The days that an invoice must be of for somebody who knows the vendor's invoices a quarter of
   * all places before and behind it in the order of numbers.
   */
  Days daysAround(LedgerInvoice invoice) {
    int place = places.getOrDefault(invoice.number().keyWithoutLeadingZeros(), 0);
    int reach = (byNumber.size() + 3) / 4;
    LocalDate before = place - reach < 0 ? from : byNumber.get(place - reach).issueDate();
    LocalDate behind =
        place + reach >= byNumber.size() ? to : byNumber.get(place + reach).issueDate();
    return before.isAfter(behind) ? new Days(behind, before) : new Days(before, behind);
  }

  /** Whether a second invoice can be this one at all, whatever it proves. */
  boolean isUsable(LedgerInvoice invoice, ChallengeRules rules) {
    Money total = invoice.total();
    VendorAmounts others = amounts(total.currency());
    return invoice.type() == DocumentType.INVOICE
        && total.amount().signum() > 0
        && !invoice.issueDate().isAfter(to.minus(rules.minAge()))
        && rowsPerKey.getOrDefault(invoice.number().keyWithoutLeadingZeros(), 0) == 1
        && others.count(VendorAmounts.units(total)) == 1
        && !others.isOfSeries(VendorAmounts.units(total))
        && !others.followsFromUsual(VendorAmounts.units(total));
  }
}
