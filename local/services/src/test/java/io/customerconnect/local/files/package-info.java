/** Tests of the S3 endpoint. */
@NullMarked
package io.customerconnect.local.files;

import org.jspecify.annotations.NullMarked;
