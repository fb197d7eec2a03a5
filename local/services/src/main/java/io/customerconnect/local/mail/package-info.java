/**
 * SES for the embedded stack and for tests: takes mails, keeps them, and tells what became of them.
 */
@NullMarked
package io.customerconnect.local.mail;

import org.jspecify.annotations.NullMarked;
