/** What tests stand on: DynamoDB Local as a process, fresh tables, a meter of requests. */
@NullMarked
package io.customerconnect.testing;

import org.jspecify.annotations.NullMarked;
