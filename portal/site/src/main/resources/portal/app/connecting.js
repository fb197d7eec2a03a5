/** Connecting with customers, in steps that each have a name, so that a repeat is known as one. */
import { post } from './api.js';

/** So many are asked for at once: what a group is told comes step by step. */
const STEP = 25;

/**
 * Connects with all of them.
 *
 * @param told called after each step with its results
 */
export async function connect(legalEntityIds, key, told = () => {}) {
  const results = [];
  for (let from = 0; from < legalEntityIds.length; from += STEP) {
    const step = legalEntityIds.slice(from, from + STEP);
    const answer = await post('/connections', { legalEntityIds: step }, `${key}-${from}`);
    results.push(...answer.results);
    told(answer.results);
  }
  return results;
}
