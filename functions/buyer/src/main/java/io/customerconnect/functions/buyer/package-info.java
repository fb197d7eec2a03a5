/** Asking the customer: mails to its contacts, the page where they decide, reminders and expiry. */
@NullMarked
package io.customerconnect.functions.buyer;

import org.jspecify.annotations.NullMarked;
