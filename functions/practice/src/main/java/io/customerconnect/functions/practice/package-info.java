/** Practice: what a supplier submits to the test buyer, checked by the rules of EN 16931 (P3). */
@NullMarked
package io.customerconnect.functions.practice;

import org.jspecify.annotations.NullMarked;
