/** What a supplier can follow: tickets, who acts next, and notices. */
@NullMarked
package io.customerconnect.domain.ticket;

import org.jspecify.annotations.NullMarked;
