/**
 * The numbers that the rules go by: one place for the defaults, and for what a customer has of its
 * own.
 */
@NullMarked
package io.customerconnect.domain.rules;

import org.jspecify.annotations.NullMarked;
