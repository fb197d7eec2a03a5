@NullMarked
package io.customerconnect.functions.buyer.page;

import org.jspecify.annotations.NullMarked;
