/** When suppliers get paid: loads of status from buyers' books, and the list of invoices. */
@NullMarked
package io.customerconnect.functions.status;

import org.jspecify.annotations.NullMarked;
