/** What invokes functions besides HTTP: queues, streams, schedules, rules, sign-ups. */
@NullMarked
package io.customerconnect.local.trigger;

import org.jspecify.annotations.NullMarked;
