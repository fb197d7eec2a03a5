/** What a screen reader is told of changes that the eye sees. */
import { html } from '../../lib/lit-html/lit-html.js';

const ID = 'announcements';

/** The place that announcements are made in. */
export function announcements() {
  return html`<p id=${ID} class="unseen" role="status"></p>`;
}

export function announce(text) {
  const place = document.getElementById(ID);
  if (place) {
    place.textContent = text;
  }
}
