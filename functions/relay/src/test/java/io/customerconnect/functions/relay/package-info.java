@NullMarked
package io.customerconnect.functions.relay;

import org.jspecify.annotations.NullMarked;
