/** Tests of the SES endpoint. */
@NullMarked
package io.customerconnect.local.mail;

import org.jspecify.annotations.NullMarked;
