/** Practice with the test buyer: an invoice or credit note, checked rule by rule. */
import { get, post, postXml } from '../api.js';
import { announce } from '../parts/announce.js';
import { countries } from '../parts/countries.js';
import { currencies } from '../parts/currencies.js';
import { daysAfter, longDay, readDay, shortDay, today, typedDay } from '../parts/dates.js';
import { Form } from '../parts/form.js';
import { TEST_BUYER } from '../parts/invoices.js';
import { decimal, money, readNumber } from '../parts/numbers.js';
import { failure } from '../parts/states.js';
import { readXml } from '../parts/xml-file.js';
import { href } from '../router.js';
import { t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const TERMS_DAYS = 30;

/** More, the API does not take. */
const MAX_KILOBYTES = 256;

/** All else may be left empty, to see what the rules say of it. */
const REQUIRED = ['quantity', 'price', 'vatRate'];

class PracticePage extends View {
  account = new Reading(this, async signal => {
    const account = await get('/account', {}, signal);
    this.form = new Form(this, {
      name: 'practice',
      values: begun(account),
      send: values => post('/practice/invoices', body(values)),
      isDone: ({ verdict }) => verdict === 'accepted',
    });
    return account;
  });

  heading() {
    return t('practice.title');
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('invoices')}>${t('invoices.title')}</a></p>
      <h1 tabindex="-1">${t('practice.title')}</h1>
      <p class="lead">
        ${t('practice.lead')}
        <a href=${href('practice', 'challenge')}>${t('practice.challenge.title')}</a>
      </p>
      ${this.verdict ? verdict(this.verdict) : nothing}
      <div class="columns">
        ${this.account.show(() => this.fields())} ${this.upload()}
      </div>
    `;
  }

  fields() {
    const { form } = this;
    const { values } = form;
    const day = name => {
      const read = readDay(values[name]);
      return read && longDay(read);
    };
    const number = (name, words) => {
      const read = readNumber(values[name]);
      const told = read && words(read);
      return told === values[name] ? undefined : told;
    };
    return html`
      <form class="form sheet" novalidate @submit=${event => this.send(event)}>
        ${form.notes()}
        <h2>${t('practice.form')}</h2>
        <p class="help">${t('practice.form.help')}</p>
        ${form.field('type', {
          label: t('practice.type'),
          required: true,
          options: ['invoice', 'credit-note'].map(type => [type, t(`practice.type.${type}`)]),
        })}
        ${form.field('invoiceNumber', { label: t('invoices.number'), required: true, maxlength: 200 })}
        <div class="pair">
          ${form.field('issueDate', {
            label: t('invoices.date'),
            kind: 'day',
            readBack: day('issueDate'),
            required: true,
            maxlength: 20,
          })}
          ${form.field('dueDate', {
            label: t('practice.dueDate'),
            kind: 'day',
            readBack: day('dueDate'),
            required: true,
            maxlength: 20,
          })}
        </div>
        <h2>${t('practice.line')}</h2>
        ${form.field('itemName', { label: t('practice.itemName'), required: true, maxlength: 200 })}
        <div class="pair">
          ${form.field('quantity', {
            label: t('practice.quantity'),
            kind: 'number',
            readBack: number('quantity', decimal),
            required: true,
            maxlength: 18,
          })}
          ${form.field('price', {
            label: t('practice.price'),
            kind: 'number',
            readBack: number('price', price => money(price, values.currency || 'EUR')),
            required: true,
            maxlength: 18,
          })}
        </div>
        <div class="pair">
          ${form.field('vatRate', {
            label: t('practice.vatRate'),
            kind: 'number',
            readBack: number('vatRate', rate => `${decimal(rate)} %`),
            required: true,
            maxlength: 18,
          })}
          ${form.field('currency', {
            label: t('invoices.currency'),
            required: true,
            options: currencies(),
          })}
        </div>
        <h2>${t('practice.seller')}</h2>
        ${form.field('sellerName', {
          label: t('account.legalName'),
          required: true,
          maxlength: 200,
          autocomplete: 'organization',
        })}
        ${form.field('sellerStreet', { label: t('practice.street'), maxlength: 200 })}
        <div class="pair">
          ${form.field('sellerPostCode', { label: t('practice.postCode'), maxlength: 200 })}
          ${form.field('sellerCity', { label: t('practice.city'), maxlength: 200 })}
        </div>
        <div class="pair">
          ${form.field('sellerCountry', {
            label: t('account.country'),
            required: true,
            options: countries(),
          })}
          ${form.field('sellerVatId', { label: t('account.vatId'), required: true, maxlength: 200 })}
        </div>
        ${form.field('buyerReference', { label: t('practice.buyerReference'), maxlength: 200 })}
        <p class="actions">
          <button class="button first" aria-disabled=${form.sending ? 'true' : 'false'}>
            ${form.sending ? t('form.sending') : t('practice.action')}
          </button>
        </p>
      </form>
    `;
  }

  upload() {
    return html`
      <form class="form sheet" novalidate @submit=${event => this.sendFile(event)}>
        <h2>${t('practice.file')}</h2>
        <p class="help" id="practice-file-help">${t('practice.file.help')}</p>
        <div class="field">
          <label class="label" for="practice-file">${t('practice.file.label')}</label>
          ${this.fileMistake
            ? html`<p class="mistake" id="practice-file-mistake">${this.fileMistake()}</p>`
            : nothing}
          <input
            id="practice-file"
            type="file"
            accept=".xml,application/xml,text/xml"
            aria-invalid=${this.fileMistake ? 'true' : nothing}
            aria-describedby="practice-file-help${this.fileMistake ? ' practice-file-mistake' : ''}"
            @change=${() => this.chosen()}
          />
        </div>
        ${this.fileFailure
          ? failure(this.fileFailure, event => this.sendFile(event))
          : nothing}
        <p class="actions">
          <button class="button" aria-disabled=${this.sendingFile ? 'true' : 'false'}>
            ${this.sendingFile ? t('form.sending') : t('practice.file.action')}
          </button>
        </p>
      </form>
    `;
  }

  chosen() {
    this.fileMistake = undefined;
    this.fileFailure = undefined;
    this.update();
  }

  async send(event) {
    const answer = await this.form.submit(event, REQUIRED);
    if (answer) {
      this.say(answer);
    }
  }

  async sendFile(event) {
    event.preventDefault();
    const field = this.querySelector('#practice-file');
    const [file] = field.files;
    if (this.sendingFile) {
      return;
    }
    this.fileFailure = undefined;
    this.fileMistake = fileMistake(file);
    if (this.fileMistake) {
      this.draw();
      field.focus();
      return;
    }
    this.sendingFile = true;
    this.update();
    try {
      this.say(await postXml('/practice/invoices', await readXml(file)));
    } catch (failed) {
      this.fileFailure = failed;
    }
    this.sendingFile = false;
    this.update();
  }

  say(answer) {
    this.verdict = answer;
    announce(t(`practice.${answer.verdict}`));
    this.draw();
    this.querySelector('#verdict-title').focus();
  }
}

function fileMistake(file) {
  if (!file) {
    return () => t('practice.file.missing');
  }
  return file.size > MAX_KILOBYTES * 1024
    ? () => t('practice.file.tooLarge', { count: MAX_KILOBYTES })
    : undefined;
}

/** What came of it, and each broken rule with what to do. */
function verdict({ verdict: word, invoice, findings }) {
  return html`
    <section class="sheet verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title" tabindex="-1" data-outcome>${t(`practice.${word}`)}</h2>
      ${invoice ? accepted(invoice) : html`<p class="note bad">${t('practice.refused.text', { count: findings.length })}</p>`}
      ${findings.length
        ? html`<ol class="findings">
            ${findings.map(finding)}
          </ol>`
        : nothing}
    </section>
  `;
}

function accepted({ invoiceNumber, issueDate, totalWithVat, currency }) {
  return html`
    <p class="note good">
      ${t('practice.accepted.text', {
        number: invoiceNumber,
        day: shortDay(issueDate),
        total: money(totalWithVat, currency),
      })}
      <a href=${href('invoices', { legalEntityId: TEST_BUYER, invoiceNumber })}
        >${t('practice.follow')}</a
      >
    </p>
  `;
}

function finding({ rule, weight, place, whatToDo, message }) {
  return html`
    <li>
      <p><b>${whatToDo}</b></p>
      <p class="finding-facts">
        <span class="badge ${weight}">${t(`practice.weight.${weight}`)}</span>
        <span>${t('practice.rule', { rule })}</span>
        ${place ? html`<code>${place}</code>` : nothing}
      </p>
      ${message === whatToDo
        ? nothing
        : html`<details class="more-facts">
            <summary>${t('practice.ownWords')}<span class="unseen">: ${rule}</span></summary>
            <p lang="en">${message}</p>
          </details>`}
    </li>
  `;
}

/** What the account knows, and what is usual. */
function begun({ legalName, country, vatId }) {
  return {
    type: 'invoice',
    invoiceNumber: '',
    issueDate: typedDay(today()),
    dueDate: typedDay(daysAfter(today(), TERMS_DAYS)),
    itemName: '',
    quantity: '1',
    price: '',
    vatRate: '',
    currency: 'EUR',
    sellerName: legalName ?? '',
    sellerStreet: '',
    sellerPostCode: '',
    sellerCity: '',
    sellerCountry: country ?? '',
    sellerVatId: vatId ?? '',
    buyerReference: '',
  };
}

/** What is empty is not sent. */
function body(values) {
  const typed = {
    ...values,
    issueDate: readDay(values.issueDate) ?? '',
    dueDate: readDay(values.dueDate) ?? '',
    ...Object.fromEntries(REQUIRED.map(name => [name, readNumber(values[name])])),
  };
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== '')
  );
}

customElements.define('practice-page', PracticePage);
