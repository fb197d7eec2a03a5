/** When will I get paid? Every invoice and credit note, and what is still to come. */
import { get } from '../api.js';
import { byCurrency, dueChart } from '../parts/due-chart.js';
import { freshnessNotes, freshnessOfAll, lookAgain, whyEmpty } from '../parts/freshness.js';
import { invoiceTable, practiceNote } from '../parts/invoices.js';
import { more } from '../parts/more.js';
import { empty } from '../parts/states.js';
import { go, href } from '../router.js';
import { t } from '../texts.js';
import { html, nothing, PagedReading, stay, View } from '../view.js';

const STATUSES = ['AB', 'IP', 'UQ', 'CA', 'RE', 'AP', 'PD', 'unknown'];

/** By the day of issue, only the invoices of one customer are sorted. */
const ORDERS = ['paymentDate', '-paymentDate'];
const ORDERS_OF_ONE = [...ORDERS, '-issueDate', 'issueDate'];

const FILTERS = ['legalEntityId', 'status', 'currency', 'invoiceNumber'];

/** Pages without any invoice that fits are passed over, up to so many at a time. */
const EMPTY_PAGES = 5;

class InvoicesPage extends View {
  currencies = [];

  heading() {
    return t('invoices.title');
  }

  opened() {
    this.list = new PagedReading(this, (cursor, signal) => this.read(cursor, signal));
  }

  closed() {
    clearTimeout(this.lookingAgain);
  }

  queryChanged() {
    this.list.first.start();
  }

  async read(cursor, signal) {
    const wanted = this.wanted();
    let page = await get('/invoices', { ...wanted, cursor }, signal);
    const { totals, customers } = page;
    if (customers) {
      this.customers =
        wanted.legalEntityId === undefined
          ? customers
          : (this.customers ?? (await get('/invoices', {}, signal)).customers);
      this.know(totals);
      lookAgain(this, customers, () => this.list.items.length <= this.shown && this.list.first.start());
    }
    for (let passed = 0; page.invoices.length === 0 && page.next && passed < EMPTY_PAGES; passed++) {
      page = await get('/invoices', { ...wanted, cursor: page.next }, signal);
    }
    this.know(page.invoices);
    if (customers) {
      this.shown = page.invoices.length;
    }
    return { items: page.invoices, next: page.next, totals, customers };
  }

  /** Currencies to choose from are those that were seen. */
  know(amounts) {
    const seen = amounts.map(({ currency }) => currency);
    this.currencies = [...new Set([...this.currencies, ...seen])].sort();
  }

  /** What the address asks for, as far as the API knows it. */
  wanted() {
    const { legalEntityId, status, currency, invoiceNumber, sort } = this.query;
    const orders = legalEntityId ? ORDERS_OF_ONE : ORDERS;
    return {
      legalEntityId: legalEntityId || undefined,
      status: STATUSES.includes(status) ? status : undefined,
      currency: /^[A-Za-z]{3}$/.test(currency ?? '') ? currency : undefined,
      invoiceNumber: /[\p{L}\p{N}]/u.test(invoiceNumber ?? '') ? invoiceNumber : undefined,
      sort: orders.includes(sort) ? sort : undefined,
    };
  }

  template() {
    return html`
      <div class="head">
        <h1 tabindex="-1">${t('invoices.title')}</h1>
        <a class="button" href=${href('practice')}>${t('practice.title')}</a>
      </div>
      ${this.list?.show(invoices => this.content(invoices)) ?? nothing}
    `;
  }

  content(invoices) {
    const { totals, customers } = this.list.first.value;
    return html`
      ${freshnessNotes(customers)}
      ${totals.length
        ? html`<section class="sheet due-sheet" aria-labelledby="due-title">
            <h2 id="due-title">${t('due.chart')}</h2>
            ${practiceNote(customers)}
            <div class="dues">
              ${byCurrency(totals).map(([currency, sums]) => dueChart(currency, sums))}
            </div>
          </section>`
        : nothing}
      ${this.filters()}
      ${invoices.length
        ? invoiceTable(invoices)
        : empty(this.isFiltered() ? this.nothingFits(customers) : whyEmpty(customers))}
      ${more(this.list)} ${this.customers.length ? freshnessOfAll(this.customers) : nothing}
    `;
  }

  /** Among those that are there: of whom is loading, nobody knows. */
  nothingFits(customers) {
    return this.list.next || customers.some(({ freshness }) => freshness === 'loading')
      ? t('invoices.noneYet')
      : t('invoices.noneFits');
  }

  isFiltered() {
    return FILTERS.some(filter => this.wanted()[filter] !== undefined);
  }

  filters() {
    const wanted = this.wanted();
    const names = new Map(this.customers.map(({ legalEntityId, name }) => [legalEntityId, name]));
    return html`
      <form class="filters" role="search" aria-label=${t('invoices.filter')} @submit=${stay}>
        ${this.choice('legalEntityId', t('invoices.customer'), [['', t('invoices.all')], ...names])}
        ${this.choice('status', t('invoices.status'), [
          ['', t('invoices.all')],
          ...STATUSES.map(code => [code, t(`status.${code}`)]),
        ])}
        ${this.choice('currency', t('invoices.currency'), [
          ['', t('invoices.all')],
          ...this.currencies.map(code => [code, code]),
        ])}
        <div class="field">
          <label class="label" for="filter-invoiceNumber">${t('invoices.number')}</label>
          <input
            id="filter-invoiceNumber"
            type="text"
            maxlength="100"
            autocomplete="off"
            .value=${wanted.invoiceNumber ?? ''}
            @change=${event => this.choose('invoiceNumber', event.target.value.trim())}
          />
        </div>
        ${this.choice(
          'sort',
          t('invoices.sort'),
          (wanted.legalEntityId ? ORDERS_OF_ONE : ORDERS).map(order => [
            order,
            t(order.startsWith('-') ? `sort.backwards.${order.slice(1)}` : `sort.forwards.${order}`),
          ])
        )}
        ${this.isFiltered()
          ? html`<a class="filter-none" href=${href('invoices')}>${t('invoices.allAgain')}</a>`
          : nothing}
      </form>
    `;
  }

  choice(filter, label, options) {
    const chosen = this.wanted()[filter] ?? options[0][0];
    return html`
      <div class="field">
        <label class="label" for="filter-${filter}">${label}</label>
        <select id="filter-${filter}" @change=${event => this.choose(filter, event.target.value)}>
          ${options.map(
            ([value, text]) =>
              html`<option value=${value} .selected=${value === chosen}>${text}</option>`
          )}
        </select>
      </div>
    `;
  }

  choose(filter, value) {
    const wanted = { ...this.wanted(), [filter]: value || undefined };
    go(
      'invoices',
      Object.fromEntries(Object.entries(wanted).filter(([, kept]) => kept !== undefined))
    );
  }
}

customElements.define('invoices-page', InvoicesPage);
