/** Customers whose feed somebody should look at. */
import { get } from '../api.js';
import { badges, outcomeOf } from '../parts/feed.js';
import { more } from '../parts/more.js';
import { empty } from '../parts/states.js';
import { href } from '../router.js';
import { distance, t } from '../texts.js';
import { html, nothing, PagedReading, View } from '../view.js';

const STANDINGS = ['faulty', 'old'];

class FeedsPage extends View {
  heading() {
    return t('feeds.title');
  }

  opened() {
    this.queryChanged();
  }

  queryChanged() {
    this.standing = STANDINGS.includes(this.query.standing) ? this.query.standing : STANDINGS[0];
    this.list = new PagedReading(this, async (cursor, signal) => {
      const filter = { standing: this.standing, cursor };
      const { feeds: items, next } = await get('/support/feeds', filter, signal);
      return { items, next };
    });
    this.update();
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('desk')}>${t('desk.title')}</a></p>
      <h1 tabindex="-1">${t('feeds.title')}</h1>
      <div class="filters of-desk">
        <div class="field inline">
          <label class="label" for="feeds-standing">${t('feeds.standing')}</label>
          <select
            id="feeds-standing"
            @change=${event => (location.hash = href('desk', 'feeds', { standing: event.target.value }))}
          >
            ${STANDINGS.map(
              standing =>
                html`<option value=${standing} .selected=${standing === this.standing}>
                  ${t(`feeds.standing.${standing}`)}
                </option>`
            )}
          </select>
        </div>
      </div>
      ${this.list?.show(feeds =>
        feeds.length || this.list.next
          ? html`${table(feeds)} ${more(this.list)}`
          : empty(t('feeds.none'))
      ) ?? nothing}
    `;
  }
}

function table(feeds) {
  return html`
    <table class="table">
      <caption class="unseen">
        ${t('feeds.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('desk.customer')}</th>
          <th scope="col">${t('feed.file')}</th>
          <th scope="col">${t('feed.delivered')}</th>
          <th scope="col">${t('feeds.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        ${feeds.map(row)}
      </tbody>
    </table>
  `;
}

function row({ legalEntityId, name, newest }) {
  return html`
    <tr>
      <th scope="row">
        <a href=${href('desk', 'customers', legalEntityId, 'feed')}>${name ?? legalEntityId}</a>
      </th>
      <td data-label=${t('feed.file')} class="path">${newest.file.split('/').at(-1)}</td>
      <td data-label=${t('feed.delivered')}>
        <time datetime=${newest.deliveredAt}>${distance(newest.deliveredAt)}</time>
      </td>
      <td data-label=${t('feeds.outcome')}>${outcomeOf(newest)} ${badges(newest)}</td>
    </tr>
  `;
}

customElements.define('feeds-page', FeedsPage);
