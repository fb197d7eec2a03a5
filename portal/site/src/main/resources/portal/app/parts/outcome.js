/** What came of Connect for one customer. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { known, rich, t } from '../texts.js';
import { href } from '../router.js';
import { wordsOf } from './states.js';
import { ticketLink } from './outlook.js';

/** In a sentence, with the ticket to follow. */
export function outcomeText({ outcome, name, ticketNumber, challengeId }) {
  return html`
    ${known(`outcome.${outcome}`, 'outcome.other', { name })}
    ${ticketNumber ? rich('outcome.ticket', { ticket: ticketLink(ticketNumber) }) : nothing}
    ${challengeLink(challengeId)}
  `;
}

/** The way on to the two invoices. */
export function challengeLink(id) {
  return id
    ? html`<a href=${href('challenges', id)}>${t('challenge.title')}</a>`
    : nothing;
}

/** In a word, for lists. */
export function outcomeWord({ outcome }) {
  return known(`outcome.${outcome}.short`, 'outcome.other');
}

/** Why nothing came of it, and what helps. */
export function refusal(failed) {
  return html`
    <div class="note bad" role="alert">
      <p>${failed.kind === 'account-incomplete' ? t('connect.incomplete') : wordsOf(failed)}</p>
      ${failed.kind === 'account-incomplete'
        ? html`<p><a href=${href('account', { then: location.hash })}>${t('connect.complete')}</a></p>`
        : nothing}
    </div>
  `;
}
