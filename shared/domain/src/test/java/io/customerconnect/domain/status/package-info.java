/** Tests of when a supplier gets paid. */
@NullMarked
package io.customerconnect.domain.status;

import org.jspecify.annotations.NullMarked;
