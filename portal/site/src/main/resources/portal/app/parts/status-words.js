/** What a customer's own words for a status mean, as support has set it. */
import { get, put, segment } from '../api.js';
import { moment, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';
import { announce } from './announce.js';
import { Form } from './form.js';
import { empty } from './states.js';

const CODES = ['AB', 'IP', 'UQ', 'CA', 'RE', 'AP', 'PD'];
const NEED_REASON = ['UQ', 'CA', 'RE'];
const REASONS = [
  ...['PRI', 'QTY', 'ITM', 'QUA', 'DEL', 'REF', 'LEG', 'REC', 'UNR', 'PAY', 'FIN', 'PPD', 'NON'],
  'OTH',
];
const NOTHING_TYPED = { word: '', code: '', reason: '', why: '' };

class StatusWords extends View {
  /** @param value the id of the customer */
  set legalEntityId(value) {
    this.path = `/support/legal-entities/${segment(value)}/status-words`;
    this.formName = `words-${value}`;
  }

  opened() {
    this.takenBack = new Set();
    this.form = new Form(this, {
      name: this.formName,
      values: NOTHING_TYPED,
      send: values => put(this.path, { ...this.sent(values), version: this.found.value.version }),
    });
    this.found = new Reading(this, signal => get(this.path, {}, signal));
    this.update();
  }

  template() {
    return html`
      <section class="sheet" aria-labelledby="words-title">
        <h2 id="words-title" tabindex="-1">${t('statusWords.title')}</h2>
        <p class="help">${t('statusWords.help')}</p>
        ${this.found?.show(found => this.content(found)) ?? nothing}
      </section>
    `;
  }

  content({ words, unknown, changes }) {
    const { form } = this;
    return html`
      ${words.length ? this.table(words) : empty(t('statusWords.none'))}
      ${unknown.length ? this.unknown(unknown) : nothing}
      <form class="form" novalidate @submit=${event => this.save(event)}>
        ${form.notes()}
        ${form.field('word', {
          label: t('statusWords.word'),
          help: t('statusWords.word.help'),
          maxlength: 100,
        })}
        ${form.field('code', {
          label: t('statusWords.code'),
          options: CODES.map(code => [code, t(`status.${code}`)]),
        })}
        ${form.field('reason', {
          label: t('statusWords.reason'),
          help: t('statusWords.reason.help'),
          options: REASONS.map(reason => [reason, t(`reason.${reason}`)]),
        })}
        ${form.field('why', {
          label: t('statusWords.why'),
          help: t('customerSettings.reason.help'),
          required: true,
          rows: 2,
          maxlength: 1000,
        })}
        <p class="actions">
          <button class="button" aria-disabled=${form.sending ? 'true' : 'false'}>
            ${form.sending ? t('form.sending') : t('statusWords.action')}
          </button>
        </p>
      </form>
      ${changes.length
        ? html`
            <h3>${t('customerSettings.changes')}</h3>
            <ol class="history">
              ${changes.map(change)}
            </ol>
          `
        : nothing}
    `;
  }

  table(words) {
    return html`
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${t('statusWords.word')}</th>
            <th scope="col">${t('statusWords.code')}</th>
            <th scope="col">${t('statusWords.reason')}</th>
            <th scope="col">${t('statusWords.takeBack')}</th>
          </tr>
        </thead>
        <tbody>
          ${words.map(
            ({ word, code, reason }) => html`
              <tr>
                <th scope="row">${word}</th>
                <td data-label=${t('statusWords.code')}>${t(`status.${code}`)}</td>
                <td data-label=${reason ? t('statusWords.reason') : nothing}>
                  ${reason ? t(`reason.${reason}`) : nothing}
                </td>
                <td data-label=${t('statusWords.takeBack')}>
                  <input
                    type="checkbox"
                    aria-label=${t('statusWords.takeBack.word', { word })}
                    .checked=${this.takenBack.has(word)}
                    @change=${event => this.takeBack(word, event.target.checked)}
                  />
                </td>
              </tr>
            `
          )}
        </tbody>
      </table>
    `;
  }

  /** Pressed, a word is typed into the form. */
  unknown(unknown) {
    return html`
      <h3>${t('statusWords.unknown')}</h3>
      <p class="help">${t('statusWords.unknown.help')}</p>
      <ul>
        ${unknown.map(
          ({ word, rows }) => html`
            <li>
              <button type="button" class="button small" @click=${() => this.form.change('word', word)}>
                ${word}
              </button>
              (${t('statusWords.rows', { count: rows })})
            </li>
          `
        )}
      </ul>
    `;
  }

  takeBack(word, checked) {
    this.takenBack[checked ? 'add' : 'delete'](word);
    this.update();
  }

  /** The whole list: what is kept of it, and what was typed. */
  sent({ word, code, reason, why }) {
    const kept = this.found.value.words.filter(
      known => !this.takenBack.has(known.word) && known.word !== word.trim()
    );
    const typed = word.trim() ? [{ word, code, ...(reason ? { reason } : {}) }] : [];
    return { words: [...kept, ...typed], reason: why };
  }

  async save(event) {
    const found = await this.form.submit(event, ['why'], mistakes);
    if (found) {
      this.found.value = found;
      this.takenBack.clear();
      this.form.reset(NOTHING_TYPED);
      announce(t('statusWords.done'));
      this.draw();
      this.querySelector('h2').focus();
    } else if (this.form.failure?.kind === 'changed-meanwhile') {
      await this.readAgain();
    }
  }

  /** Somebody else has saved: what was typed here stays. */
  async readAgain() {
    try {
      this.found.value = await get(this.path);
    } catch (failed) {
      this.form.failure = failed;
    }
    this.draw();
    this.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }
}

/** A word is whole, with its reason where one is needed, or is not there. */
function mistakes({ word, code, reason }) {
  const missing = field => ({ [field]: () => t('form.required') });
  return {
    ...(word.trim() && !code ? missing('code') : {}),
    ...(!word.trim() && (code || reason) ? missing('word') : {}),
    ...(NEED_REASON.includes(code) && !reason ? missing('reason') : {}),
  };
}

function change({ at, by, words, reason }) {
  return html`
    <li>
      <span class="dot" aria-hidden="true"></span>
      <div>
        <p>${t('statusWords.count', { count: words })}</p>
        <blockquote>${reason}</blockquote>
        <p class="muted"><time datetime=${at}>${moment(at)}</time> · ${by}</p>
      </div>
    </li>
  `;
}

customElements.define('status-words', StatusWords);
