@NullMarked
package io.customerconnect.functions.status;

import org.jspecify.annotations.NullMarked;
