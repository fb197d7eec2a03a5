@NullMarked
package io.customerconnect.local.trigger;

import org.jspecify.annotations.NullMarked;
