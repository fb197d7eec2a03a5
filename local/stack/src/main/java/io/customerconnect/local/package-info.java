/** The embedded stack: what {@code template.yaml} names, run on this machine. */
@NullMarked
package io.customerconnect.local;

import org.jspecify.annotations.NullMarked;
