@NullMarked
package io.customerconnect.domain.quality;

import org.jspecify.annotations.NullMarked;
