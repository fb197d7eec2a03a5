/** What the API does with bad input: every route of the template, whatever it is. */
@NullMarked
package io.customerconnect.local.badinput;

import org.jspecify.annotations.NullMarked;
