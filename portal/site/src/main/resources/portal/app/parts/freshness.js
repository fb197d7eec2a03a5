/** How fresh the data of each customer are. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { day, moment, t } from '../texts.js';
import { shortDay } from './dates.js';

const DAY = 86_400_000;

/** How often is looked whether something that is loading has come. */
const LOOK = 30_000;

/** One customer's line. */
export function freshness({ name, freshness: state, since, readyBy, asOf, days }) {
  return t(state === 'old' ? 'freshness.old' : `freshness.${state}`, {
    name,
    count: days,
    since: since && (state === 'nothing-delivered' ? day(since) : moment(since)),
    readyBy: readyBy && moment(readyBy),
    asOf: asOf && moment(asOf),
  });
}

/** How far a load has got: by the days of its invoices, as how many there are nobody has counted. */
function headway({ progress }) {
  if (!progress) {
    return nothing;
  }
  const { read, oldest, reached, newest } = progress;
  const days = to => (Date.parse(to) - Date.parse(oldest)) / DAY;
  const text = t('freshness.progress', {
    count: read,
    reached: shortDay(reached),
    newest: shortDay(newest),
  });
  return html`<span class="headway">
    <progress aria-label=${t('freshness.progress.label')} max=${days(newest) + 1} value=${days(reached) + 1}>
      ${text}</progress
    >
    ${text}
  </span>`;
}

/** Of whom there is more to come, or should have come. */
export function isAwaited({ freshness: state }) {
  return state === 'loading' || state === 'delayed';
}

/** The lines of all that are not as they should be. */
export function freshnessNotes(customers, most = customers.length) {
  const told = customers.filter(({ freshness: state }) => state !== 'current');
  const rest = told.length - most;
  return html`
    ${told
      .slice(0, most)
      .map(
        customer =>
          html`<p class="freshness is-${customer.freshness}">
            <span class="dot is-${customer.freshness}" aria-hidden="true"></span>
            <span>${freshness(customer)} ${headway(customer)}</span>
          </p>`
      )}
    ${rest > 0 ? html`<p class="freshness">${t('freshness.more', { count: rest })}</p>` : nothing}
  `;
}

/** Every customer's line, to be opened. */
export function freshnessOfAll(customers) {
  return html`
    <details class="more-facts">
      <summary>${t('freshness.all', { count: customers.length })}</summary>
      <ul>
        ${customers.map(customer => html`<li>${freshness(customer)} ${headway(customer)}</li>`)}
      </ul>
    </details>
  `;
}

/** What is said where there are no invoices; that there are none only where that is known. */
export function whyEmpty(customers) {
  if (customers.length === 0) {
    return t('invoices.notConnected');
  }
  if (customers.some(isAwaited)) {
    return t('invoices.loading');
  }
  return customers.every(({ freshness: state }) => state === 'nothing-delivered')
    ? t('invoices.nothingDelivered')
    : t('invoices.none');
}

/** Looks again after a while, as long as something is awaited. */
export function lookAgain(view, customers, again) {
  clearTimeout(view.lookingAgain);
  if (customers.some(isAwaited)) {
    view.lookingAgain = setTimeout(() => view.isConnected && again(), LOOK);
  }
}
