/**
 * S3 for the embedded stack and for tests: objects as files on disk, and news of each that is put.
 */
@NullMarked
package io.customerconnect.local.files;

import org.jspecify.annotations.NullMarked;
