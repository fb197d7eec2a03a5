@NullMarked
package io.customerconnect.functions.connect;

import org.jspecify.annotations.NullMarked;
