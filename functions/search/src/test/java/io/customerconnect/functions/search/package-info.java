@NullMarked
package io.customerconnect.functions.search;

import org.jspecify.annotations.NullMarked;
