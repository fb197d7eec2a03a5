@NullMarked
package io.customerconnect.local;

import org.jspecify.annotations.NullMarked;
