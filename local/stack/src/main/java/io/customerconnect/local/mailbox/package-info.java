/** The mails that the local SES took, as pages and as JSON. */
@NullMarked
package io.customerconnect.local.mailbox;

import org.jspecify.annotations.NullMarked;
