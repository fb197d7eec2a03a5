/** From the table's stream to the queues: what follows from a change. */
@NullMarked
package io.customerconnect.functions.relay;

import org.jspecify.annotations.NullMarked;
