/** SQS for the embedded stack and for tests, by a clock that can be moved. */
@NullMarked
package io.customerconnect.local.queues;

import org.jspecify.annotations.NullMarked;
