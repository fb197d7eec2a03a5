/** Suppliers' accounts: created at sign-up, kept by their users. */
@NullMarked
package io.customerconnect.functions.accounts;

import org.jspecify.annotations.NullMarked;
