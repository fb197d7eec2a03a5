/** Invoices and credit notes in a buyer's books, and the code lists that describe them. */
@NullMarked
package io.customerconnect.domain.invoice;

import org.jspecify.annotations.NullMarked;
