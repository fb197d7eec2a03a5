/** A button for what cannot be taken back: it asks before anything happens. */
import { t } from '../texts.js';
import { html } from '../view.js';

/**
 * @param title of the question, and @param text the question
 * @param action what the button says, and the one in the dialog that means yes
 * @param busy what the button says while it goes on; nothing while it does not
 * @param go does it
 */
export function askFirst({ title, text, action, busy, go }) {
  return html`
    <div class="actions">
      <button
        class="button danger"
        aria-disabled=${busy === undefined ? 'false' : 'true'}
        @click=${event => busy ?? event.currentTarget.nextElementSibling.showModal()}
      >
        ${busy ?? action}
      </button>
      <dialog class="dialog" aria-label=${title} @close=${event => decided(event.target, go)}>
        <form method="dialog">
          <h2>${title}</h2>
          <p>${text}</p>
          <p class="actions">
            <button class="button danger" value="yes">${action}</button>
            <button class="button" value="">${t('form.cancel')}</button>
          </p>
        </form>
      </dialog>
    </div>
  `;
}

function decided(dialog, go) {
  const yes = dialog.returnValue === 'yes';
  dialog.returnValue = '';
  if (yes) {
    go();
  }
}
