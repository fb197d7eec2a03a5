/** What every handler stands on: environment, HTTP, problems, JSON, queues, logs and metrics. */
@NullMarked
package io.customerconnect.lambda;

import org.jspecify.annotations.NullMarked;
