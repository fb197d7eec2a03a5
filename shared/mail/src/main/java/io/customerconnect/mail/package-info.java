/** Mails to buyers and suppliers: what they say, how they look, and how they are sent. */
@NullMarked
package io.customerconnect.mail;

import org.jspecify.annotations.NullMarked;
