package io.customerconnect.template;

/**
 * Headers that a CloudFront distribution adds to what it serves.
 *
 * @param id its logical id
 * @param contentSecurityPolicy its directives, separated by semicolons
 */
public record ResponseHeaders(String id, Value contentSecurityPolicy) {}
