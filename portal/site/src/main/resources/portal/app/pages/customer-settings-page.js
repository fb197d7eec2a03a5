/** What support sets for a customer, over what its directory file says. */
import { get, put, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { Form } from '../parts/form.js';
import { empty } from '../parts/states.js';
import { href } from '../router.js';
import { country, LANGUAGES, moment, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const POLICIES = ['hidden', 'closed', 'approval', 'challenge-then-approval', 'challenge'];
const CONTACTS = [0, 1, 2];

class CustomerSettingsPage extends View {
  heading() {
    return this.found?.value?.name ?? t('customerSettings.title');
  }

  opened() {
    this.path = `/support/legal-entities/${segment(this.params.legalEntityId)}`;
    this.found = new Reading(this, async signal => {
      const found = await get(this.path, {}, signal);
      this.form = new Form(this, {
        name: `settings-${this.params.legalEntityId}`,
        values: typed(found.set),
        send: values => put(this.path, sent(values)),
      });
      document.title = `${found.name} – CustomerConnect`;
      return found;
    });
    this.update();
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('desk')}>${t('desk.title')}</a></p>
      <h1 tabindex="-1">${this.found?.value?.name ?? t('customerSettings.title')}</h1>
      ${this.found?.show(found => this.content(found)) ?? nothing}
    `;
  }

  content(found) {
    const { form } = this;
    return html`
      <p class="lead">
        ${[found.city, country(found.country)].filter(Boolean).join(', ')} ·
        <a href=${href('desk', { legalEntityId: found.legalEntityId })}>${t('customerSettings.tickets')}</a>
      </p>
      <div class="columns">
        <form class="form sheet" novalidate @submit=${event => this.save(event)}>
          ${form.notes()}
          <p>${t('customerSettings.inForce', { policy: t(`policy.${found.policy}`) })}</p>
          ${form.field('policy', {
            label: t('customerSettings.policy'),
            help: t('customerSettings.policy.help'),
            options: POLICIES.map(policy => [policy, t(`policy.${policy}`)]),
          })}
          <h2>${t('customerSettings.contacts')}</h2>
          <p class="help">${t('customerSettings.contacts.help')}</p>
          ${CONTACTS.map(
            place => html`
              <fieldset>
                <legend>${t('customerSettings.contact', { place: place + 1 })}</legend>
                ${form.field(`name${place}`, { label: t('account.contactPerson'), maxlength: 200 })}
                ${form.field(`mail${place}`, { label: t('account.mail'), kind: 'mail' })}
                ${form.field(`language${place}`, {
                  label: t('account.language'),
                  options: Object.entries(LANGUAGES),
                })}
              </fieldset>
            `
          )}
          ${form.field('reason', {
            label: t('relationship.reason'),
            help: t('customerSettings.reason.help'),
            required: true,
            rows: 2,
            maxlength: 1000,
          })}
          <p class="actions">
            <button class="button first" aria-disabled=${form.sending ? 'true' : 'false'}>
              ${form.sending ? t('form.sending') : t('account.action')}
            </button>
          </p>
        </form>
        <section class="sheet" aria-labelledby="changes-title">
          <h2 id="changes-title">${t('customerSettings.changes')}</h2>
          ${found.changes.length
            ? html`<ol class="history">
                ${found.changes.map(change)}
              </ol>`
            : empty(t('customerSettings.changes.none'))}
        </section>
      </div>
    `;
  }

  async save(event) {
    const found = await this.form.submit(event, ['reason'], mistakes);
    if (found) {
      this.found.value = found;
      this.form.reset(typed(found.set));
      announce(t('case.done'));
      this.draw();
      this.querySelector('h1').focus();
    }
  }
}

function change({ at, by, policy, contacts, reason }) {
  return html`
    <li>
      <span class="dot" aria-hidden="true"></span>
      <div>
        <p>
          ${policy ? t(`policy.${policy}`) : t('customerSettings.policy.directory')} ·
          ${t('customerSettings.contacts.count', { count: contacts })}
        </p>
        <blockquote>${reason}</blockquote>
        <p class="muted"><time datetime=${at}>${moment(at)}</time> · ${by}</p>
      </div>
    </li>
  `;
}

function typed({ policy, contacts }) {
  return {
    policy: policy ?? '',
    reason: '',
    ...Object.fromEntries(
      CONTACTS.flatMap(place => [
        [`name${place}`, contacts[place]?.name ?? ''],
        [`mail${place}`, contacts[place]?.mail ?? ''],
        [`language${place}`, contacts[place]?.language ?? ''],
      ])
    ),
  };
}

/** A contact is whole, or is not there. */
function mistakes(values) {
  return Object.fromEntries(
    CONTACTS.flatMap(place => {
      const fields = ['name', 'mail', 'language'].map(field => `${field}${place}`);
      const empty = fields.filter(field => values[field].trim() === '');
      return empty.length === fields.length ? [] : empty.map(field => [field, t('form.required')]);
    })
  );
}

function sent(values) {
  return {
    ...(values.policy ? { policy: values.policy } : {}),
    contacts: CONTACTS.filter(place => values[`mail${place}`].trim() !== '').map(place => ({
      name: values[`name${place}`],
      mail: values[`mail${place}`],
      language: values[`language${place}`],
    })),
    reason: values.reason,
  };
}

customElements.define('customer-settings-page', CustomerSettingsPage);
