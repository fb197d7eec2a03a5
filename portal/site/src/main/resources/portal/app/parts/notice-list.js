/** Notices in rows, each of which opens its ticket, or where there is none the relationship. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { href } from '../router.js';
import { distance, known, moment, t } from '../texts.js';

export function noticeList(notices) {
  return html`
    <ul class="rows">
      ${notices.map(
        ({ event, at, customerName, legalEntityId, ticketNumber, unread }) => html`
          <li class=${unread ? 'is-unread' : nothing}>
            <a
              class="row"
              href=${ticketNumber ? href('tickets', ticketNumber) : href('relationships', legalEntityId)}
            >
              <span class="dot ${event}" aria-hidden="true"></span>
              <span class="row-main">${known(`notice.${event}`, 'notice.other', { name: customerName })}</span>
              ${unread ? html`<span class="badge unread">${t('notices.new')}</span>` : nothing}
              <span class="row-side">
                ${ticketNumber ? html`<span class="number">${ticketNumber}</span>` : nothing}
                <time datetime=${at} title=${moment(at)}>${distance(at)}</time>
              </span>
            </a>
          </li>
        `
      )}
    </ul>
  `;
}
