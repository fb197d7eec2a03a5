/** Please note: every notice, newest first. Looking at them marks none as read. */
import { get } from '../api.js';
import { more } from '../parts/more.js';
import { noticeList } from '../parts/notice-list.js';
import { empty } from '../parts/states.js';
import { NOTICES_TITLE, Unread } from '../parts/unread.js';
import { t } from '../texts.js';
import { html, PagedReading, View } from '../view.js';

class NoticesPage extends View {
  list = new PagedReading(this, async (cursor, signal) => {
    const page = await get('/notices', { cursor }, signal);
    return { ...page, items: page.notices };
  });
  unread = new Unread(this, this.list.first);

  heading() {
    return t('notices.title');
  }

  template() {
    return html`
      <div class="titled">
        <h1 id=${NOTICES_TITLE} tabindex="-1">${t('notices.title')}</h1>
        ${this.unread.count()}
      </div>
      ${this.unread.button()}
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
