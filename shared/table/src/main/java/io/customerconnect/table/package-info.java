/** The one DynamoDB table: its keys, its items, and the stores that read and write them. */
@NullMarked
package io.customerconnect.table;

import org.jspecify.annotations.NullMarked;
