@NullMarked
package io.customerconnect.functions.feeds;

import org.jspecify.annotations.NullMarked;
