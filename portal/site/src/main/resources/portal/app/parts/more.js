/** The end of a list that goes on. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { t } from '../texts.js';
import { wordsOf } from './states.js';

/** @param readOn reads more of it */
export function more(list, readOn = list.more) {
  return html`
    ${list.moreFailure
      ? html`<p class="note bad" role="alert">${wordsOf(list.moreFailure)}</p>`
      : nothing}
    ${end(list, readOn)}
  `;
}

function end(list, readOn) {
  if (list.next) {
    return html`<p class="actions">
      <button
        class="button"
        aria-disabled=${list.loadingMore ? 'true' : 'false'}
        @click=${event => press(event.currentTarget, readOn)}
      >
        ${list.loadingMore ? t('state.loading') : t('state.more')}
      </button>
    </p>`;
  }
  return list.hasGoneOn
    ? html`<p class="muted" tabindex="-1" data-end>${t('state.noMore')}</p>`
    : nothing;
}

/** Who reads to the end is at the end, and not at the beginning of the page again. */
async function press(button, readOn) {
  const main = button.closest('main');
  await readOn();
  if (!button.isConnected) {
    main.querySelector('[data-end]')?.focus();
  }
}
