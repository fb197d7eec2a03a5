package io.customerconnect.local.aws;

/**
 * One action on one resource, as IAM sees it.
 *
 * @param action as in {@code dynamodb:GetItem}
 * @param resource its ARN
 */
public record Access(String action, String resource) {}
