@NullMarked
package io.customerconnect.mail;

import org.jspecify.annotations.NullMarked;
