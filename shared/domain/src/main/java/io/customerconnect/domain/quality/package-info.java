/** How good what buyers deliver is: as support sees it, and as rules judge it (P41). */
@NullMarked
package io.customerconnect.domain.quality;

import org.jspecify.annotations.NullMarked;
