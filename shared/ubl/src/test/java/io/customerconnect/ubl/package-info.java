/** Tests of reading UBL. */
@NullMarked
package io.customerconnect.ubl;

import org.jspecify.annotations.NullMarked;
