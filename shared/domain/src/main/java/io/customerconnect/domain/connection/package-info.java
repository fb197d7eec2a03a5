/** How a supplier and a legal entity become connected: states, commands and what each leads to. */
@NullMarked
package io.customerconnect.domain.connection;

import org.jspecify.annotations.NullMarked;
