/** An address that leads nowhere. */
import { href } from '../router.js';
import { t } from '../texts.js';
import { html, View } from '../view.js';

class UnknownPage extends View {
  heading() {
    return t('unknown.title');
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('unknown.title')}</h1>
      <p class="lead">${t('unknown.text')}</p>
      <p><a class="button" href=${href('')}>${t('home.title')}</a></p>
    `;
  }
}

customElements.define('unknown-page', UnknownPage);
