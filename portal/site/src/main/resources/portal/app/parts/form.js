/** Forms that forgive: what was typed is kept, and a mistake is said beside its field. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { draft, dropDraft, keepDraft } from '../drafts.js';
import { language, t } from '../texts.js';
import { mistakeIn, wordsOfKind } from './mistakes.js';
import { wordsOf } from './states.js';

/** The values of a form, its mistakes, and its way to the API. */
export class Form {
  #view;
  #begun;
  #send;
  #isDone;
  #rules = {};

  /**
   * @param name what its draft is kept under
   * @param values by the names of the fields; a draft is preferred to them
   * @param send makes a promise of the answer to the values and to a key that names this request
   * @param isDone whether an answer leaves nothing to be sent again; else the draft is kept
   */
  constructor(view, { name, values, send, isDone = () => true }) {
    this.#view = view;
    this.#begun = values;
    this.#send = send;
    this.#isDone = isDone;
    this.name = name;
    /** In words, as functions: they are said in the language that the user has chosen by then. */
    this.mistakes = {};
    const kept = draft(name);
    this.restored = kept !== undefined;
    this.values = { ...values, ...kept };
    this.key = crypto.randomUUID();
  }

  change(field, value) {
    this.values = { ...this.values, [field]: value };
    delete this.mistakes[field];
    // Other values are another request.
    this.key = crypto.randomUUID();
    keepDraft(this.name, this.values);
    this.#view.update();
  }

  /** Begins anew, with these values. */
  reset(values) {
    dropDraft(this.name);
    this.#begun = values;
    this.values = values;
    this.mistakes = {};
    this.failure = undefined;
    this.restored = false;
    this.#view.update();
  }

  /**
   * Sends the values unless one of the required ones is empty, or there is a mistake.
   *
   * @param mistakesOf says what is wrong beyond length and kind, by the names of the fields, as
   *   functions that give the words
   * @returns the answer; nothing where it was not sent, or was refused
   */
  async submit(event, required, mistakesOf = () => ({})) {
    event.preventDefault();
    if (this.sending) {
      return undefined;
    }
    this.failure = undefined;
    this.mistakes = {
      ...this.#mistakes(),
      ...mistakesOf(this.values),
      ...Object.fromEntries(
        required
          .filter(field => `${this.values[field] ?? ''}`.trim() === '')
          .map(field => [field, () => t('form.required')])
      ),
    };
    if (Object.keys(this.mistakes).length > 0) {
      this.#focusMistake();
      return undefined;
    }
    this.sending = true;
    this.#view.update();
    try {
      const answer = await this.#send(this.values, this.key);
      if (this.#isDone(answer)) {
        dropDraft(this.name);
      }
      this.key = crypto.randomUUID();
      this.restored = false;
      return answer;
    } catch (failed) {
      this.#refused(failed);
      return undefined;
    } finally {
      this.sending = false;
      this.#view.update();
    }
  }

  /** What does not fit the length and the kind of its field. */
  #mistakes() {
    return Object.fromEntries(
      Object.entries(this.#rules)
        .map(([field, rules]) => [field, mistakeIn(this.values[field] ?? '', rules)])
        .filter(([, mistake]) => mistake)
    );
  }

  #refused(failed) {
    const field = failed.field?.replace(/\[\d+\]$/, '');
    if (field !== undefined && field in this.values) {
      this.mistakes = { [field]: () => this.#wordsOf(field, failed) };
      this.#focusMistake();
    } else {
      this.failure = failed;
    }
  }

  /** The API says more of a mistake than its kind, in English. */
  #wordsOf(field, failed) {
    return language() === 'en' ? failed.message : wordsOfKind(this.#rules[field])();
  }

  async #focusMistake() {
    this.#view.update();
    await new Promise(requestAnimationFrame);
    this.#view.querySelector('[aria-invalid="true"]')?.focus();
  }

  /**
   * A field with its label, its help and its mistake. What is too long is not cut off, but said.
   *
   * @param kind what is to be typed: `mail`, `day`, `number`, or `count`, a whole number from
   *   `least` to `most`; anything without one
   */
  field(
    name,
    {
      label,
      help,
      readBack,
      kind,
      least,
      most,
      rows,
      options,
      required,
      autocomplete,
      maxlength,
    }
  ) {
    this.#rules[name] = { kind, maxlength, least, most };
    const id = `${this.name}-${name}`;
    const mistake = this.mistakes[name];
    const described = [help && `${id}-help`, mistake && `${id}-mistake`].filter(Boolean).join(' ');
    const value = this.values[name] ?? '';
    const typed = event => this.change(name, event.target.value);
    const invalid = mistake ? 'true' : nothing;
    const describedBy = described || nothing;
    let control;
    if (options) {
      control = html`<select
        id=${id}
        name=${name}
        autocomplete=${autocomplete ?? nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        aria-required=${required ? 'true' : nothing}
        @change=${typed}
      >
        <option value="" ?selected=${value === ''}></option>
        ${options.map(
          ([code, text]) => html`<option value=${code} .selected=${code === value}>${text}</option>`
        )}
      </select>`;
    } else if (rows) {
      control = html`<textarea
        id=${id}
        name=${name}
        rows=${rows}
        autocomplete=${autocomplete ?? nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        aria-required=${required ? 'true' : nothing}
        .value=${live(value)}
        @input=${typed}
      ></textarea>`;
    } else {
      control = html`<input
        id=${id}
        name=${name}
        type=${kind === 'mail' ? 'email' : 'text'}
        inputmode=${{ number: 'decimal', count: 'numeric' }[kind] ?? nothing}
        autocomplete=${autocomplete ?? nothing}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        aria-required=${required ? 'true' : nothing}
        .value=${live(value)}
        @input=${typed}
      />`;
    }
    return html`
      <div class="field">
        <label class="label" for=${id}
          >${label}${required
            ? nothing
            : html` <span class="optional">${t('form.optional')}</span>`}</label
        >
        ${help ? html`<p class="help" id="${id}-help">${help}</p>` : nothing}
        ${mistake ? html`<p class="mistake" id="${id}-mistake">${mistake()}</p>` : nothing}
        ${control} ${readBack ? html`<p class="help read-back">${readBack}</p>` : nothing}
      </div>
    `;
  }

  /** What went wrong with the form as a whole, and that a draft was found. */
  notes() {
    return html`
      ${this.restored
        ? restoredNote(t('form.restored'), event => this.#discard(event))
        : nothing}
      ${this.failure
        ? html`<p class="note bad" role="alert">${wordsOf(this.failure)}</p>`
        : nothing}
    `;
  }

  #discard(event) {
    const form = event.currentTarget.closest('form');
    this.reset(this.#begun);
    form.querySelector('input, select, textarea').focus();
  }
}

/** That a draft was found, with the way to be rid of it. */
export function restoredNote(text, discard) {
  return html`
    <div class="note restored" role="status">
      <p>${text}</p>
      <button type="button" class="button small" @click=${discard}>${t('form.discard')}</button>
    </div>
  `;
}
