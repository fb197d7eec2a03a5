package io.customerconnect.local.queues;

/**
 * What a queue holds.
 *
 * @param waiting messages that can be received
 * @param inFlight messages that have been received and are hidden
 * @param delayed messages that cannot be received yet
 */
public record Depth(long waiting, long inFlight, long delayed) {}
