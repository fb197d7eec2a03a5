/** The three steps of a challenge, of which one is the current one. */
import { t } from '../texts.js';
import { html, nothing } from '../view.js';

const STEPS = { 'step-1': 1, 'step-2': 2, passed: 3 };

/** @param state the challenge's; where it ended otherwise, no step is the current one */
export function progressSteps(state) {
  return html`
    <ol class="progress-steps">
      ${[1, 2, 3].map(
        step => html`<li aria-current=${STEPS[state] === step ? 'step' : nothing}>
          ${t(`challenge.step.${step}`)}
        </li>`
      )}
    </ol>
  `;
}

/** What the step is called that a challenge is at. */
export function stepName(state) {
  return t(`challenge.step.${STEPS[state]}`);
}
