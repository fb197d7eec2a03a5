/** Connecting, and the relationships that come of it. */
@NullMarked
package io.customerconnect.functions.connect;

import org.jspecify.annotations.NullMarked;
