/** How many notices are unread, and the way to mark them all as read. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { post } from '../api.js';
import { t } from '../texts.js';
import { announce } from './announce.js';
import { wordsOf } from './states.js';

/** The API counts no further. */
const MOST_COUNTED = 100;

/** The heading of notices, where the focus goes when the button has done its work. */
export const NOTICES_TITLE = 'notices-title';

export class Unread {
  #view;
  #reading;
  #marking = false;
  #failure;

  /** @param reading of the newest notices, as the API gives them: `{notices, unread}` */
  constructor(view, reading) {
    this.#view = view;
    this.#reading = reading;
  }

  /** How many there are, to stand beside the heading. */
  count() {
    const count = this.#count();
    if (!count) {
      return nothing;
    }
    return html`<span class="badge unread">
      ${count < MOST_COUNTED
        ? t('notices.unread', { count })
        : t('notices.manyUnread', { count: MOST_COUNTED - 1 })}
    </span>`;
  }

  /** The button, as long as there is something to mark. */
  button() {
    if (!this.#count()) {
      return nothing;
    }
    return html`
      ${this.#failure
        ? html`<p class="note bad" role="alert">${wordsOf(this.#failure)}</p>`
        : nothing}
      <p class="actions">
        <button
          class="button small"
          aria-disabled=${this.#marking ? 'true' : 'false'}
          @click=${() => this.#mark()}
        >
          ${t('notices.markAsRead')}
        </button>
      </p>
    `;
  }

  #count() {
    return this.#reading.value?.unread ?? 0;
  }

  /** What has come since the list was read stays unread. */
  async #mark() {
    if (this.#marking) {
      return;
    }
    this.#marking = true;
    this.#failure = undefined;
    this.#view.update();
    try {
      await post('/notices/read', { until: this.#reading.value.notices[0].mark });
      await this.#reading.start();
      announce(t('notices.marked'));
      this.#view.querySelector(`#${NOTICES_TITLE}`)?.focus();
    } catch (failed) {
      this.#failure = failed;
    }
    this.#marking = false;
    this.#view.update();
  }
}
