/** When will I get paid? In short: what is open, what comes next, and what is still loading. */
import { get } from '../api.js';
import { href } from '../router.js';
import { t } from '../texts.js';
import { html, Reading, View } from '../view.js';
import { byCurrency, dueChart } from './due-chart.js';
import { freshnessNotes, lookAgain, whyEmpty } from './freshness.js';
import { paymentRows, practiceNote } from './invoices.js';
import { empty } from './states.js';

const NEXT = 4;
const NOTES = 2;
const CURRENCIES = 2;

class PaidPanel extends View {
  invoices = new Reading(this, async signal => {
    const found = await get('/invoices', { standing: 'open' }, signal);
    lookAgain(this, found.customers, () => this.invoices.start());
    return found;
  });

  closed() {
    clearTimeout(this.lookingAgain);
  }

  template() {
    return html`
      <section class="panel" aria-labelledby="paid-title">
        <header class="panel-head">
          <h2 id="paid-title">${t('invoices.title')}</h2>
          <a href=${href('invoices')}
            >${t('notices.viewAll')}<span class="unseen">: ${t('invoices.title')}</span></a
          >
        </header>
        ${this.invoices.show(found => overview(found))}
      </section>
    `;
  }
}

function overview({ invoices, totals, customers }) {
  const next = invoices.filter(({ payment }) => payment.date).slice(0, NEXT);
  return html`
    ${freshnessNotes(customers, NOTES)}
    ${totals.length === 0 && invoices.length === 0
      ? empty(whyEmpty(customers))
      : html`<div class="paid">
          <div class="paid-charts">
            ${byCurrency(totals)
              .slice(0, CURRENCIES)
              .map(([currency, sums]) => dueChart(currency, sums))}
            ${practiceNote(customers)}
          </div>
          <div>
            ${paymentRows(next, ({ legalEntityId, invoiceNumber }) =>
              href('invoices', { legalEntityId, invoiceNumber })
            )}
          </div>
        </div>`}
  `;
}

customElements.define('paid-panel', PaidPanel);
