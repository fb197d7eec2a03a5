/** AWS's services on this machine, behind one front that enforces the template's policies. */
@NullMarked
package io.customerconnect.local.aws;

import org.jspecify.annotations.NullMarked;
