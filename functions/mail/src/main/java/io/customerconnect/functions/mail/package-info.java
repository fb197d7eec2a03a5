/** Mails to suppliers, and what SES tells about mails. */
@NullMarked
package io.customerconnect.functions.mail;

import org.jspecify.annotations.NullMarked;
