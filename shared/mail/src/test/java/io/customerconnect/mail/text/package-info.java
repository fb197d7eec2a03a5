@NullMarked
package io.customerconnect.mail.text;

import org.jspecify.annotations.NullMarked;
