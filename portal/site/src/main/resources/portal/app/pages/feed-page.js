/** How good what a customer delivers is, and what suppliers can prove themselves by. */
import { get, segment } from '../api.js';
import { facts } from '../parts/facts.js';
import { feedChart } from '../parts/feed-chart.js';
import { badges, counts, faultWord, reasonWord } from '../parts/feed.js';
import { percent } from '../parts/numbers.js';
import { empty } from '../parts/states.js';
import { href } from '../router.js';
import { distance, moment, number, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

class FeedPage extends View {
  heading() {
    return t('feed.title');
  }

  opened() {
    const { legalEntityId } = this.params;
    this.found = new Reading(this, signal =>
      get(`/support/legal-entities/${segment(legalEntityId)}/feed-quality`, {}, signal)
    );
    this.update();
  }

  template() {
    const { legalEntityId } = this.params;
    return html`
      <p class="crumb">
        <a href=${href('desk')}>${t('desk.title')}</a> ›
        <a href=${href('desk', 'customers', legalEntityId)}
          >${this.found?.value?.name ?? legalEntityId}</a
        >
      </p>
      <h1 tabindex="-1">${t('feed.title')}</h1>
      ${this.found?.show(found => content(found)) ?? nothing}
    `;
  }
}

function content({ newest, books, challenges, weeks, booksChangedAt }) {
  return html`
    ${books.challenge === 'posting-dates'
      ? html`<p class="note">${t('feed.postingDates')}</p>`
      : nothing}
    <section class="sheet due-sheet" aria-labelledby="weeks-title">
      <h2 id="weeks-title">${t('feed.chart')}</h2>
      ${feedChart(weeks)}
    </section>
    <div class="columns even">
      <div>
        ${newest.length
          ? newest.map(file)
          : html`<section class="sheet">
              ${empty(t(booksChangedAt ? 'feed.byOthers' : 'feed.nothing'))}
            </section>`}
      </div>
      ${proofs(books, challenges, booksChangedAt)}
    </div>
  `;
}

function file(newest) {
  const { kind, deliveredAt, fault, rows, rejectsByReason, unknownStatusWords } = newest;
  const reasons = Object.entries(rejectsByReason).map(([code, count]) => [reasonWord(code), count]);
  const words = unknownStatusWords.map(({ word, rows: count }) => [word, count]);
  return html`
    <section class="sheet feed" aria-labelledby="newest-${kind}">
      <h2 id="newest-${kind}">${t(`feed.newest.${kind}`)} ${badges(newest)}</h2>
      ${facts([
        [t('feed.file'), html`<span class="path">${newest.file}</span>`],
        [
          t('feed.delivered'),
          html`<time datetime=${deliveredAt}>${moment(deliveredAt)}</time>, ${distance(deliveredAt)}`,
        ],
        [t('feed.fault'), fault && faultWord(fault)],
        ...(fault
          ? []
          : ['in', 'loaded', 'unchanged', 'superseded', 'rejected'].map(part => [
              t(`feed.rows.${part}`),
              number(rows[part]),
            ])),
      ])}
      ${reasons.length ? counts(t('feed.reasons'), t('feed.reason'), reasons) : nothing}
      ${words.length
        ? counts(t('feed.words', { count: newest.unknownStatusRows }), t('feed.word'), words)
        : nothing}
    </section>
  `;
}

function proofs(books, { passed, locked, handedOver }, booksChangedAt) {
  const all = passed + locked + handedOver;
  return html`
    <section class="sheet" aria-labelledby="proofs-title">
      <h2 id="proofs-title">${t('feed.proofs')}</h2>
      ${facts([
        [t('case.challenge'), t(`feed.challenge.${books.challenge}`)],
        [t('feed.vendors'), challengeable('challengeableVendors', books, books.vendors)],
        [t('feed.invoices'), challengeable('challengeableInvoices', books, books.invoices)],
        [t('feed.passed'), all ? share(passed, all) : t('feed.noChallenges')],
        [t('feed.locked'), all ? number(locked) : ''],
        [t('feed.handedOver'), all ? number(handedOver) : ''],
        [t('feed.booksChanged'), booksChangedAt && moment(booksChangedAt)],
      ])}
    </section>
  `;
}

/** How many can be challenged, and how many could be by the dates that documents carry. */
function challengeable(what, books, all) {
  const could = books.withDocumentDates?.[what];
  return could
    ? t('feed.could', { now: share(books[what], all), could: share(could, all) })
    : share(books[what], all);
}

function share(part, all) {
  return all ? t('feed.share', { part, all, share: percent(part, all) }) : number(0);
}

customElements.define('feed-page', FeedPage);
