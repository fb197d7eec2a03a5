/** What tests of functions share. */
@NullMarked
package io.customerconnect.testing.functions;

import org.jspecify.annotations.NullMarked;
