/** Whether the time that an answer takes tells anything. */
@NullMarked
package io.customerconnect.bench.timing;

import org.jspecify.annotations.NullMarked;
