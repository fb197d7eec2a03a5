/** Notices in rows, each of which opens its ticket. */
import { html } from '../../lib/lit-html/lit-html.js';
import { href } from '../router.js';
import { distance, has, moment, t } from '../texts.js';

const TEST_BUYER = 'test-buyer';

export function noticeList(notices) {
  return html`
    <ul class="rows">
      ${notices.map(
        ({ event, at, customerName, ticketNumber }) => html`
          <li>
            <a
              class="row"
              href=${ticketNumber ? href('tickets', ticketNumber) : href('relationships', TEST_BUYER)}
            >
              <span class="dot ${event}" aria-hidden="true"></span>
              <span class="row-main">${eventText(event, 'notice', { name: customerName })}</span>
              <span class="row-side">
                <span class="number">${ticketNumber ?? ''}</span>
                <time datetime=${at} title=${moment(at)}>${distance(at)}</time>
              </span>
            </a>
          </li>
        `
      )}
    </ul>
  `;
}

/** What happened, in a sentence. */
export function eventText(event, kind, values) {
  const key = `${kind}.${event}`;
  return has(key) ? t(key, values) : t(`${kind}.other`, values);
}
