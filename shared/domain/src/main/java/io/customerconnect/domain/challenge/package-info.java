/**
 * How a supplier proves with two of its invoices that it trades with a legal entity: the challenge,
 * what it asks, and how much that proves.
 */
@NullMarked
package io.customerconnect.domain.challenge;

import org.jspecify.annotations.NullMarked;
