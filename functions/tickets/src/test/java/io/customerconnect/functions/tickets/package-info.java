@NullMarked
package io.customerconnect.functions.tickets;

import org.jspecify.annotations.NullMarked;
