/** The company's data: what customers are asked to confirm. */
import { get, put, remove } from '../api.js';
import { forgetDrafts } from '../drafts.js';
import { announce } from '../parts/announce.js';
import { countries } from '../parts/countries.js';
import { askFirst } from '../parts/ask-first.js';
import { Form } from '../parts/form.js';
import { wordsOf } from '../parts/states.js';
import { signOut } from '../sign-in.js';
import { LANGUAGES, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const REQUIRED = ['legalName', 'country', 'address', 'contactPerson', 'mail', 'language'];

/** What the API takes of registration ids. */
const MAX_IDS = 10;
const MAX_ID_LENGTH = 60;

class AccountPage extends View {
  account = new Reading(this, async signal => {
    const account = await get('/account', {}, signal);
    this.form = new Form(this, {
      name: 'account',
      values: typed(account),
      send: values => put('/account', sent(values)),
    });
    return account;
  });

  heading() {
    return t('account.title');
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('account.title')}</h1>
      <p class="lead">${t('account.lead')}</p>
      ${this.account.show(() => html`${this.fields()} ${this.erasure()}`)}
    `;
  }

  erasure() {
    return html`
      <section class="sheet narrow" aria-labelledby="erase-title">
        <h2 id="erase-title">${t('erase.title')}</h2>
        <p>${t('erase.text')}</p>
        ${this.failure ? html`<p class="note bad" role="alert">${wordsOf(this.failure)}</p>` : nothing}
        ${askFirst({
          title: t('erase.title'),
          text: t('erase.ask'),
          action: t('erase.action'),
          busy: this.erasing ? t('erase.going') : undefined,
          go: () => this.erase(),
        })}
      </section>
    `;
  }

  /** A large account takes several requests; when it is erased there is nobody to be signed in. */
  async erase() {
    this.failure = undefined;
    this.erasing = true;
    this.update();
    try {
      while ((await remove('/account')).status === 202) {
        announce(t('erase.going'));
      }
      forgetDrafts();
      signOut();
    } catch (failed) {
      this.failure = failed;
      this.erasing = false;
      this.update();
    }
  }

  fields() {
    const { form } = this;
    return html`
      <form class="form sheet" novalidate @submit=${event => this.save(event)}>
        ${this.saved ? html`<p class="note good">${t('account.saved')}</p>` : nothing}
        ${form.notes()}
        <h2>${t('account.company')}</h2>
        ${form.field('legalName', {
          label: t('account.legalName'),
          help: t('account.legalName.help'),
          required: true,
          maxlength: 500,
          autocomplete: 'organization',
        })}
        ${form.field('address', {
          label: t('account.address'),
          required: true,
          rows: 3,
          maxlength: 500,
          autocomplete: 'street-address',
        })}
        ${form.field('country', {
          label: t('account.country'),
          required: true,
          options: countries(),
          autocomplete: 'country',
        })}
        ${form.field('vatId', { label: t('account.vatId'), maxlength: 60 })}
        ${form.field('registrationIds', {
          label: t('account.registrationIds'),
          help: t('account.registrationIds.help'),
          rows: 2,
        })}
        <h2>${t('account.contact')}</h2>
        ${form.field('contactPerson', {
          label: t('account.contactPerson'),
          required: true,
          maxlength: 200,
          autocomplete: 'name',
        })}
        ${form.field('mail', {
          label: t('account.mail'),
          help: t('account.mail.help'),
          kind: 'mail',
          required: true,
          maxlength: 254,
          autocomplete: 'email',
        })}
        ${form.field('language', {
          label: t('account.language'),
          help: t('account.language.help'),
          required: true,
          options: Object.entries(LANGUAGES),
        })}
        <p class="actions">
          <button class="button first" aria-disabled=${form.sending ? 'true' : 'false'}>
            ${form.sending ? t('form.sending') : t('account.action')}
          </button>
        </p>
      </form>
    `;
  }

  async save(event) {
    this.saved = false;
    const account = await this.form.submit(event, REQUIRED, mistakes);
    if (account) {
      this.account.value = account;
      this.form.reset(typed(account));
      announce(t('account.saved'));
      if (this.query.then?.startsWith('#/')) {
        location.hash = this.query.then;
      } else {
        this.saved = true;
        this.draw();
        this.querySelector('h1').focus();
      }
    }
  }
}

/** The account as the fields of the form: a line for each registration id. */
function typed(account) {
  return {
    legalName: account.legalName ?? '',
    address: account.address ?? '',
    country: account.country ?? '',
    vatId: account.vatId ?? '',
    registrationIds: (account.registrationIds ?? []).join('\n'),
    contactPerson: account.contactPerson ?? '',
    mail: account.mail ?? '',
    language: account.language ?? '',
  };
}

function sent(values) {
  return { ...values, registrationIds: lines(values.registrationIds) };
}

function lines(text) {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

function mistakes({ registrationIds }) {
  const ids = lines(registrationIds);
  return ids.length > MAX_IDS || ids.some(id => id.length > MAX_ID_LENGTH)
    ? { registrationIds: () => t('account.registrationIds.wrong', { count: MAX_ID_LENGTH }) }
    : {};
}

customElements.define('account-page', AccountPage);
