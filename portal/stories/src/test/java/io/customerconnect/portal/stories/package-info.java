/** What suppliers and buyers do with the portal, in a real browser. */
@NullMarked
package io.customerconnect.portal.stories;

import org.jspecify.annotations.NullMarked;
