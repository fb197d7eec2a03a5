/** One ticket as the support desk sees it: all that bears on it, and what can be done about it. */
import { get, post, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { facts } from '../parts/facts.js';
import { Form } from '../parts/form.js';
import { historyEntry } from '../parts/history.js';
import { nextStepForStaff } from '../parts/next-step.js';
import { stateBadge } from '../parts/outlook.js';
import { shortId, who } from '../parts/staff.js';
import { wordsOf } from '../parts/states.js';
import { href } from '../router.js';
import { user } from '../sign-in.js';
import { country, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const OUTCOMES = ['customer-added', 'customer-not-added'];

class CasePage extends View {
  heading() {
    return t('ticket.title', { number: this.params.number });
  }

  opened() {
    this.path = `/support/tickets/${segment(this.params.number)}`;
    this.case = new Reading(this, signal => get(this.path, {}, signal));
    this.forms = {
      comments: this.form('comments', { text: '' }),
      connect: this.form('connect', { vendorNumber: '', reason: '' }),
      reject: this.form('reject', { reason: '' }),
      'unlock-challenge': this.form('unlock-challenge', { vendorNumber: '', reason: '' }),
      close: this.form('close', { outcome: '', reason: '' }),
    };
    this.unfolded = new Set(Object.keys(this.forms).filter(action => this.forms[action].restored));
    this.update();
  }

  form(action, values) {
    return new Form(this, {
      name: `${action}-${this.params.number}`,
      values,
      send: (typed, key) => post(`${this.path}/${action}`, filled(typed), key),
    });
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('desk')}>${t('desk.title')}</a></p>
      <h1 tabindex="-1">${t('ticket.title', { number: this.params.number })}</h1>
      ${this.case?.show(found => this.content(found)) ?? nothing}
    `;
  }

  content(found) {
    return html`
      <p class="callout">
        <span class="badge ${found.state}">${t(`ticket.${found.state}`)}</span>
        ${nextStepForStaff(found)}
      </p>
      ${this.failure ? html`<p class="note bad" role="alert">${wordsOf(this.failure)}</p>` : nothing}
      <div class="columns">
        <section class="sheet" aria-labelledby="history-title">
          <h2 id="history-title">${t('case.history')}</h2>
          <ol class="history">
            ${found.history.map(entry =>
              historyEntry(entry, found.customerName, detailOf(entry), byWhom(entry))
            )}
          </ol>
          ${this.act('comments', ['text'], form =>
            form.field('text', {
              label: t('case.comment'),
              help: t('case.comment.help'),
              required: true,
              rows: 3,
              maxlength: 2000,
            })
          )}
        </section>
        <div class="stack">
          ${this.actions(found)} ${this.parties(found)}
        </div>
      </div>
    `;
  }

  actions(found) {
    const { state, about, relationship, challenge, assignee } = found;
    const open = state === 'open';
    const isConnection = about === 'connection';
    const canUnlock = challenge && !['none', 'passed'].includes(challenge.state);
    return html`
      <section class="sheet" aria-labelledby="actions-title">
        <h2 id="actions-title">${t('case.actions')}</h2>
        ${facts([[t('desk.assignee'), assignee && who(assignee)]])}
        <p class="actions">
          ${assignee === user().sub
            ? this.button('assign', {}, 'case.release')
            : this.button('assign', { assignee: user().sub }, 'desk.take')}
          ${open && relationship?.state === 'pending'
            ? this.button('ask-again', { ask: relationship.ask }, 'case.askAgain')
            : nothing}
          ${!open && about !== 'missing-customer' ? this.button('resend-mail', {}, 'case.resend') : nothing}
        </p>
        ${open && isConnection
          ? html`
              ${this.folded('case.connect', 'connect', ['reason'], form => [
                form.field('vendorNumber', {
                  label: t('relationships.vendorNumbers'),
                  maxlength: 40,
                }),
                this.reason(form),
              ])}
              ${this.folded('case.reject', 'reject', ['reason'], form => this.reason(form))}
            `
          : nothing}
        ${open && about === 'missing-customer'
          ? this.folded('case.close', 'close', ['outcome', 'reason'], form => [
              form.field('outcome', {
                label: t('case.outcome'),
                required: true,
                options: OUTCOMES.map(outcome => [outcome, t(`case.outcome.${outcome}`)]),
              }),
              this.reason(form),
            ])
          : nothing}
        ${canUnlock
          ? this.folded('case.unlock', 'unlock-challenge', ['reason'], form => [
              form.field('vendorNumber', {
                label: t('case.unlock.number'),
                help: t('case.unlock.number.help'),
                maxlength: 40,
              }),
              this.reason(form),
            ])
          : nothing}
      </section>
    `;
  }

  parties(found) {
    const { relationship, challenge, supplier, customer, country: where, contact } = found;
    return html`
      <section class="sheet" aria-labelledby="parties-title">
        <h2 id="parties-title">${t('case.parties')}</h2>
        ${facts([
          [t('case.supplier'), supplier && (supplier.legalName ?? supplier.accountId)],
          [t('missing.contact'), supplier && person(supplier.contact)],
          [
            t('tickets.customer'),
            found.legalEntityId &&
              html`<a href=${href('desk', 'customers', found.legalEntityId)}
                >${customer?.name ?? found.customerName}</a
              >`,
          ],
          [t('case.policy'), customer && t(`policy.${customer.policy}`)],
          [
            t('case.contacts'),
            customer?.contacts.length
              ? customer.contacts.map(one => html`<div>${person(one)}</div>`)
              : undefined,
          ],
          [t('relationships.state'), relationship && stateBadge(relationship.state)],
          [
            t('relationships.vendorNumbers'),
            (relationship?.vendorNumbers ?? []).join(', ') || found.vendorNumber,
          ],
          [
            t('case.related'),
            found.related.length
              ? found.related.map(
                  number => html`<div><a class="number" href=${href('desk', number)}>${number}</a></div>`
                )
              : undefined,
          ],
          [t('case.challenge'), challenge && t(`case.challenge.${challenge.state}`)],
          [t('case.failures'), challenge?.failuresEver || undefined],
          [t('missing.country'), where && country(where)],
          [t('missing.contact'), contact || undefined],
        ])}
      </section>
    `;
  }

  reason(form) {
    return form.field('reason', {
      label: t('relationship.reason'),
      help: t('case.reason.help'),
      required: true,
      rows: 2,
      maxlength: 1000,
    });
  }

  button(action, body, key) {
    return html`<button
      class="button"
      aria-disabled=${this.busy ? 'true' : 'false'}
      @click=${() => this.press(action, body)}
    >
      ${t(key)}
    </button>`;
  }

  folded(key, action, required, fields) {
    return html`
      <details class="fold" ?open=${this.unfolded.has(action)}>
        <summary>${t(key)}</summary>
        ${this.act(action, required, fields, key)}
      </details>
    `;
  }

  act(action, required, fields, key = 'ticket.comment.action') {
    const form = this.forms[action];
    return html`
      <form class="form" novalidate @submit=${event => this.submit(event, action, required)}>
        ${form.notes()} ${fields(form)}
        <p class="actions">
          <button class="button" aria-disabled=${form.sending ? 'true' : 'false'}>
            ${form.sending ? t('form.sending') : t(key)}
          </button>
        </p>
      </form>
    `;
  }

  async submit(event, action, required) {
    const found = await this.forms[action].submit(event, required);
    if (found) {
      this.forms[action].reset(
        Object.fromEntries(Object.keys(this.forms[action].values).map(name => [name, '']))
      );
      this.done(found);
    }
  }

  /** What needs no words: one press. */
  async press(action, body) {
    if (this.busy) {
      return;
    }
    this.failure = undefined;
    this.busy = true;
    this.update();
    try {
      this.done(await post(`${this.path}/${action}`, body));
    } catch (failed) {
      this.failure = failed;
    } finally {
      this.busy = false;
      this.update();
    }
  }

  done(found) {
    this.case.value = found;
    announce(t('case.done'));
    this.querySelectorAll('details.fold[open]').forEach(fold => (fold.open = false));
    const focused = document.activeElement;
    this.draw();
    if (!focused.checkVisibility()) {
      this.querySelector('h1').focus();
    }
  }
}

/** Fields that were left empty are not sent. */
function filled(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}

function person({ name, mail }) {
  return html`${name}, <a href="mailto:${mail}">${mail}</a>`;
}

/** Whom a ticket was assigned to stands there as an id. */
function detailOf({ event, detail }) {
  return event === 'assigned' && detail ? shortId(detail) : detail;
}

function byWhom({ by, name }) {
  return name ? `${t(`case.by.${by}`)} (${shortId(name)})` : t(`case.by.${by}`);
}

customElements.define('case-page', CasePage);
