/** HTML that cannot be built without escaping. */
@NullMarked
package io.customerconnect.mail.html;

import org.jspecify.annotations.NullMarked;
