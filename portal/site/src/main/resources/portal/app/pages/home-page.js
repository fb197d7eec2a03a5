/** Where a supplier begins: the way to the first customer, and what is new. */
import { get } from '../api.js';
import { noticeList } from '../parts/notice-list.js';
import '../parts/paid-panel.js';
import { empty } from '../parts/states.js';
import { NOTICES_TITLE, Unread } from '../parts/unread.js';
import { href } from '../router.js';
import { user } from '../sign-in.js';
import { number, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const NEWEST = 5;
const STATES = ['connected', 'pending', 'declined', 'expired'];

class HomePage extends View {
  account = new Reading(this, signal => get('/account', {}, signal));
  notices = new Reading(this, signal => get('/notices', {}, signal));
  unread = new Unread(this, this.notices);
  relationships = new Reading(this, signal => get('/relationships', {}, signal));

  heading() {
    return t('home.title');
  }

  template() {
    return html`
      <section class="hero">
        <h1 tabindex="-1">${t('home.greeting', { name: user()?.name ?? '' })}</h1>
        <p class="lead">${t('home.lead')}</p>
        <p class="actions">
          <a class="button first large" href=${href('customers')}>${t('home.getStarted')}</a>
        </p>
      </section>
      ${this.account.value && !this.account.value.complete ? incomplete() : nothing}
      <paid-panel></paid-panel>
      <div class="panels">
        <section class="panel wide" aria-labelledby=${NOTICES_TITLE}>
          <header class="panel-head">
            <div class="titled">
              <h2 id=${NOTICES_TITLE} tabindex="-1">${t('notices.title')}</h2>
              ${this.unread.count()}
            </div>
            <a href=${href('notices')}
              >${t('notices.viewAll')}<span class="unseen">: ${t('notices.title')}</span></a
            >
          </header>
          ${this.notices.show(({ notices }) =>
            notices.length
              ? html`${noticeList(notices.slice(0, NEWEST))}
                  <div class="panel-foot">${this.unread.button()}</div>`
              : empty(t('notices.none'))
          )}
        </section>
        <section class="panel" aria-labelledby="relationships-title">
          <header class="panel-head">
            <h2 id="relationships-title">${t('relationships.title')}</h2>
            <a href=${href('relationships')}
              >${t('notices.viewAll')}<span class="unseen">: ${t('relationships.title')}</span></a
            >
          </header>
          ${this.relationships.show(({ relationships, next }) => counts(relationships, next))}
        </section>
      </div>
    `;
  }
}

/** How many stand where; "+" where there are more than one page tells. */
function counts(relationships, next) {
  return html`
    <ul class="counts">
      ${STATES.map(state => {
        const count = relationships.filter(found => found.state === state).length;
        return html`<li>
          <a href=${href('relationships', { state })}>
            <b>${number(count)}${next ? '+' : ''}</b>
            <span>${t(`relationship.${state}`)}</span>
          </a>
        </li>`;
      })}
    </ul>
  `;
}

function incomplete() {
  return html`
    <p class="note">
      ${t('home.incomplete')}
      <a href=${href('account', { then: '#/' })}>${t('connect.complete')}</a>
    </p>
  `;
}

customElements.define('home-page', HomePage);
