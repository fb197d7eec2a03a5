@NullMarked
package io.customerconnect.functions.mail;

import org.jspecify.annotations.NullMarked;
