/** Where the supplier stands with a customer, and what Connect will do, in words. */
import { href } from '../router.js';
import { known, t } from '../texts.js';
import { html, nothing } from '../../lib/lit-html/lit-html.js';

/** There is a relationship or a request already. */
const STANDING = ['connected', 'pending', 'suspended'];

/** What can be done with a customer that was found. */
export const Action = { CONNECT: 'connect', SHOW: 'show', NONE: 'none' };

export function actionOf({ relationship, connect }) {
  if (STANDING.includes(relationship.state)) {
    return Action.SHOW;
  }
  return connect === 'not-accepting' ? Action.NONE : Action.CONNECT;
}

/** What Connect will lead to, or why there is nothing to press. */
export function outlook({ relationship, connect, usualWorkingDays }) {
  switch (relationship.state) {
    case 'connected':
      return t('outlook.connected');
    case 'suspended':
      return t('outlook.suspended');
    case 'challenge':
      return t('outlook.challenge-open');
    case 'pending':
      return relationship.ticketNumber
        ? t('outlook.pending', { ticket: relationship.ticketNumber })
        : t('outlook.pendingWithoutTicket');
    default:
      return connect === 'customer-asked' && usualWorkingDays
        ? t('outlook.usually', { count: usualWorkingDays })
        : known(`outlook.${connect}`, 'outlook.customer-asked');
  }
}

/** The state's word, coloured; nothing where there never was a request. */
export function stateBadge(state) {
  return state === 'none'
    ? nothing
    : html`<span class="badge ${state}">${t(`relationship.${state}`)}</span>`;
}

export function ticketLink(number) {
  return number
    ? html`<a class="number" href=${href('tickets', number)}>${number}</a>`
    : nothing;
}
