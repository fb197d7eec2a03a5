/** Customers > Connect with a customer: search, compare, decide. */
import { get } from '../api.js';
import '../parts/customer-card.js';
import '../parts/customer-search.js';
import { empty } from '../parts/states.js';
import { href } from '../router.js';
import { t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';
import { repeat } from '../../lib/lit-html/directives/repeat.js';

class CustomersPage extends View {
  heading() {
    return t('customers.title');
  }

  /** Who comes without a name wants to type one. */
  focusTarget() {
    return this.query.name ? undefined : this.querySelector('customer-search input');
  }

  opened() {
    this.queryChanged();
  }

  queryChanged() {
    const { name } = this.query;
    const search = this.querySelector('customer-search');
    if (name) {
      search.show(name);
      if (name !== this.name) {
        this.found = new Reading(
          this,
          async signal => (await get('/customers', { name }, signal)).results
        );
      }
    } else {
      this.found = undefined;
    }
    this.name = name;
    this.update();
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('customers.title')}</h1>
      <p class="lead">${t('customers.lead')}</p>
      <customer-search name="main" prominent></customer-search>
      ${this.found ? this.found.show(results => this.results(results)) : guide()}
      <p class="aside">
        ${t('customers.notThere')}
        <a href=${href('customers', 'missing', { name: this.name ?? '' })}>${t('missing.title')}</a>
      </p>
    `;
  }

  /** The one that was chosen, else all that match. */
  results(results) {
    const { name, id } = this.query;
    const chosen = id ? results.filter(result => result.legalEntityId === id) : [];
    const shown = chosen.length ? chosen : results;
    if (shown.length === 0) {
      return empty(t('search.none', { name }));
    }
    return html`
      <section aria-label=${t('search.results')}>
        ${chosen.length ? nothing : html`<p>${t('search.found', { count: shown.length })}</p>`}
        <ul class="cards">
          ${repeat(
            shown,
            result => result.legalEntityId ?? result.groupId,
            result => html`<li>
              <customer-card class="card" .customer=${result} .typed=${name}></customer-card>
            </li>`
          )}
        </ul>
        ${chosen.length && results.length > 1
          ? html`<p><a href=${href('customers', { name })}>${t('search.all', { name })}</a></p>`
          : nothing}
      </section>
    `;
  }
}

function guide() {
  return html`
    <ol class="steps">
      ${['find', 'choose', 'follow'].map(
        step => html`<li>
          <h2>${t(`customers.${step}`)}</h2>
          <p>${t(`customers.${step}.text`)}</p>
        </li>`
      )}
    </ol>
  `;
}

customElements.define('customers-page', CustomersPage);
