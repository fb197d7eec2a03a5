/** The support desk: tickets of all suppliers, the longest waiting first, or the latest closed. */
import { get, post, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { more } from '../parts/more.js';
import { nextStepForStaff } from '../parts/next-step.js';
import { who } from '../parts/staff.js';
import { empty, wordsOf } from '../parts/states.js';
import { go, href } from '../router.js';
import { user } from '../sign-in.js';
import { distance, known, t } from '../texts.js';
import { html, nothing, PagedReading, View } from '../view.js';

const STATES = ['open', 'closed'];
const SIDES = ['operator', 'buyer', 'supplier', 'system'];
const ASSIGNEES = ['me', 'nobody'];

class DeskPage extends View {
  heading() {
    return t('desk.title');
  }

  opened() {
    this.queryChanged();
  }

  queryChanged() {
    const { assignee, legalEntityId } = this.query;
    const wanted = this.isClosed() ? { state: 'closed' } : { waitingFor: this.query.waitingFor };
    this.list = new PagedReading(this, async (cursor, signal) => {
      const filter = { ...wanted, assignee, legalEntityId, cursor };
      const { tickets: items, next } = await get('/support/tickets', filter, signal);
      return { items, next };
    });
    this.update();
  }

  isClosed() {
    return this.query.state === 'closed';
  }

  template() {
    return html`
      <div class="head">
        <h1 tabindex="-1">${t('desk.title')}</h1>
        <a class="button" href=${href('desk', 'feeds')}>${t('feeds.title')}</a>
      </div>
      <div class="filters of-desk">
        ${this.filter(
          'state',
          t('desk.state'),
          STATES.map(state => [state, t(`desk.state.${state}`)]),
          this.isClosed() ? 'closed' : 'open'
        )}
        ${this.isClosed()
          ? nothing
          : this.filter(
              'waitingFor',
              t('desk.waitingFor'),
              SIDES.map(side => [side, t(`desk.waitingFor.${side}`)]),
              this.query.waitingFor ?? 'operator'
            )}
        ${this.filter(
          'assignee',
          t('desk.assignee'),
          [['', t('desk.assignee.all')], ...ASSIGNEES.map(one => [one, t(`desk.assignee.${one}`)])],
          this.query.assignee ?? ''
        )}
        ${this.query.legalEntityId
          ? html`<p class="field inline">
              <span class="label">${t('desk.customer')}</span> ${this.query.legalEntityId}
              <a href=${this.address({ legalEntityId: undefined })}>${t('desk.allCustomers')}</a>
            </p>`
          : nothing}
      </div>
      ${this.failure ? html`<p class="note bad" role="alert">${wordsOf(this.failure)}</p>` : nothing}
      ${this.list?.show(tickets =>
        tickets.length || this.list.next
          ? html`${this.table(tickets)} ${more(this.list)}`
          : empty(t(this.isClosed() ? 'desk.noneClosed' : 'desk.none'))
      ) ?? nothing}
    `;
  }

  filter(name, label, options, value) {
    return html`
      <div class="field inline">
        <label class="label" for="desk-${name}">${label}</label>
        <select
          id="desk-${name}"
          @change=${event => (location.hash = this.address({ [name]: event.target.value }))}
        >
          ${options.map(
            ([option, text]) =>
              html`<option value=${option} .selected=${option === value}>${text}</option>`
          )}
        </select>
      </div>
    `;
  }

  address(changed) {
    const query = Object.fromEntries(
      Object.entries({ ...this.query, ...changed }).filter(([, value]) => value)
    );
    return href('desk', query);
  }

  table(tickets) {
    return html`
      <table class="table">
        <caption class="unseen">
          ${t('desk.title')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('tickets.number')}</th>
            <th scope="col">${t('tickets.customer')}</th>
            <th scope="col">${t('tickets.about')}</th>
            <th scope="col">${this.stands()}</th>
            <th scope="col">${t('desk.assignee')}</th>
          </tr>
        </thead>
        <tbody>
          ${tickets.map(ticket => this.row(ticket))}
        </tbody>
      </table>
    `;
  }

  /** What is said of where a ticket stands. */
  stands() {
    return t(this.isClosed() ? 'case.outcome' : 'desk.waiting');
  }

  row(ticket) {
    const { ticketNumber, customerName, about, state, nextStep, assignee } = ticket;
    return html`
      <tr>
        <th scope="row">
          <a class="number" href=${href('desk', ticketNumber)}>${ticketNumber}</a>
        </th>
        <td data-label=${t('tickets.customer')}>${customerName}</td>
        <td data-label=${t('tickets.about')} class="word">
          ${known(`case.about.${about}`, `ticket.about.${about}`)}
        </td>
        <td data-label=${this.stands()}>
          ${state === 'closed'
            ? nextStepForStaff(ticket)
            : html`<time datetime=${nextStep.since}>${distance(nextStep.since)}</time>`}
        </td>
        <td data-label=${assignee || state === 'open' ? t('desk.assignee') : nothing}>
          ${assignee ? who(assignee) : state === 'open' ? this.takeIt(ticketNumber) : nothing}
        </td>
      </tr>
    `;
  }

  takeIt(number) {
    return html`<button class="button small" @click=${() => this.take(number)}>
      ${t('desk.take')}<span class="unseen"> ${number}</span>
    </button>`;
  }

  async take(number) {
    this.failure = undefined;
    try {
      await post(`/support/tickets/${segment(number)}/assign`, { assignee: user().sub });
      announce(t('desk.taken'));
      go('desk', number);
    } catch (failed) {
      this.failure = failed;
      this.update();
    }
  }
}

customElements.define('desk-page', DeskPage);
