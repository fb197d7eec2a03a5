/** What stands in the place of something that is awaited, has failed, or is not there. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { Unreachable } from '../servers.js';
import { SignedOut } from '../sign-in.js';
import { known, language, t } from '../texts.js';

export function loading() {
  return html`
    <div class="loading" role="status">
      <span class="unseen">${t('state.loading')}</span>
      <span class="bar"></span><span class="bar"></span><span class="bar"></span>
    </div>
  `;
}

export function empty(text, action = nothing) {
  return html`<div class="empty"><p>${text}</p>${action}</div>`;
}

/** What went wrong in words, and a way to try again. */
export function failure(failed, again) {
  return html`
    <div class="failure" role="alert">
      <p>${wordsOf(failed)}</p>
      <button class="button" @click=${again}>${t('state.again')}</button>
    </div>
  `;
}

/** What went wrong, for the user. */
export function wordsOf(failed) {
  if (failed instanceof Unreachable) {
    return failed.offline ? t('state.offline') : t('state.unreachable');
  }
  if (failed instanceof SignedOut || failed.status === 401) {
    return t('expired.title');
  }
  if (failed.kind) {
    // The API speaks English and knows more than the kind of problem.
    return language() === 'en' ? failed.message : known(`problem.${failed.kind}`, 'state.failed');
  }
  return failed.status === 429 ? t('state.tooMuch') : t('state.failed');
}
