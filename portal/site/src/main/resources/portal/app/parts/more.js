/** The end of a list that goes on. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { t } from '../texts.js';
import { wordsOf } from './states.js';

export function more(list) {
  return html`
    ${list.moreFailure
      ? html`<p class="note bad" role="alert">${wordsOf(list.moreFailure)}</p>`
      : nothing}
    ${list.next
      ? html`<p class="actions">
          <button class="button" ?disabled=${list.loadingMore} @click=${list.more}>
            ${list.loadingMore ? t('state.loading') : t('state.more')}
          </button>
        </p>`
      : nothing}
  `;
}
