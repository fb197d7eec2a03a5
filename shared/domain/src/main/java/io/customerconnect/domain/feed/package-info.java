/**
 * Files that buyers and operators deliver: what their columns mean, which rows are refused and why,
 * and which of two files wins.
 */
@NullMarked
package io.customerconnect.domain.feed;

import org.jspecify.annotations.NullMarked;
