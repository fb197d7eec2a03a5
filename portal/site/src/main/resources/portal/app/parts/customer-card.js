/** A customer that was found: what is known of it, what Connect will do, and what came of it. */
import { Connecting } from '../connecting.js';
import { go, href } from '../router.js';
import { t } from '../texts.js';
import { html, nothing, View } from '../view.js';
import { announce } from './announce.js';
import { facts, marked } from './customer-search.js';
import { outcomeText, outcomeWord, refusal } from './outcome.js';
import { Action, actionOf, outlook, stateBadge } from './outlook.js';

class CustomerCard extends View {
  #customer;

  set customer(customer) {
    if (customer?.legalEntityId !== this.#customer?.legalEntityId) {
      this.outcome = undefined;
      this.failure = undefined;
      this.connecting = undefined;
    }
    this.#customer = customer;
    this.update();
  }

  get customer() {
    return this.#customer;
  }

  template() {
    const customer = this.customer;
    if (!customer) {
      return nothing;
    }
    return customer.kind === 'group' ? this.group(customer) : this.legalEntity(customer);
  }

  group({ name, groupId }) {
    return html`
      <div class="card-text">
        <h2>${marked(name, this.typed ?? '')} <span class="tag">${t('search.group')}</span></h2>
        <p class="muted">${t('group.hint')}</p>
      </div>
      <div class="card-do">
        <a class="button" href=${href('customers', 'groups', groupId)}
          >${t('group.show')}<span class="unseen">: ${name}</span></a
        >
      </div>
    `;
  }

  legalEntity(customer) {
    const { name, matchedName, relationship, legalEntityId } = customer;
    return html`
      <div class="card-text">
        <h2>${marked(name, this.typed ?? '')} ${stateBadge(relationship.state)}</h2>
        ${matchedName
          ? html`<p>${t('search.alsoKnown')} ${marked(matchedName, this.typed ?? '')}</p>`
          : nothing}
        <p class="muted">${facts(customer)}</p>
        ${this.outcome
          ? html`<p class="note good" tabindex="-1" data-outcome>${outcomeText(this.outcome)}</p>`
          : html`<p>${outlook(customer)}</p>`}
        ${this.failure ? refusal(this.failure) : nothing}
      </div>
      <div class="card-do">
        ${this.outcome || actionOf(customer) === Action.NONE ? nothing : this.action(customer)}
        ${this.outcome || actionOf(customer) !== Action.SHOW
          ? nothing
          : html`<a class="button" href=${href('relationships', legalEntityId)}
              >${t('relationship.show')}<span class="unseen">: ${name}</span></a
            >`}
      </div>
    `;
  }

  action(customer) {
    return actionOf(customer) === Action.CONNECT
      ? html`<button
          class="button first"
          aria-disabled=${this.sending ? 'true' : 'false'}
          @click=${() => this.connect()}
        >
          ${this.sending ? t('connect.sending') : t('connect.action')}<span class="unseen"
            >: ${customer.name}</span
          >
        </button>`
      : nothing;
  }

  async connect() {
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.failure = undefined;
    this.update();
    try {
      this.connecting ??= new Connecting([this.customer]);
      const [outcome] = await this.connecting.go();
      if (outcome.challengeId) {
        go('challenges', outcome.challengeId);
        return;
      }
      this.outcome = outcome;
      announce(`${outcome.name}: ${outcomeWord(outcome)}`);
    } catch (failed) {
      this.failure = failed;
    }
    this.sending = false;
    this.draw();
    this.querySelector('[data-outcome]')?.focus();
  }
}

customElements.define('customer-card', CustomerCard);
