package io.customerconnect.domain.challenge;

import java.time.Instant;

/** An answer that was given, without what it said: that goes onto the ticket (P24). */
public record Tried(Step step, Verdict verdict, Instant at) {}
