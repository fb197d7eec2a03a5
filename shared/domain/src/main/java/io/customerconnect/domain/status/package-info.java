/** When a supplier gets paid: the status of its invoices, and what comes of it. */
@NullMarked
package io.customerconnect.domain.status;

import org.jspecify.annotations.NullMarked;
