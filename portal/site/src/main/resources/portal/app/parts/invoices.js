/** Invoices and credit notes, what became of them, and when they will be paid. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { day, known, t } from '../texts.js';
import { shortDay } from './dates.js';
import { money } from './numbers.js';

/** UNCL1001. */
const CREDIT_NOTE = 381;

/** OPStatusReason and OPStatusAction that say no more than the status does. */
const PARTLY_PAID = 'PPD';
const NOTHING_TO_DO = 'NOA';

/** The id of the test buyer. */
export const TEST_BUYER = 'test-buyer';

export function invoiceTable(invoices) {
  return html`
    <table class="table invoices">
      <caption class="unseen">
        ${t('invoices.list')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('invoices.number')}</th>
          <th scope="col">${t('invoices.customer')}</th>
          <th scope="col">${t('invoices.date')}</th>
          <th scope="col" class="amount">${t('invoices.amount')}</th>
          <th scope="col">${t('invoices.status')}</th>
          <th scope="col">${t('invoices.payment')}</th>
        </tr>
      </thead>
      <tbody>
        ${invoices.map(
          invoice => html`
            <tr>
              <th scope="row">
                ${invoice.invoiceNumber}
                ${isCreditNote(invoice)
                  ? html`<span class="tag">${t('invoices.creditNote')}</span>`
                  : nothing}
              </th>
              <td data-label=${t('invoices.customer')}>${invoice.customerName}</td>
              <td data-label=${t('invoices.date')}>
                <time datetime=${invoice.issueDate}>${shortDay(invoice.issueDate)}</time>
              </td>
              <td data-label=${t('invoices.amount')} class="amount">
                ${money(invoice.totalWithVat, invoice.currency)}
              </td>
              <td data-label=${t('invoices.status')}>${status(invoice)}</td>
              <td data-label=${t('invoices.payment')}>${payment(invoice)}</td>
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

function isCreditNote({ documentTypeCode }) {
  return documentTypeCode === CREDIT_NOTE;
}

/** A badge, the customer's own word where it is another, and why. */
function status(invoice) {
  const { code, word, since, reasons, actions, text, corrections } = invoice.status;
  const isPart = isPartlyPaid(invoice);
  const told = isPart ? t('status.PD.part') : code ? t(`status.${code}`) : (word ?? t('status.unknown'));
  return html`
    <span class="badge status-${isPart ? 'part' : (code ?? 'unknown')}">${told}</span>
    ${word && word.toLowerCase() !== told.toLowerCase() ? html`<span class="aside-note">${t('invoices.quote', { words: word })}</span>` : nothing}
    <span class="aside-note">${t('invoices.since', { day: day(since) })}</span>
    ${isPart
      ? note(
          t('invoices.partlyPaid', {
            paid: money(invoice.status.paidAmount ?? '0', invoice.currency),
            open: money(invoice.openAmount, invoice.currency),
          })
        )
      : nothing}
    ${reasons.filter(reason => !isPart || reason !== PARTLY_PAID).map(reason => note(known(`reason.${reason}`, 'reason.OTH')))}
    ${text ? note(t('invoices.quote', { words: text })) : nothing}
    ${corrections.map(({ term, value }) => note(t('invoices.correction', { term, value })))}
    ${actions
      .filter(action => action !== NOTHING_TO_DO)
      .map(action => note(html`<b>${known(`action.${action}`, 'action.OTH')}</b>`))}
  `;
}

function isPartlyPaid({ status: { code }, openAmount }) {
  return code === 'PD' && Number(openAmount) !== 0;
}

function note(text) {
  return html`<span class="line-note">${text}</span>`;
}

/** When the money comes, and where that is known from. */
function payment({ payment: { state, date, source, learntFrom }, status: { paymentReference }, dueDate }) {
  return html`
    ${date
      ? html`<time datetime=${date} class=${state === 'late' ? 'late' : nothing}>${shortDay(date)}</time>`
      : nothing}
    ${state === 'expected' ? nothing : html`<span class="aside-note">${t(`payment.${state}`)}</span>`}
    ${source
      ? note(
          t(`source.${source}`, {
            count: learntFrom ? Math.abs(learntFrom.medianDays) : 0,
            payments: learntFrom?.payments ?? 0,
            days: daysIn(learntFrom),
          })
        )
      : nothing}
    ${dueDate && dueDate !== date ? note(t('invoices.due', { day: shortDay(dueDate) })) : nothing}
    ${paymentReference ? note(t('invoices.reference', { reference: paymentReference })) : nothing}
  `;
}

function daysIn(learntFrom) {
  const days = learntFrom?.medianDays ?? 0;
  return t(days < 0 ? 'source.daysBefore' : 'source.daysAfter', { count: Math.abs(days) });
}

/** That what is counted is not all of it money. */
export function practiceNote(customers) {
  return customers.some(({ legalEntityId, invoices }) => legalEntityId === TEST_BUYER && invoices > 0)
    ? html`<p class="help">${t('invoices.withPractice')}</p>`
    : nothing;
}

/** Those that are paid next, in rows. */
export function paymentRows(invoices, address) {
  return html`
    <ul class="rows">
      ${invoices.map(
        invoice => html`
          <li>
            <a class="row" href=${address(invoice)}>
              <span class="row-main"
                ><b>${money(invoice.openAmount, invoice.currency)}</b> ${invoice.customerName},
                ${invoice.invoiceNumber}</span
              >
              <span class="row-side">
                ${invoice.payment.state === 'late'
                  ? html`<span class="late">${t('payment.late')}</span>`
                  : nothing}
                <time datetime=${invoice.payment.date}>${shortDay(invoice.payment.date)}</time>
              </span>
            </a>
          </li>
        `
      )}
    </ul>
  `;
}
