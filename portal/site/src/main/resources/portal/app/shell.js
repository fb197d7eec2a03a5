/** What stands around every page: header, menus, search, the page's place, and its states. */
import { SIGN_IN_EXPIRED } from './api.js';
import { forgetDrafts } from './drafts.js';
import { Unreachable } from './servers.js';
import { announcements } from './parts/announce.js';
import './parts/customer-search.js';
import { failure, wordsOf } from './parts/states.js';
import { href, open, route } from './router.js';
import { isSupport, signIn, SignedOut, signOut, takeAnswer, user } from './sign-in.js';
import { LANGUAGES, language, rememberLanguage, t, useLanguage } from './texts.js';
import { html, nothing, stay, updateAll, View } from './view.js';

const CUSTOMERS = ['customers-page', 'missing-customer-page', 'group-page', 'challenge-page'];
const RELATIONSHIPS = ['relationships-page', 'relationship-page'];
const PAYMENTS = ['invoices-page', 'practice-page', 'practice-challenge-page'];
const TICKETS = ['tickets-page', 'ticket-page'];
const DESK = ['desk-page', 'case-page', 'customer-settings-page', 'feeds-page', 'feed-page'];

class Shell extends View {
  state = 'starting';
  /** Words for what has gone wrong with a button of the shell's own, by the place they are for. */
  failures = {};

  async start() {
    try {
      await takeAnswer();
    } catch (failed) {
      if (!(failed instanceof SignedOut)) {
        throw failed;
      }
      this.refused = true;
    }
    addEventListener('hashchange', () => {
      this.failures = {};
      this.navigate();
    });
    addEventListener('offline', updateAll);
    addEventListener('online', () => this.online());
    addEventListener('keydown', event => this.closeMenus(event));
    addEventListener('click', event => this.closeMenus(event));
    document.addEventListener(SIGN_IN_EXPIRED, () => this.expired());
    this.state = user() ? 'signed-in' : 'signed-out';
    await this.navigate({ first: true });
  }

  /** Something without which there is no portal at all. */
  fail(failed) {
    this.state = 'failed';
    this.failure = failed;
    this.update();
  }

  async navigate({ first } = {}) {
    const wanted = this.state === 'signed-in' ? route() : { page: 'welcome-page' };
    const run = (this.run = {});
    this.querySelectorAll('details.menu[open]').forEach(menu => (menu.open = false));
    if (this.page && !this.page.failed && samePage(this.route, wanted)) {
      this.route = wanted;
      this.page.query = wanted.query;
      this.page.queryChanged?.();
      this.setAttribute('shows', location.hash);
      this.update();
      return;
    }
    let page;
    try {
      page = await open(wanted);
    } catch (failed) {
      page = document.createElement('div');
      page.failed = failed;
    }
    if (run !== this.run) {
      return;
    }
    this.route = wanted;
    this.page = page;
    page.refused = this.refused;
    this.draw();
    // For who waits for a page: it is there.
    this.setAttribute('shows', location.hash);
    document.title = this.fullTitle();
    if (!first) {
      scrollTo(0, 0);
      this.focusPage();
    }
  }

  online() {
    updateAll();
    if (this.page?.failed instanceof Unreachable) {
      this.navigate();
    }
  }

  /** Opens a page that could not be loaded; the portal begins anew where the page itself is at fault. */
  again() {
    if (this.page.failed instanceof Unreachable) {
      this.navigate();
    } else {
      location.reload();
    }
  }

  /** A page begins at its heading, for the eye and for the screen reader. */
  focusPage() {
    const target =
      this.page.focusTarget?.() ?? this.page.querySelector('h1') ?? this.querySelector('main');
    target.focus();
  }

  fullTitle() {
    const heading = this.page.heading?.();
    return heading ? `${heading} – CustomerConnect` : 'CustomerConnect';
  }

  template() {
    if (this.state === 'starting') {
      return nothing;
    }
    if (this.state === 'failed') {
      return html`<main class="page">${failure(this.failure, () => location.reload())}</main>`;
    }
    return html`
      <a class="skip" href="#main" @click=${event => this.skip(event)}>${t('shell.skip')}</a>
      <header class="top">
        <div class="top-row">
          <a class="brand" href=${href('')}>
            <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
              <rect width="32" height="32" rx="7" />
              <circle class="open" cx="10" cy="16" r="4.5" />
              <circle class="full" cx="22" cy="16" r="4.5" />
              <path d="M14.5 16h3.5" />
            </svg>
            CustomerConnect
          </a>
          ${this.state === 'signed-in' ? this.navigation() : nothing}
          <div class="top-end">
            ${this.state === 'signed-in' ? this.search() : nothing} ${this.languages()}
            ${this.state === 'signed-in' ? this.account() : nothing}
          </div>
        </div>
      </header>
      ${navigator.onLine ? nothing : html`<p class="banner" role="status">${t('shell.offline')}</p>`}
      <main id="main" class="page" tabindex="-1">
        ${this.wentWrong('page')}
        ${this.page?.failed
          ? failure(this.page.failed, () => this.again())
          : (this.page ?? nothing)}
      </main>
      <footer class="bottom">
        <p>${t('shell.footer')}</p>
        ${this.state === 'signed-in'
          ? html`<p><a href=${href('help')}>${t('help.title')}</a></p>`
          : nothing}
      </footer>
      ${announcements()}
      <dialog class="dialog" id="expired" aria-labelledby="expired-title" @cancel=${stay}>
        <h2 id="expired-title">${t('expired.title')}</h2>
        <p>${t('expired.text')}</p>
        ${this.wentWrong('expired')}
        <p class="actions">
          <button class="button first" @click=${() => this.attempt('expired', () => signIn())}>${t('expired.action')}</button>
        </p>
      </dialog>
    `;
  }

  navigation() {
    return html`
      <nav class="nav" aria-label=${t('shell.navigation')}>
        <ul>
          <li>${this.link([''], ['home-page'], t('home.title'))}</li>
          <li>
            <details class="menu" name="menu">
              <summary class=${this.within(CUSTOMERS, RELATIONSHIPS) ? 'current' : ''}>
                ${t('customers.menu')}
              </summary>
              <ul>
                <li>${this.link(['customers'], CUSTOMERS, t('customers.title'))}</li>
                <li>${this.link(['relationships'], RELATIONSHIPS, t('relationships.title'))}</li>
              </ul>
            </details>
          </li>
          <li>${this.link(['invoices'], PAYMENTS, t('invoices.menu'))}</li>
          <li>${this.link(['tickets'], TICKETS, t('tickets.title'))}</li>
          ${isSupport() ? html`<li>${this.link(['desk'], DESK, t('desk.title'))}</li>` : nothing}
        </ul>
      </nav>
    `;
  }

  link(parts, pages, text) {
    const current = this.within(pages);
    return html`<a href=${href(...parts)} aria-current=${current ? 'page' : nothing}>${text}</a>`;
  }

  within(...pages) {
    return pages.flat().includes(this.route?.page);
  }

  /** The page with the large search field needs no second one. */
  search() {
    return this.within(['customers-page'])
      ? nothing
      : html`<customer-search
          class="top-search ${this.within(['home-page']) ? '' : 'wide-only'}"
          name="top"
        ></customer-search>`;
  }

  languages() {
    return html`
      <ul class="languages" aria-label=${t('shell.language')}>
        ${Object.entries(LANGUAGES).map(
          ([tag, name]) => html`
            <li>
              <button
                class="quiet"
                lang=${tag}
                aria-pressed=${tag === language()}
                aria-label=${name}
                @click=${() => this.speak(tag)}
              >
                ${tag.toUpperCase()}
              </button>
            </li>
          `
        )}
      </ul>
    `;
  }

  account() {
    const { name, email } = user();
    return html`
      <details class="menu at-end" name="menu">
        <summary>${t('account.menu')}</summary>
        <ul>
          <li class="who">${name ?? email}</li>
          <li>${this.link(['account'], ['account-page'], t('account.title'))}</li>
          <li>${this.link(['help'], ['help-page'], t('help.title'))}</li>
          <li>
            <button class="item" @click=${() => this.leave()}>${t('shell.signOut')}</button>
          </li>
        </ul>
      </details>
    `;
  }

  speak(tag) {
    return this.attempt('page', async () => {
      await useLanguage(tag);
      rememberLanguage(tag);
      updateAll();
      document.title = this.fullTitle();
    });
  }

  /** Whatever the sign-in page can be told, the user is signed out here. */
  async leave() {
    forgetDrafts();
    try {
      await signOut();
    } catch {
      this.state = 'signed-out';
      await this.navigate();
      this.failures = { page: () => t('shell.signedOutHere') };
      this.update();
    }
  }

  /** Does what a button is for; what goes wrong is said at the place. */
  async attempt(place, action) {
    this.failures = {};
    this.update();
    try {
      await action();
    } catch (failed) {
      this.failures = { [place]: () => wordsOf(failed) };
      this.update();
    }
  }

  wentWrong(place) {
    const words = this.failures[place];
    return words ? html`<p class="note bad" role="alert">${words()}</p>` : nothing;
  }

  expired() {
    const dialog = this.querySelector('#expired');
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  skip(event) {
    event.preventDefault();
    this.focusPage();
  }

  /** Escape, and a click elsewhere, close a menu. */
  closeMenus(event) {
    for (const menu of this.querySelectorAll('details.menu[open]')) {
      if (event.key === 'Escape') {
        menu.open = false;
        menu.querySelector('summary').focus();
      } else if (event.type === 'click' && !menu.contains(event.target)) {
        menu.open = false;
      }
    }
  }
}

function samePage(one, other) {
  return one.page === other.page && JSON.stringify(one.params) === JSON.stringify(other.params);
}

customElements.define('portal-shell', Shell);
