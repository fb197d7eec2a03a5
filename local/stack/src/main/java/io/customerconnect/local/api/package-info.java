/** The HTTP API of the template, as API Gateway serves it, and the developer's routes. */
@NullMarked
package io.customerconnect.local.api;

import org.jspecify.annotations.NullMarked;
