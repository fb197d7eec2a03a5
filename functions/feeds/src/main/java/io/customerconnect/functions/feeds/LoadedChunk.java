package io.customerconnect.functions.feeds;

import io.customerconnect.domain.challenge.LedgerGain;
import io.customerconnect.domain.feed.ChunkResult;
import io.customerconnect.domain.party.LegalEntityId;
import java.util.Map;

/**
 * What loading a chunk led to.
 *
 * @param result what became of its rows
 * @param gains what they have brought into the books of legal entities
 */
record LoadedChunk(ChunkResult result, Map<LegalEntityId, LedgerGain> gains) {}
