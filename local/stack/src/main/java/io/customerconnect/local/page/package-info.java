/** Pages for developers, under {@code /local/}. */
@NullMarked
package io.customerconnect.local.page;

import org.jspecify.annotations.NullMarked;
