/** Customers > Customer relationships: everyone the supplier is, was or wants to be connected with. */
import { get } from '../api.js';
import { more } from '../parts/more.js';
import { stateBadge, ticketLink } from '../parts/outlook.js';
import { empty } from '../parts/states.js';
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
      ${this.list.show(relationships => this.relationships(relationships))}
    `;
  }

  relationships(relationships) {
    const state = STATES.includes(this.query.state) ? this.query.state : '';
    const shown = relationships.filter(found => state === '' || found.state === state);
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
      ${shown.length ? table(shown) : empty(t('relationships.none'))} ${more(this.list)}
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
          ({ legalEntityId, name, state, since, how, vendorNumbers = [], ticketNumber }) => html`
            <tr>
              <th scope="row"><a href=${href('relationships', legalEntityId)}>${name}</a></th>
              <td data-label=${t('relationships.state')}>${stateBadge(state)}</td>
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
