/** A short guide. */
import { t } from '../texts.js';
import { html, View } from '../view.js';

const CHAPTERS = ['find', 'connect', 'group', 'ticket', 'missing', 'paid', 'test', 'keyboard'];

class HelpPage extends View {
  heading() {
    return t('help.title');
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('help.title')}</h1>
      <div class="prose sheet">
        ${CHAPTERS.map(
          chapter => html`
            <h2>${t(`help.${chapter}`)}</h2>
            <p>${t(`help.${chapter}.text`)}</p>
          `
        )}
      </div>
    `;
  }
}

customElements.define('help-page', HelpPage);
