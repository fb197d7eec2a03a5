@NullMarked
package io.customerconnect.domain.party;

import org.jspecify.annotations.NullMarked;
