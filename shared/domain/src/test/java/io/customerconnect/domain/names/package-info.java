@NullMarked
package io.customerconnect.domain.names;

import org.jspecify.annotations.NullMarked;
