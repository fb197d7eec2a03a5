/** What customers deliver: words for files, as the support desk reads them. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { known, number, t } from '../texts.js';
import { percent } from './numbers.js';

/** In short what became of a file: "refused", "1,000 rows, 20 of them refused" ... */
export function outcomeOf({ fault, rows, unknownStatusRows }) {
  if (fault) {
    return t('feed.refused', { why: faultWord(fault) });
  }
  const parts = [
    t('feed.rows', { count: rows.in }),
    rows.rejected && t('feed.rowsRefused', { count: rows.rejected, share: percent(rows.rejected, rows.in) }),
    unknownStatusRows && t('feed.rowsUnknown', { count: unknownStatusRows }),
  ];
  return parts.filter(Boolean).join(', ');
}

/** How a file is, at a glance. */
export function badges({ standing, age, dates }) {
  return html`
    <span class="badge ${standing === 'good' ? 'connected' : 'declined'}"
      >${t(`feed.standing.${standing}`)}</span
    >
    ${age === 'old' ? html`<span class="badge pending">${t('feed.age.old')}</span>` : nothing}
    ${dates === 'posting'
      ? html`<span class="badge pending">${t('feed.dates.posting')}</span>`
      : nothing}
  `;
}

/** A word for what may be wrong with a whole file. */
export function faultWord(code) {
  return known(`feed.fault.${code}`, 'feed.otherReason');
}

/** The same for a row. */
export function reasonWord(code) {
  return known(`feed.reason.${code}`, 'feed.otherReason');
}

/** How often something was so, most first. */
export function counts(title, what, pairs) {
  return html`
    <table class="table counts">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${what}</th>
          <th scope="col" class="amount">${t('feed.count')}</th>
        </tr>
      </thead>
      <tbody>
        ${pairs
          .toSorted(([, one], [, other]) => other - one)
          .map(
            ([word, count]) => html`
              <tr>
                <th scope="row">${word}</th>
                <td data-label=${t('feed.count')} class="amount">${number(count)}</td>
              </tr>
            `
          )}
      </tbody>
    </table>
  `;
}
