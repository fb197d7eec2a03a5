@NullMarked
package io.customerconnect.local.api;

import org.jspecify.annotations.NullMarked;
