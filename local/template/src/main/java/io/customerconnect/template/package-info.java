/** Reads {@code template.yaml} into typed records: what is deployed, said once. */
@NullMarked
package io.customerconnect.template;

import org.jspecify.annotations.NullMarked;
