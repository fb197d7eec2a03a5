@NullMarked
package io.customerconnect.functions.accounts;

import org.jspecify.annotations.NullMarked;
