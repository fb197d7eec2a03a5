/** The template's functions, run in this process through their stream entry points. */
@NullMarked
package io.customerconnect.local.function;

import org.jspecify.annotations.NullMarked;
