/** Proving the relationship with a customer by two invoices, in three steps. */
import { get, post, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { readDay } from '../parts/dates.js';
import { Form } from '../parts/form.js';
import { dateAndAmount, invoiceNumber } from '../parts/invoice-fields.js';
import { refusal } from '../parts/outcome.js';
import { stateBadge, ticketLink } from '../parts/outlook.js';
import { progressSteps, stepName } from '../parts/progress-steps.js';
import { href } from '../router.js';
import { moment, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

class ChallengePage extends View {
  heading() {
    return t('challenge.title');
  }

  opened() {
    this.path = `/challenges/${segment(this.params.challengeId)}`;
    this.challenge = new Reading(this, async signal => {
      const challenge = await get(this.path, {}, signal);
      this.prepare(challenge);
      return challenge;
    });
  }

  /** The form of the step that the challenge is at. */
  prepare({ state, invoiceNumbers = [] }) {
    const names = state === 'step-1' ? ['0'] : invoiceNumbers.map((_, index) => `${index}`);
    this.form = new Form(this, {
      name: `challenge-${this.params.challengeId}-${state}`,
      values: Object.fromEntries(
        [
          ...(state === 'step-1' ? ['invoiceNumber'] : []),
          ...names.flatMap(name => [`date-${name}`, `amount-${name}`]),
        ].map(name => [name, ''])
      ),
      send: (values, key) => post(`${this.path}/${state}`, body(state, names, values), key),
      isDone: answer => !canTryAgain(answer),
    });
    this.names = names;
  }

  template() {
    return html`
      <h1 tabindex="-1">${t('challenge.title')}</h1>
      ${this.challenge?.show(challenge => this.content(challenge)) ?? nothing}
    `;
  }

  content(challenge) {
    const { state, customers = [] } = challenge;
    return html`
      <p class="lead">
        ${t('challenge.lead', { name: customers.map(({ name }) => name).join(', ') })}
      </p>
      ${progressSteps(state)}
      ${this.step(challenge)}
      ${state === 'passed' && uncovered(challenge).length === 0 ? nothing : this.handOver(challenge)}
    `;
  }

  step(challenge) {
    switch (challenge.state) {
      case 'step-1':
      case 'step-2':
        return this.question(challenge);
      case 'passed':
        return this.outcome(settled(challenge));
      case 'locked':
        return html`<p class="note bad" tabindex="-1" data-outcome>${ended(challenge)}</p>`;
      case 'expired':
        return html`<p class="note" tabindex="-1" data-outcome>
          ${ended(challenge)}
          <a href=${href('customers')}>${t('customers.title')}</a>
        </p>`;
      default:
        return html`<p class="note bad" tabindex="-1" data-outcome>${ended(challenge)}</p>`;
    }
  }

  question({ state, invoiceNumbers = [], billedTo = [], attemptsLeft, answerBy }) {
    return html`
      ${this.wrong
        ? html`<p class="note bad" tabindex="-1" data-outcome>
            ${t('challenge.wrong', { count: attemptsLeft })}
          </p>`
        : nothing}
      <form class="form sheet" novalidate @submit=${event => this.answer(event)}>
        ${this.form.notes()}
        ${state === 'step-1'
          ? invoiceNumber(this.form, 'invoiceNumber')
          : nothing}
        ${this.names.map((name, index) => {
          const number = invoiceNumbers[index];
          return this.invoice(
            name,
            number,
            billedTo.find(({ invoiceNumber }) => invoiceNumber === number)
          );
        })}
        <p class="actions">
          <button class="button first" aria-disabled=${this.form.sending ? 'true' : 'false'}>
            ${this.form.sending ? t('form.sending') : t('challenge.action')}
          </button>
        </p>
        <p class="muted">
          ${t('challenge.left', { count: attemptsLeft, moment: moment(answerBy) })}
        </p>
      </form>
    `;
  }

  /**
   * Date and amount of an invoice; its number is said where it is not typed, and to whom it went
   * where that is another company of the group.
   */
  invoice(name, number, another) {
    return html`
      ${number ? html`<h2>${t('challenge.invoice', { number })}</h2>` : nothing}
      ${another
        ? html`<p>${another.name ? t('challenge.billedTo', another) : t('challenge.billedToOther')}</p>`
        : nothing}
      ${dateAndAmount(this.form, `date-${name}`, `amount-${name}`)}
    `;
  }

  outcome(customers) {
    return html`
      <ul class="cards">
        ${customers.map(
          ({ name, state, ticketNumber, legalEntityId }) => html`<li class="card">
            <div class="card-text">
              <h2>${name} ${stateBadge(state)}</h2>
              <p>${t(`relationship.${state}.text`, { name })}</p>
              ${ticketNumber
                ? html`<p>${t('relationships.ticket')}: ${ticketLink(ticketNumber)}</p>`
                : nothing}
            </div>
            <a class="button" href=${href('relationships', legalEntityId)}
              >${t('relationship.show')}<span class="unseen">: ${name}</span></a
            >
          </li>`
        )}
      </ul>
    `;
  }

  /**
   * The way out that is never closed: the customer is asked; after a proof those customers that it
   * does not cover.
   */
  handOver(challenge) {
    const { state, handedOverAt, customers } = challenge;
    const others = uncovered(challenge).map(({ name }) => name).join(', ');
    return html`
      <section class="sheet narrow hand-over" aria-labelledby="hand-over-title">
        <h2 id="hand-over-title">
          ${t(state === 'passed' ? 'challenge.others' : 'challenge.handOver')}
        </h2>
        ${handedOverAt
          ? html`<p tabindex="-1" data-handed-over>${t('challenge.handedOver')}</p>
              ${this.outcome(customers)}`
          : html`<p>
                ${state === 'passed'
                  ? t('challenge.others.text', { name: others })
                  : t('challenge.handOver.text')}
              </p>
              <p class="actions">
                <button
                  class="button"
                  aria-disabled=${this.handing ? 'true' : 'false'}
                  @click=${() => this.ask()}
                >
                  ${this.handing ? t('connect.sending') : t('connect.action')}
                </button>
              </p>`}
        ${this.failure ? refusal(this.failure) : nothing}
      </section>
    `;
  }

  async answer(event) {
    const challenge = await this.form.submit(event, Object.keys(this.form.values));
    if (!challenge) {
      return;
    }
    this.challenge.value = challenge;
    this.wrong = challenge.verdict === 'wrong';
    const again = canTryAgain(challenge);
    if (!again) {
      this.prepare(challenge);
    }
    announce(again ? t('challenge.wrong', { count: challenge.attemptsLeft }) : news(challenge));
    this.draw();
    (this.querySelector('[data-outcome]') ?? this.querySelector('h1')).focus();
  }

  async ask() {
    if (this.handing) {
      return;
    }
    this.handing = true;
    this.failure = undefined;
    this.update();
    try {
      this.challenge.value = await post(`${this.path}/hand-over`, {});
      announce(t('challenge.handedOver'));
    } catch (failed) {
      this.failure = failed;
    }
    this.handing = false;
    this.draw();
    if (!this.failure) {
      (this.querySelector('[data-handed-over]') ?? this.querySelector('h1')).focus();
    }
  }
}

/** The customers of whom it is open what comes: once it is passed, those that it does not cover. */
function uncovered({ customers = [] }) {
  return customers.filter(({ state }) => state === 'challenge');
}

/** The customers of whom it is known what has come. */
function settled({ customers = [] }) {
  return customers.filter(({ state }) => state !== 'challenge');
}

/** Whether what was typed is to be corrected. */
function canTryAgain({ verdict, attemptsLeft }) {
  return verdict === 'wrong' && attemptsLeft > 0;
}

/** What a screen reader is told of where an answer has led to. */
function news(challenge) {
  switch (challenge.state) {
    case 'step-1':
    case 'step-2':
      return stepName(challenge.state);
    case 'passed':
      return settled(challenge)
        .map(({ name, state }) => t(`relationship.${state}.text`, { name }))
        .join(' ');
    default:
      return ended(challenge);
  }
}

/** Why it cannot be answered any more. */
function ended({ state, lockedUntil }) {
  switch (state) {
    case 'locked':
      return t('challenge.locked', { moment: moment(lockedUntil) });
    case 'expired':
      return t('challenge.expired');
    default:
      return t('challenge.used-up');
  }
}

/** What the API is sent: one answer flat, several as a list. */
function body(state, names, values) {
  const answers = names.map(name => ({
    invoiceDate: readDay(values[`date-${name}`]),
    invoiceAmount: values[`amount-${name}`].trim(),
  }));
  if (state === 'step-1') {
    return { invoiceNumber: values.invoiceNumber.trim(), ...answers[0] };
  }
  return answers.length === 1 ? answers[0] : { answers };
}

customElements.define('challenge-page', ChallengePage);
