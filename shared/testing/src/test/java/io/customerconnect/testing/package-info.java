@NullMarked
package io.customerconnect.testing;

import org.jspecify.annotations.NullMarked;
