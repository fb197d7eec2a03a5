/** What tests of functions share. */
@NullMarked
package io.customerconnect.functions.testing;

import org.jspecify.annotations.NullMarked;
