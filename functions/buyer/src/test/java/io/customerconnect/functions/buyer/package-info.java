@NullMarked
package io.customerconnect.functions.buyer;

import org.jspecify.annotations.NullMarked;
