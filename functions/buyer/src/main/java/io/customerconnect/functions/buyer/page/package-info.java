/** The page that a buyer's contact answers on: HTML from a view, without AWS. */
@NullMarked
package io.customerconnect.functions.buyer.page;

import org.jspecify.annotations.NullMarked;
