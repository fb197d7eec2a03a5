/** One ticket: who acts next, what happened, and a comment to add. */
import { get, post, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { facts } from '../parts/facts.js';
import { Form } from '../parts/form.js';
import { historyEntry } from '../parts/history.js';
import { nextStep } from '../parts/next-step.js';
import { wordsOf } from '../parts/states.js';
import { href } from '../router.js';
import { country, day, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

class TicketPage extends View {
  heading() {
    return t('ticket.title', { number: this.params.number });
  }

  opened() {
    const path = `/tickets/${segment(this.params.number)}`;
    this.ticket = new Reading(this, signal => whole(path, signal));
    this.form = new Form(this, {
      name: `comment-${this.params.number}`,
      values: { text: '' },
      send: (values, key) => post(`${path}/comments`, values, key),
    });
    this.update();
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('tickets')}>${t('tickets.title')}</a></p>
      <h1 tabindex="-1">${t('ticket.title', { number: this.params.number })}</h1>
      ${this.ticket?.show(ticket => this.content(ticket)) ?? nothing}
    `;
  }

  content(ticket) {
    return html`
      <p class="callout">
        <span class="badge ${ticket.state}">${t(`ticket.${ticket.state}`)}</span>
        ${nextStep(ticket)}
      </p>
      <div class="columns">
        <section class="sheet" aria-labelledby="history-title">
          <h2 id="history-title" tabindex="-1">${t('ticket.history')}</h2>
          <ol class="history">
            ${ticket.history.map(entry =>
              historyEntry(entry, ticket.customerName, entry.detail, t(`ticket.by.${entry.by}`))
            )}
          </ol>
          ${ticket.about === 'vendor-number' && ticket.state === 'open' ? this.notUs(ticket) : nothing}
          ${this.commentForm()}
        </section>
        <section class="sheet" aria-labelledby="facts-title">
          <h2 id="facts-title">${t('ticket.facts')}</h2>
          ${facts([
            [t('tickets.about'), t(`ticket.about.${ticket.about}`)],
            [
              t('tickets.customer'),
              ticket.legalEntityId
                ? html`<a href=${href('relationships', ticket.legalEntityId)}
                    >${ticket.customerName}</a
                  >`
                : ticket.customerName,
            ],
            [t('relationships.vendorNumbers'), ticket.vendorNumber],
            [t('missing.country'), ticket.country ? country(ticket.country) : undefined],
            [t('missing.contact'), ticket.contact],
            [t('tickets.opened'), day(ticket.openedAt)],
          ])}
        </section>
      </div>
    `;
  }

  /** Whether it was the user's own company that another account speaks for. */
  notUs({ history }) {
    return history.some(({ event }) => event === 'claim-disowned')
      ? nothing
      : html`
          ${this.failure
            ? html`<p class="note bad" role="alert">${wordsOf(this.failure)}</p>`
            : nothing}
          <p>${t('ticket.notUs')}</p>
          <p class="actions">
            <button
              class="button"
              aria-disabled=${this.busy ? 'true' : 'false'}
              @click=${() => this.disown()}
            >
              ${t('ticket.notUs.action')}
            </button>
          </p>
        `;
  }

  async disown() {
    if (this.busy) {
      return;
    }
    this.failure = undefined;
    this.busy = true;
    this.update();
    try {
      await post(`/tickets/${segment(this.params.number)}/not-us`, {});
      announce(t('ticket.notUs.done'));
      await this.ticket.start();
      this.querySelector('#history-title').focus();
    } catch (failed) {
      this.failure = failed;
    }
    this.busy = false;
    this.update();
  }

  commentForm() {
    return html`
      <form class="form" novalidate @submit=${event => this.comment(event)}>
        ${this.form.notes()}
        ${this.form.field('text', {
          label: t('ticket.comment'),
          help: t('ticket.comment.help'),
          required: true,
          rows: 3,
          maxlength: 2000,
        })}
        <p class="actions">
          <button class="button" aria-disabled=${this.form.sending ? 'true' : 'false'}>
            ${this.form.sending ? t('form.sending') : t('ticket.comment.action')}
          </button>
        </p>
      </form>
    `;
  }

  async comment(event) {
    const entry = await this.form.submit(event, ['text']);
    if (entry) {
      this.form.reset({ text: '' });
      announce(t('ticket.comment.done'));
      await this.ticket.start();
    }
  }
}

/** A ticket with all of its history, which the API gives in a few pages. */
async function whole(path, signal) {
  const ticket = await get(path, {}, signal);
  for (let cursor = ticket.next; cursor; ) {
    const page = await get(path, { cursor }, signal);
    ticket.history.push(...page.history);
    cursor = page.next;
  }
  return ticket;
}

customElements.define('ticket-page', TicketPage);
