/** How well customers are found by name: query sets, and what they are measured against. */
@NullMarked
package io.customerconnect.bench.search;

import org.jspecify.annotations.NullMarked;
