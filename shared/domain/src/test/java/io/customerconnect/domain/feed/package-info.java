@NullMarked
package io.customerconnect.domain.feed;

import org.jspecify.annotations.NullMarked;
