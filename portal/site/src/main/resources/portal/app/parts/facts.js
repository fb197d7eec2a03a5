/** Facts about one thing, each with its name. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';

/** @param pairs `[name, value]`; those without a value are left out */
export function facts(pairs) {
  return html`
    <dl class="facts">
      ${pairs.map(([name, value]) =>
        value === undefined || value === '' || value === nothing
          ? nothing
          : html`<div><dt>${name}</dt><dd>${value}</dd></div>`
      )}
    </dl>
  `;
}
