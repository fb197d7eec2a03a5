/** The search field for customers: results while typing, as a combobox with a list of options. */
import { get } from '../api.js';
import { go } from '../router.js';
import { country, t } from '../texts.js';
import { html, nothing, View } from '../view.js';
import { live } from '../../lib/lit-html/directives/live.js';
import { announce } from './announce.js';
import { matches } from './matches.js';
import { actionOf, outlook, stateBadge } from './outlook.js';
import { wordsOf } from './states.js';

/** Who types on within this time is not searched for yet. */
const PAUSE = 120;

export class CustomerSearch extends View {
  typed = '';
  results = [];
  resultsFor = '';
  open = false;
  active = -1;

  get name() {
    return this.getAttribute('name');
  }

  get input() {
    return this.querySelector('input');
  }

  closed() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  template() {
    const list = `${this.name}-results`;
    const shown = this.open && this.typed.trim() !== '';
    return html`
      <form
        class="search"
        role="search"
        @submit=${event => this.submit(event)}
        @focusout=${event => this.left(event)}
      >
        <label class=${this.hasAttribute('prominent') ? 'label' : 'unseen'} for="${this.name}-input"
          >${t('search.label')}</label
        >
        <div class="search-field">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 4.5 4.5" />
          </svg>
          <input
            id="${this.name}-input"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            maxlength="500"
            placeholder=${t('search.placeholder')}
            aria-autocomplete="list"
            aria-expanded=${shown}
            aria-controls=${list}
            aria-activedescendant=${shown && this.active >= 0 ? this.optionId(this.active) : nothing}
            .value=${live(this.typed)}
            @input=${event => this.type(event.target.value)}
            @keydown=${event => this.key(event)}
          />
          ${this.hasAttribute('prominent')
            ? html`<button class="button first">${t('search.action')}</button>`
            : nothing}
        </div>
        <div class="options" ?hidden=${!shown} aria-busy=${this.busy ? 'true' : 'false'}>
          ${this.failure ? html`<p class="options-note">${wordsOf(this.failure)}</p>` : nothing}
          ${this.note()}
          <ul id=${list} role="listbox" aria-label=${t('search.results')}>
            ${this.options().map((option, index) => this.option(option, index))}
          </ul>
        </div>
      </form>
    `;
  }

  note() {
    const nothingFound =
      !this.failure && this.results.length === 0 && this.resultsFor === this.typed.trim();
    return nothingFound
      ? html`<p class="options-note">${t('search.none', { name: this.typed.trim() })}</p>`
      : nothing;
  }

  /** What was found, and at the end the way on for whom nothing fits. */
  options() {
    return [...this.results, { kind: 'missing' }];
  }

  optionId(index) {
    return `${this.name}-option-${index}`;
  }

  option(option, index) {
    return html`
      <li
        id=${this.optionId(index)}
        role="option"
        class="option ${option.kind}"
        aria-selected=${index === this.active}
        @mousedown=${event => event.preventDefault()}
        @click=${() => this.choose(option)}
      >
        ${option.kind === 'missing' ? t('missing.title') : describe(option, this.resultsFor)}
      </li>
    `;
  }

  drawn() {
    if (this.active >= 0 && this.open) {
      this.querySelector(`#${this.optionId(this.active)}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Puts a name into the field without searching for it. */
  show(typed) {
    this.typed = typed;
    this.close();
  }

  type(typed) {
    this.typed = typed;
    this.open = true;
    this.active = -1;
    clearTimeout(this.timer);
    if (typed.trim() === '') {
      this.request?.abort();
      this.results = [];
      this.resultsFor = '';
    } else {
      this.timer = setTimeout(() => this.find(typed.trim()), PAUSE);
    }
    this.update();
  }

  /** Asks for a name; whatever is still on its way for an older one is dropped. */
  async find(name) {
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.busy = true;
    this.failure = undefined;
    try {
      const { results } = await get('/customers', { name }, request.signal);
      if (request === this.request) {
        this.results = results;
        this.resultsFor = name;
        this.active = -1;
        announce(
          results.length ? t('search.found', { count: results.length }) : t('search.none', { name })
        );
      }
    } catch (failed) {
      if (request === this.request && failed.name !== 'AbortError') {
        this.results = [];
        this.failure = failed;
      }
    }
    if (request === this.request) {
      this.busy = false;
      this.update();
    }
  }

  key(event) {
    const count = this.options().length;
    switch (event.key) {
      case 'ArrowDown':
        this.move(this.open ? (this.active + 1) % count : this.active, event);
        break;
      case 'ArrowUp':
        this.move(this.active <= 0 ? count - 1 : this.active - 1, event);
        break;
      case 'Escape':
        if (this.open && this.typed !== '') {
          event.preventDefault();
          this.close();
        } else {
          this.type('');
        }
        break;
      default:
    }
  }

  move(to, event) {
    event.preventDefault();
    if (this.typed.trim() !== '') {
      this.open = true;
      this.active = to;
      this.update();
    }
  }

  submit(event) {
    event.preventDefault();
    const name = this.typed.trim();
    if (this.open && this.active >= 0) {
      this.choose(this.options()[this.active]);
    } else if (name !== '') {
      this.leave();
      go('customers', { name });
    } else {
      this.input.focus();
    }
  }

  choose(option) {
    const name = this.typed.trim();
    this.leave();
    if (option.kind === 'missing') {
      go('customers', 'missing', { name });
    } else if (option.kind === 'group') {
      go('customers', 'groups', option.groupId);
    } else {
      go('customers', { name, id: option.legalEntityId });
    }
  }

  /** The field in the header starts anew on the next page. */
  leave() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (!this.hasAttribute('prominent')) {
      this.typed = '';
      this.results = [];
    }
    this.close();
  }

  left(event) {
    if (!this.contains(event.relatedTarget)) {
      this.close();
    }
  }

  close() {
    this.open = false;
    this.active = -1;
    this.update();
  }
}

/** A result within the list: name, what tells namesakes apart, and what can be done. */
function describe(result, typed) {
  if (result.kind === 'group') {
    return html`
      <span class="option-name">${marked(result.name, typed)}</span>
      <span class="tag">${t('search.group')}</span>
      <span class="option-do">${t('group.show')}</span>
    `;
  }
  return html`
    <span class="option-name">${marked(result.name, typed)}</span>
    ${stateBadge(result.relationship.state)}
    ${result.matchedName
      ? html`<span class="option-also">${t('search.alsoKnown')} ${marked(result.matchedName, typed)}</span>`
      : nothing}
    <span class="option-facts">${facts(result)}</span>
    <span class="option-do ${actionOf(result)}">${outlook(result)}</span>
  `;
}

/** Country, city, identifier and group: what tells namesakes apart. */
export function facts({ city, country: code, identifier, groupName }) {
  return [
    [city, code && country(code)].filter(Boolean).join(', '),
    identifier,
    groupName && t('search.ofGroup', { group: groupName }),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function marked(name, typed) {
  return matches(name, typed).map(part =>
    part.matched ? html`<mark>${part.text}</mark>` : part.text
  );
}

customElements.define('customer-search', CustomerSearch);
