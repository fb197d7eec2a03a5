@NullMarked
package io.customerconnect.domain;

import org.jspecify.annotations.NullMarked;
