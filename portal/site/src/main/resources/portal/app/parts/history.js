/** What happened to a ticket, an entry a line. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { known, moment } from '../texts.js';

/**
 * @param detail what was said with it, if anything
 * @param by who did it, in words
 */
export function historyEntry({ event, at }, customerName, detail, by) {
  return html`
    <li>
      <span class="dot ${event}" aria-hidden="true"></span>
      <div>
        <p>${known(`event.${event}`, 'event.other', { name: customerName })}</p>
        ${detail ? html`<blockquote>${detail}</blockquote>` : nothing}
        <p class="muted">
          <time datetime=${at}>${moment(at)}</time> · ${by}
        </p>
      </div>
    </li>
  `;
}
