@NullMarked
package io.customerconnect.functions.support;

import org.jspecify.annotations.NullMarked;
