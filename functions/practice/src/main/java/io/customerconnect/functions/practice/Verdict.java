package io.customerconnect.functions.practice;

import io.customerconnect.ubl.UblInvoice;
import java.util.List;

/** What the test buyer says to a document. */
sealed interface Verdict {

  /** All that is broken, or had better be otherwise. */
  List<Finding> findings();

  /** It takes the document. */
  record Accepted(UblInvoice document, List<Finding> findings) implements Verdict {}

  /** It does not. */
  record Refused(List<Finding> findings) implements Verdict {}
}
