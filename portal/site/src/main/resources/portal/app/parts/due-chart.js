/** What is still to be paid in one currency, week by week: as a picture, and as its table. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { t } from '../texts.js';
import { columnChart } from './column-chart.js';
import { daysAfter, shortDay, tinyDay } from './dates.js';
import { money, shortAmount, sum } from './numbers.js';

/** Weeks that have a bar of their own. */
const WEEKS = 6;

/** @param sums of one currency, in the order of the API */
export function dueChart(currency, sums) {
  const open = sum(sums.map(found => found.open));
  const late = sums.find(({ due }) => due === 'late');
  const columns = columnsOf(sums);
  return html`
    <figure class="due">
      <figcaption>
        <b class="due-total">${money(open, currency)}</b> ${t('due.open')}${late
          ? html`, <span class="due-late">${t('due.ofWhichLate', { amount: money(late.open, currency) })}</span>`
          : nothing}
      </figcaption>
      ${columns.length ? picture(currency, columns) : nothing}
      <details class="more-facts">
        <summary>${t('due.table')}<span class="unseen">: ${currency}</span></summary>
        ${table(currency, sums)}
      </details>
    </figure>
  `;
}

/** By currency, in the order of the API. */
export function byCurrency(totals) {
  const found = new Map();
  totals.forEach(total => found.set(total.currency, [...(found.get(total.currency) ?? []), total]));
  return [...found];
}

/** What is late, week after week without a gap, and what comes after them. */
function columnsOf(sums) {
  const columns = sums
    .filter(({ due }) => due === 'late')
    .map(({ open }) => ({ kind: 'late', label: t('due.before'), name: t('due.late'), open }));
  const weeks = sums.filter(({ due }) => due === 'week');
  if (weeks.length === 0) {
    return columns;
  }
  const days = Array.from({ length: WEEKS }, (_, week) => daysAfter(weeks[0].monday, 7 * week));
  const last = weeks.findLast(({ monday }) => monday <= days.at(-1)).monday;
  days
    .filter(monday => monday <= last)
    .forEach(monday => {
      const open = weeks.find(week => week.monday === monday)?.open ?? '0';
      columns.push({ kind: 'week', label: tinyDay(monday), name: nameOf({ due: 'week', monday }), open });
    });
  const after = weeks.filter(({ monday }) => monday > days.at(-1));
  if (after.length) {
    const open = sum(after.map(week => week.open));
    columns.push({ kind: 'after', label: t('due.after'), name: t('due.after'), open });
  }
  return columns;
}

function picture(currency, columns) {
  return columnChart(
    t('due.chart'),
    columns.map(({ kind, label, name, open }) => ({
      label,
      name: `${name}: ${money(open, currency)}`,
      text: Number(open) === 0 ? '' : shortAmount(open),
      parts: [{ kind, value: Number(open) }],
    }))
  );
}

function table(currency, sums) {
  return html`
    <table class="table">
      <caption class="unseen">
        ${t('due.chart')}, ${currency}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('due.when')}</th>
          <th scope="col" class="amount">${t('due.amount')}</th>
          <th scope="col" class="amount">${t('due.documents')}</th>
        </tr>
      </thead>
      <tbody>
        ${sums.map(
          found => html`
            <tr>
              <th scope="row">${nameOf(found)}</th>
              <td data-label=${t('due.amount')} class="amount">${money(found.open, currency)}</td>
              <td data-label=${t('due.documents')} class="amount">${found.documents}</td>
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

function nameOf({ due, monday }) {
  return t(`due.${due}`, { day: monday && shortDay(monday) });
}
