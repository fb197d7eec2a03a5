@NullMarked
package io.customerconnect.domain.rules;

import org.jspecify.annotations.NullMarked;
