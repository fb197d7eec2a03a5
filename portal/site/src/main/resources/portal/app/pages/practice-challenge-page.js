/** The challenge to rehearse: the test buyer's two invoices, whose data are shown, and nothing is counted. */
import { get, post } from '../api.js';
import { announce } from '../parts/announce.js';
import { readDay, shortDay } from '../parts/dates.js';
import { Form } from '../parts/form.js';
import { dateAndAmount, invoiceNumber } from '../parts/invoice-fields.js';
import { money } from '../parts/numbers.js';
import { progressSteps, stepName } from '../parts/progress-steps.js';
import { href } from '../router.js';
import { t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const PATH = '/practice/challenge';
const FIELDS = ['invoiceNumber', 'invoiceDate', 'invoiceAmount'];

class PracticeChallengePage extends View {
  challenge = new Reading(this, async signal => {
    const challenge = await get(PATH, {}, signal);
    this.goTo(challenge);
    return challenge;
  });

  heading() {
    return t('practice.challenge.title');
  }

  /** The number of the second invoice is said, not typed. */
  goTo({ state, invoiceNumbers: [number = ''] = [] }) {
    this.state = state;
    this.number = number;
    this.form = new Form(this, {
      name: `practice-challenge-${state}`,
      values: { invoiceNumber: number, invoiceDate: '', invoiceAmount: '' },
      send: values =>
        post(`${PATH}/${state}`, { ...values, invoiceDate: readDay(values.invoiceDate) }),
      isDone: ({ verdict }) => verdict !== 'wrong',
    });
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('practice')}>${t('practice.title')}</a></p>
      <h1 tabindex="-1">${t('practice.challenge.title')}</h1>
      <p class="lead">${t('practice.challenge.lead')}</p>
      ${this.challenge.show(({ invoices }) => this.content(invoices))}
    `;
  }

  content(invoices) {
    return html`
      ${progressSteps(this.state)}
      <div class="columns even">
        ${this.state === 'passed' ? this.passed() : this.question()} ${known(invoices)}
      </div>
    `;
  }

  question() {
    const { form } = this;
    return html`
      <form class="form sheet" novalidate @submit=${event => this.answer(event)}>
        ${this.wrong
          ? html`<p class="note bad" tabindex="-1" data-outcome>${t('practice.challenge.wrong')}</p>`
          : nothing}
        ${form.notes()}
        ${this.number
          ? html`<h2>${t('challenge.invoice', { number: this.number })}</h2>`
          : invoiceNumber(form, 'invoiceNumber')}
        ${dateAndAmount(form, 'invoiceDate', 'invoiceAmount')}
        <p class="actions">
          <button class="button first" aria-disabled=${form.sending ? 'true' : 'false'}>
            ${form.sending ? t('form.sending') : t('challenge.action')}
          </button>
        </p>
      </form>
    `;
  }

  passed() {
    return html`
      <section class="sheet">
        <p class="note good" tabindex="-1" data-outcome>${t('practice.challenge.passed')}</p>
        <p class="actions">
          <button class="button" @click=${() => this.again()}>${t('practice.challenge.again')}</button>
          <a class="button" href=${href('customers')}>${t('customers.title')}</a>
        </p>
      </section>
    `;
  }

  async answer(event) {
    const answer = await this.form.submit(event, FIELDS);
    if (!answer) {
      return;
    }
    this.wrong = answer.verdict === 'wrong';
    if (!this.wrong) {
      this.goTo(answer);
    }
    announce(this.wrong ? t('practice.challenge.wrong') : stepName(this.state));
    this.draw();
    (this.querySelector('[data-outcome]') ?? this.querySelector('h1')).focus();
  }

  again() {
    this.goTo({ state: 'step-1' });
    this.draw();
    this.querySelector('h1').focus();
  }
}

/** What can be answered with. */
function known(invoices) {
  return html`
    <section class="known" aria-labelledby="known-title">
      <h2 id="known-title">${t('practice.challenge.invoices')}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${t('invoices.number')}</th>
            <th scope="col">${t('invoices.date')}</th>
            <th scope="col" class="amount">${t('invoices.amount')}</th>
          </tr>
        </thead>
        <tbody>
          ${invoices.map(
            ({ invoiceNumber, invoiceDate, invoiceAmount, currency }) => html`
              <tr>
                <th scope="row">${invoiceNumber}</th>
                <td data-label=${t('invoices.date')}>
                  <time datetime=${invoiceDate}>${shortDay(invoiceDate)}</time>
                </td>
                <td data-label=${t('invoices.amount')} class="amount">
                  ${money(invoiceAmount, currency)}
                </td>
              </tr>
            `
          )}
        </tbody>
      </table>
    </section>
  `;
}

customElements.define('practice-challenge-page', PracticeChallengePage);
