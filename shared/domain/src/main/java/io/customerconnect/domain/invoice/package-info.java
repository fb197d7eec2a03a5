/**
 * Invoices in a buyer's books, the code lists that describe them, and what suppliers type about
 * them.
 */
@NullMarked
package io.customerconnect.domain.invoice;

import org.jspecify.annotations.NullMarked;
