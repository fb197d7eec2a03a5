/** Attacks on challenges and their honest users, on real ledgers. */
@NullMarked
package io.customerconnect.bench.proof;

import org.jspecify.annotations.NullMarked;
