/** The support desk: tickets of all accounts, and what is done about them by hand (P33). */
@NullMarked
package io.customerconnect.functions.support;

import org.jspecify.annotations.NullMarked;
