@NullMarked
package io.customerconnect.template;

import org.jspecify.annotations.NullMarked;
