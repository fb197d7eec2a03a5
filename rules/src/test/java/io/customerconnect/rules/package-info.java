/** What must hold across all modules: who may know whom, and that template and code agree. */
@NullMarked
package io.customerconnect.rules;

import org.jspecify.annotations.NullMarked;
