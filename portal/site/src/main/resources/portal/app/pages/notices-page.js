/** Please note: every notice, newest first. */
import { get } from '../api.js';
import { more } from '../parts/more.js';
import { noticeList } from '../parts/notice-list.js';
import { empty } from '../parts/states.js';
import { t } from '../texts.js';
import { html, PagedReading, View } from '../view.js';

class NoticesPage extends View {
  list = new PagedReading(this, async (cursor, signal) => {
    const { notices: items, next } = await get('/notices', { cursor }, signal);
    return { items, next };
  });

  heading() {
    return t('notices.title');
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('notices.title')}</h1>
      ${this.list.show(notices =>
        notices.length
          ? html`<div class="panel">${noticeList(notices)}</div>
              ${more(this.list)}`
          : empty(t('notices.none'))
      )}
    `;
  }
}

customElements.define('notices-page', NoticesPage);
