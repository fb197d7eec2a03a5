/** Tests of practice submissions. */
@NullMarked
package io.customerconnect.functions.practice;

import org.jspecify.annotations.NullMarked;
