/** Tests of the mailbox pages. */
@NullMarked
package io.customerconnect.local.mailbox;

import org.jspecify.annotations.NullMarked;
