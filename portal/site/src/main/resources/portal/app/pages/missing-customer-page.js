/** "I can't find my customer": opens a ticket. */
import { post } from '../api.js';
import { draft, keepDraft } from '../drafts.js';
import { countries } from '../parts/countries.js';
import { Form } from '../parts/form.js';
import { ticketLink } from '../parts/outlook.js';
import { href } from '../router.js';
import { rich, t } from '../texts.js';
import { html, View } from '../view.js';

const REQUIRED = ['name', 'country', 'contact'];
const DRAFT = 'missing-customer';

class MissingCustomerPage extends View {
  heading() {
    return t('missing.title');
  }

  form = undefined;

  opened() {
    const searched = this.query.name ?? '';
    preferSearched(searched);
    this.form = new Form(this, {
      name: DRAFT,
      values: { searched, name: searched, country: '', contact: '' },
      send: ({ name, country, contact }, key) =>
        post('/missing-customers', { name, country, contact }, key),
    });
    this.update();
  }

  /** Another name was searched for. */
  queryChanged() {
    this.ticketNumber = undefined;
    this.opened();
  }

  template() {
    if (this.ticketNumber) {
      return this.done();
    }
    return html`
      <h1 tabindex="-1">${t('missing.title')}</h1>
      <p class="lead">${t('missing.lead')}</p>
      ${this.form ? this.fields() : ''}
    `;
  }

  fields() {
    return html`
      <form class="form sheet" novalidate @submit=${event => this.send(event)}>
        ${this.form.notes()}
        ${this.form.field('name', {
          label: t('missing.name'),
          help: t('missing.name.help'),
          required: true,
          maxlength: 500,
        })}
        ${this.form.field('country', {
          label: t('missing.country'),
          required: true,
          options: countries(),
        })}
        ${this.form.field('contact', {
          label: t('missing.contact'),
          help: t('missing.contact.help'),
          required: true,
          rows: 3,
          maxlength: 500,
        })}
        <p class="actions">
          <button class="button first" aria-disabled=${this.form.sending ? 'true' : 'false'}>
            ${this.form.sending ? t('form.sending') : t('missing.action')}
          </button>
          <a class="button" href=${href('customers')}>${t('form.back')}</a>
        </p>
      </form>
    `;
  }

  done() {
    return html`
      <h1 tabindex="-1">${t('missing.done')}</h1>
      <p class="note good">
        ${rich('missing.done.text', {
          name: this.form.values.name,
          ticket: ticketLink(this.ticketNumber),
        })}
      </p>
      <p><a href=${href('customers')}>${t('missing.again')}</a></p>
    `;
  }

  async send(event) {
    const answer = await this.form.submit(event, REQUIRED);
    if (answer) {
      this.ticketNumber = answer.ticketNumber;
      this.draw();
      this.querySelector('h1').focus();
    }
  }
}

/** Of a draft that was begun after another search, all but the name stays. */
function preferSearched(searched) {
  const kept = draft(DRAFT);
  if (kept && searched && kept.searched !== searched) {
    keepDraft(DRAFT, { ...kept, searched, name: searched });
  }
}

customElements.define('missing-customer-page', MissingCustomerPage);
