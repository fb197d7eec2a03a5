@NullMarked
package io.customerconnect.mail.html;

import org.jspecify.annotations.NullMarked;
