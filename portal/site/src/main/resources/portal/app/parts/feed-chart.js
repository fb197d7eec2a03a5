/** What a customer delivered week by week: as a picture, and as its table. */
import { html, nothing } from '../../lib/lit-html/lit-html.js';
import { number, t } from '../texts.js';
import { columnChart } from './column-chart.js';
import { shortDay, tinyDay } from './dates.js';
import { faultWord } from './feed.js';
import { shortAmount } from './numbers.js';

const KINDS = ['loaded', 'unknown', 'refused'];

/** @param weeks in the order of the API, without a gap */
export function feedChart(weeks) {
  const highest = Math.max(...weeks.map(({ rows }) => rows.in));
  return html`
    <figure class="due feed-weeks">
      ${highest ? picture(weeks, highest) : nothing}
      <details class="more-facts" ?open=${!highest}>
        <summary>${t('due.table')}</summary>
        ${table(weeks)}
      </details>
    </figure>
  `;
}

function picture(weeks, highest) {
  const highestWeek = weeks.findLastIndex(({ rows }) => rows.in === highest);
  return html`
    <ul class="keys">
      ${KINDS.map(
        kind => html`<li>
          <svg class="chart" aria-hidden="true"><rect class=${kind} width="100%" height="100%" /></svg
          >${t(`feed.key.${kind}`)}
        </li>`
      )}
    </ul>
    ${columnChart(
      t('feed.chart'),
      weeks.map((week, index) => ({
        // On a phone there is room for every other day, and for one number.
        label: (weeks.length - index) % 2 ? tinyDay(week.monday) : '',
        text: index === highestWeek ? shortAmount(highest) : '',
        name: nameOf(week),
        parts: partsOf(week),
      }))
    )}
  `;
}

/** Rows that a newer file says more about were not refused: they are with the loaded ones. */
function partsOf({ rows, unknownStatusRows }) {
  return [
    { kind: 'loaded', value: rows.in - rows.rejected - unknownStatusRows },
    { kind: 'unknown', value: unknownStatusRows },
    { kind: 'refused', value: rows.rejected },
  ];
}

function nameOf({ monday, rows, unknownStatusRows }) {
  const counts = [
    t('feed.rows', { count: rows.in }),
    `${t('feed.key.refused')}: ${number(rows.rejected)}`,
    `${t('feed.key.unknown')}: ${number(unknownStatusRows)}`,
  ];
  return `${t('due.week', { day: shortDay(monday) })}: ${counts.join(', ')}`;
}

function table(weeks) {
  const columns = [
    ['feed.files', week => number(week.files)],
    ['feed.filesRefused', week => faults(week.refusedByFault)],
    ['feed.rows.in', week => number(week.rows.in)],
    ['feed.rows.rejected', week => number(week.rows.rejected)],
    ['feed.key.unknown', week => number(week.unknownStatusRows)],
    ['feed.passed', week => number(week.challenges.passed)],
    ['feed.notPassed', week => number(week.challenges.locked + week.challenges.handedOver)],
  ];
  return html`
    <table class="table">
      <caption class="unseen">
        ${t('feed.chart')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('feed.week')}</th>
          ${columns.map(([key]) => html`<th scope="col" class="amount">${t(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.toReversed().map(
          week => html`
            <tr>
              <th scope="row">${shortDay(week.monday)}</th>
              ${columns.map(
                ([key, value]) => html`<td data-label=${t(key)} class="amount">${value(week)}</td>`
              )}
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

function faults(refused) {
  const found = Object.entries(refused);
  const all = found.reduce((sum, [, count]) => sum + count, 0);
  return all
    ? `${number(all)}: ${found.map(([fault]) => faultWord(fault)).join('; ')}`
    : number(0);
}
