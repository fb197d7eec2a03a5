/** Tests of what functions share. */
@NullMarked
package io.customerconnect.lambda;

import org.jspecify.annotations.NullMarked;
