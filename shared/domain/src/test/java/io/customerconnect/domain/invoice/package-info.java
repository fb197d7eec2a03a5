/** Tests of invoices and of the code lists that describe them. */
@NullMarked
package io.customerconnect.domain.invoice;

import org.jspecify.annotations.NullMarked;
