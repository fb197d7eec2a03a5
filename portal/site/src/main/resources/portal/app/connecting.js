/** Connecting with customers, in steps that each have a name, so that a repeat is known as one. */
import { post } from './api.js';

/** So few at first, that the first outcomes are soon there; then more and more. */
const FIRST = 5;

/** So many the API writes at once. */
const MOST = 25;

/** What one press of Connect asks for. */
export class Connecting {
  #steps;

  /** @param customers as the API gives them, who are shown together */
  constructor(customers) {
    this.#steps = steps(customers);
  }

  /** Whether this customer is being asked for at this moment. */
  isAt(legalEntityId) {
    return this.#steps[0]?.ids.includes(legalEntityId) ?? false;
  }

  /**
   * Connects with all of them. After a failure it is called again and goes on where it was broken
   * off: what was sent then is sent again under its name.
   *
   * @param told called after each step with its results
   */
  async go(told = () => {}) {
    const results = [];
    while (this.#steps.length > 0) {
      const { ids, key } = this.#steps[0];
      const answer = await post('/connections', { legalEntityIds: ids }, key);
      this.#steps.shift();
      results.push(...answer.results);
      told(answer.results);
    }
    return results;
  }
}

/** Those that are to be proved come first and together: one proof can do for all of them. */
function steps(customers) {
  const proved = customers.filter(isProved);
  const ids = [...proved, ...customers.filter(customer => !isProved(customer))].map(
    ({ legalEntityId }) => legalEntityId
  );
  const all = [];
  for (let from = 0, size = FIRST; from < ids.length; size = Math.min(2 * size, MOST)) {
    const to = from + Math.min(Math.max(size, proved.length - from), MOST);
    all.push({ ids: ids.slice(from, to), key: crypto.randomUUID() });
    from = to;
  }
  return all;
}

function isProved({ connect }) {
  return connect === 'challenge';
}
