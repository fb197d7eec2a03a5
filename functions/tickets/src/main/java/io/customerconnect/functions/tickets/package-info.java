/** What a supplier can follow: tickets, comments and notices. */
@NullMarked
package io.customerconnect.functions.tickets;

import org.jspecify.annotations.NullMarked;
