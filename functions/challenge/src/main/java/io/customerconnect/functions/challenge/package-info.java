/** The challenge: two earlier invoices prove that a supplier trades with a customer. */
@NullMarked
package io.customerconnect.functions.challenge;

import org.jspecify.annotations.NullMarked;
