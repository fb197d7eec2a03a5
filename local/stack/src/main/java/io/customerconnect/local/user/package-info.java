/** Who signs in: the demo's users and the issuer of their tokens. */
@NullMarked
package io.customerconnect.local.user;

import org.jspecify.annotations.NullMarked;
