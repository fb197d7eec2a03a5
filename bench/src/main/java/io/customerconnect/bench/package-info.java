/** Benchmarks on real public data; each prints its figures, and the command is in the docs. */
@NullMarked
package io.customerconnect.bench;

import org.jspecify.annotations.NullMarked;
