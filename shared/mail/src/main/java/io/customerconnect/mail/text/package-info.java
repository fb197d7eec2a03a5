/** Texts for readers in their language, and what may be shown in them. */
@NullMarked
package io.customerconnect.mail.text;

import org.jspecify.annotations.NullMarked;
