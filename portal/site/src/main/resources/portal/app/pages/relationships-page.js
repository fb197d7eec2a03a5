/** Customers > Customer relationships: everyone the supplier is, was or wants to be connected with. */
import { get } from '../api.js';
import { more } from '../parts/more.js';
import { challengeLink } from '../parts/outcome.js';
import { stateBadge, ticketLink } from '../parts/outlook.js';
import { empty, loading } from '../parts/states.js';
import { go, href } from '../router.js';
import { day, t } from '../texts.js';
import { html, nothing, PagedReading, View } from '../view.js';

const STATES = ['connected', 'pending', 'challenge', 'suspended', 'declined', 'expired', 'ended'];

class RelationshipsPage extends View {
  list = new PagedReading(this, async (cursor, signal) => {
    const { relationships: items, next } = await get('/relationships', { cursor }, signal);
    return { items, next };
  });

  heading() {
    return t('relationships.title');
  }

  template() {
    return html`
      <div class="head">
        <h1 tabindex="-1">${t('relationships.title')}</h1>
        <a class="button first" href=${href('customers')}>${t('customers.title')}</a>
      </div>
      ${this.list.show(() => this.relationships())}
    `;
  }

  queryChanged() {
    this.update();
  }

  drawn() {
    if (this.list.next && !this.list.moreFailure && this.shown().length === 0) {
      this.more();
    }
  }

  /** The state that is chosen; nothing where all are shown. */
  get state() {
    return STATES.includes(this.query.state) ? this.query.state : '';
  }

  shown() {
    return this.list.items.filter(found => this.state === '' || found.state === this.state);
  }

  /** Reads on until there is one more to be shown. */
  async more() {
    if (this.readingOn) {
      return;
    }
    this.readingOn = true;
    const before = this.shown().length;
    do {
      await this.list.more();
    } while (
      this.isConnected &&
      this.list.next &&
      !this.list.moreFailure &&
      this.shown().length === before
    );
    this.readingOn = false;
  }

  relationships() {
    const { state } = this;
    const shown = this.shown();
    return html`
      <div class="field inline">
        <label class="label" for="relationships-state">${t('relationships.filter')}</label>
        <select
          id="relationships-state"
          @change=${event =>
            go('relationships', event.target.value ? { state: event.target.value } : {})}
        >
          <option value="" .selected=${state === ''}>${t('relationships.allStates')}</option>
          ${STATES.map(
            option =>
              html`<option value=${option} .selected=${option === state}>
                ${t(`relationship.${option}`)}
              </option>`
          )}
        </select>
      </div>
      ${this.found(shown)}
    `;
  }

  /** That there are none is said where all have been read. */
  found(shown) {
    if (shown.length === 0 && this.list.next && !this.list.moreFailure) {
      return loading();
    }
    return html`
      ${shown.length ? table(shown) : nothing}
      ${shown.length || this.list.next ? nothing : empty(t('relationships.none'))}
      ${more(this.list, () => this.more())}
    `;
  }
}

function table(relationships) {
  return html`
    <table class="table">
      <caption class="unseen">
        ${t('relationships.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('relationships.customer')}</th>
          <th scope="col">${t('relationships.state')}</th>
          <th scope="col">${t('relationships.since')}</th>
          <th scope="col">${t('relationships.how')}</th>
          <th scope="col">${t('relationships.vendorNumbers')}</th>
          <th scope="col">${t('relationships.ticket')}</th>
        </tr>
      </thead>
      <tbody>
        ${relationships.map(
          ({
            legalEntityId,
            name,
            state,
            since,
            how,
            vendorNumbers = [],
            ticketNumber,
            challengeId,
          }) => html`
            <tr>
              <th scope="row"><a href=${href('relationships', legalEntityId)}>${name}</a></th>
              <td data-label=${t('relationships.state')}>
                ${stateBadge(state)}
                ${challengeId ? html`<div>${challengeLink(challengeId)}</div>` : nothing}
              </td>
              ${cell('since', since && html`<time datetime=${since}>${day(since)}</time>`)}
              ${cell('how', how && t(`relationship.how.${how}`))}
              ${cell('vendorNumbers', vendorNumbers.join(', '))}
              ${cell('ticket', ticketNumber && ticketLink(ticketNumber))}
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

/** A phone names each cell, and leaves those out that are empty. */
function cell(column, value) {
  return html`<td data-label=${value ? t(`relationships.${column}`) : nothing}>${value || nothing}</td>`;
}

customElements.define('relationships-page', RelationshipsPage);
