/** Files that buyers and operators deliver: cut into chunks, loaded, reported on. */
@NullMarked
package io.customerconnect.functions.feeds;

import org.jspecify.annotations.NullMarked;
