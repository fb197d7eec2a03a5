/** What a visitor sees who is not signed in. */
import { signIn } from '../sign-in.js';
import { t } from '../texts.js';
import { html, nothing, View } from '../view.js';
import { failure } from '../parts/states.js';

class WelcomePage extends View {
  heading() {
    return t('welcome.title');
  }

  template() {
    return html`
      <section class="hero">
        <h1 tabindex="-1">${t('welcome.heading')}</h1>
        <p class="lead">${t('welcome.text')}</p>
        ${this.refused ? html`<p class="note bad" role="alert">${t('welcome.refused')}</p>` : nothing}
        ${this.failure
          ? failure(this.failure, () => this.signIn())
          : html`<p class="actions">
              <button class="button first large" @click=${() => this.signIn()}>
                ${t('welcome.action')}
              </button>
            </p>`}
      </section>
      <ol class="steps">
        ${['find', 'connect', 'paid'].map(
          step => html`<li>
            <h2>${t(`welcome.${step}`)}</h2>
            <p>${t(`welcome.${step}.text`)}</p>
          </li>`
        )}
      </ol>
    `;
  }

  async signIn() {
    this.failure = undefined;
    try {
      await signIn();
    } catch (failed) {
      this.failure = failed;
    }
    this.update();
  }
}

customElements.define('welcome-page', WelcomePage);
