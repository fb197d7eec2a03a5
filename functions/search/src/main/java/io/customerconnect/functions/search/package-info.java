/** Finding the customer: search, the members of a group, and customers that are not there. */
@NullMarked
package io.customerconnect.functions.search;

import org.jspecify.annotations.NullMarked;
