/**
 * UBL 2.1 messages that strangers send: read with limits, and turned into what the domain knows.
 */
@NullMarked
package io.customerconnect.ubl;

import org.jspecify.annotations.NullMarked;
