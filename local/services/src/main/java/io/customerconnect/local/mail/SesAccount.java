package io.customerconnect.local.mail;

/**
 * What an SES account may send with.
 *
 * @param domain verified for senders, with its subdomains
 * @param configurationSet the only one there is
 */
public record SesAccount(String domain, String configurationSet) {}
