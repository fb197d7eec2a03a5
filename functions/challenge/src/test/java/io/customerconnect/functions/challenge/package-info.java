@NullMarked
package io.customerconnect.functions.challenge;

import org.jspecify.annotations.NullMarked;
