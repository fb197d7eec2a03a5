@NullMarked
package io.customerconnect.domain.challenge;

import org.jspecify.annotations.NullMarked;
