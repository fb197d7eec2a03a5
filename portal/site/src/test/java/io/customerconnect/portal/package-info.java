/** The portal's files: what can be said of them without a browser. */
@NullMarked
package io.customerconnect.portal;

import org.jspecify.annotations.NullMarked;
