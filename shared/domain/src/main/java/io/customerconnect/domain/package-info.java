/** The rules of CustomerConnect, without AWS, JSON or a clock of their own. */
@NullMarked
package io.customerconnect.domain;

import org.jspecify.annotations.NullMarked;
