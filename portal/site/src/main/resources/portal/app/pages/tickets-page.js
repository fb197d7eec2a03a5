/** All tickets of the supplier, newest first. */
import { get } from '../api.js';
import { more } from '../parts/more.js';
import { nextStep } from '../parts/next-step.js';
import { empty } from '../parts/states.js';
import { href } from '../router.js';
import { day, t } from '../texts.js';
import { html, PagedReading, View } from '../view.js';

class TicketsPage extends View {
  list = new PagedReading(this, async (cursor, signal) => {
    const { tickets: items, next } = await get('/tickets', { cursor }, signal);
    return { items, next };
  });

  heading() {
    return t('tickets.title');
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('tickets.title')}</h1>
      ${this.list.show(tickets =>
        tickets.length
          ? html`${table(tickets)} ${more(this.list)}`
          : empty(
              t('tickets.none'),
              html`<a class="button" href=${href('customers')}>${t('customers.title')}</a>`
            )
      )}
    `;
  }
}

function table(tickets) {
  return html`
    <table class="table">
      <caption class="unseen">
        ${t('tickets.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('tickets.number')}</th>
          <th scope="col">${t('tickets.customer')}</th>
          <th scope="col">${t('tickets.about')}</th>
          <th scope="col">${t('tickets.opened')}</th>
          <th scope="col">${t('tickets.next')}</th>
        </tr>
      </thead>
      <tbody>
        ${tickets.map(
          ticket => html`
            <tr>
              <th scope="row">
                <a class="number" href=${href('tickets', ticket.ticketNumber)}
                  >${ticket.ticketNumber}</a
                >
              </th>
              <td data-label=${t('tickets.customer')}>${ticket.customerName}</td>
              <td data-label=${t('tickets.about')} class="word">${t(`ticket.about.${ticket.about}`)}</td>
              <td data-label=${t('tickets.opened')}>
                <time datetime=${ticket.openedAt}>${day(ticket.openedAt)}</time>
              </td>
              <td data-label=${t('tickets.next')}>
                <span class="badge ${ticket.state}">${t(`ticket.${ticket.state}`)}</span>
                ${nextStep(ticket)}
              </td>
            </tr>
          `
        )}
      </tbody>
    </table>
  `;
}

customElements.define('tickets-page', TicketsPage);
