/** How much one may do in a day. */
@NullMarked
package io.customerconnect.domain.limit;

import org.jspecify.annotations.NullMarked;
