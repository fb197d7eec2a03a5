package io.customerconnect.functions.status;

import io.customerconnect.domain.status.PaymentHabits;
import io.customerconnect.domain.status.StatusRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a load takes a vendor's invoices from. */
interface Source {

  /**
   * An invoice.
   *
   * @param asOf when it was so
   * @param changesAt when it has to be looked at again although the buyer says nothing new
   */
  record Item(StatusRow row, Instant asOf, Optional<Instant> changesAt) {}

  /**
   * Some invoices, in the order of their keys.
   *
   * @param to the key of the last one; empty where no more follow
   */
  record Page(List<Item> items, Optional<String> to) {}

  /**
   * A page of them.
   *
   * @param after the key that the page before ended with
   */
  Page page(Optional<String> after);

  /** When the newest invoice was issued, where that is known. */
  Optional<LocalDate> newest();

  /** How the buyer pays, as far as dates are learnt from it. */
  PaymentHabits habits();
}
