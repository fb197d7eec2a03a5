/** Servers on the loopback address. */
@NullMarked
package io.customerconnect.local.http;

import org.jspecify.annotations.NullMarked;
