/** What support sets for a customer, over what its directory file says. */
import { live } from '../../lib/lit-html/directives/live.js';
import { get, put, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { Form } from '../parts/form.js';
import { empty } from '../parts/states.js';
import '../parts/status-words.js';
import { href } from '../router.js';
import { country, LANGUAGES, moment, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

const POLICIES = ['hidden', 'closed', 'approval', 'challenge-then-approval', 'challenge'];
const CONTACTS = [0, 1, 2];

/** The numbers that a customer can have of its own: the least and the most of each, and the usual one. */
const NUMBERS = {
  challenge: {
    attempts: [1, 5, 3],
    lockHours: [1, 720, 24],
    challengeHours: [1, 168, 24],
    attemptsPerSupplier: [1, 30, 9],
    attemptsPerVendorNumber: [1, 30, 9],
    evidenceBits: [14, 40, 20],
  },
  days: {
    firstReminderDays: [1, 87, 3],
    secondReminderDays: [2, 88, 10],
    thirdReminderDays: [3, 89, 20],
    expiryDays: [4, 90, 30],
    requests: [1, 20, 3],
    requestDays: [1, 365, 90],
  },
};
const CHOICES = { secondInvoices: ['one', 'two'], weakPairs: ['allowed', 'refused'] };
const ALL_NUMBERS = { ...NUMBERS.challenge, ...NUMBERS.days };

/** A number, another one, and by how much it is more than that at least. */
const ORDER = [
  ['attemptsPerSupplier', 'attempts', 0],
  ['attemptsPerVendorNumber', 'attempts', 0],
  ['secondReminderDays', 'firstReminderDays', 1],
  ['thirdReminderDays', 'secondReminderDays', 1],
  ['expiryDays', 'thirdReminderDays', 1],
];

class CustomerSettingsPage extends View {
  heading() {
    return this.found?.value?.name ?? t('customerSettings.title');
  }

  opened() {
    this.path = `/support/legal-entities/${segment(this.params.legalEntityId)}`;
    this.found = new Reading(this, async signal => {
      const found = await get(this.path, {}, signal);
      this.form = new Form(this, {
        name: `settings-${this.params.legalEntityId}`,
        values: typed(found),
        send: values => put(this.path, sent(values)),
      });
      this.read = typed(found);
      this.theirs = {};
      this.unfolded = unfolded(found.set);
      if (this.isConnected) {
        document.title = `${found.name} – CustomerConnect`;
      }
      return found;
    });
    this.update();
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('desk')}>${t('desk.title')}</a></p>
      <h1 tabindex="-1">${this.found?.value?.name ?? t('customerSettings.title')}</h1>
      ${this.found?.show(found => this.content(found)) ?? nothing}
    `;
  }

  content(found) {
    const { form } = this;
    return html`
      <p class="lead">
        ${[found.city, country(found.country)].filter(Boolean).join(', ')} ·
        <a href=${href('desk', { legalEntityId: found.legalEntityId })}>${t('customerSettings.tickets')}</a> ·
        <a href=${href('desk', 'customers', found.legalEntityId, 'feed')}>${t('feed.title')}</a>
      </p>
      <div class="columns">
        <form class="form sheet" novalidate @submit=${event => this.save(event)}>
          ${form.notes()}
          <p>${t('customerSettings.inForce', { policy: t(`policy.${found.policy}`) })}</p>
          ${form.field('policy', {
            label: t('customerSettings.policy'),
            help: t('customerSettings.policy.help'),
            readBack: this.saved('policy', policy => t(`policy.${policy}`)),
            options: POLICIES.map(policy => [policy, t(`policy.${policy}`)]),
          })}
          <h2>${t('customerSettings.contacts')}</h2>
          <p class="help">${t('customerSettings.contacts.help')}</p>
          ${CONTACTS.map(
            place => html`
              <fieldset>
                <legend>${t('customerSettings.contact', { place: place + 1 })}</legend>
                ${form.field(`name${place}`, {
                  label: t('account.contactPerson'),
                  readBack: this.saved(`name${place}`),
                  maxlength: 200,
                })}
                ${form.field(`mail${place}`, {
                  label: t('account.mail'),
                  readBack: this.saved(`mail${place}`),
                  kind: 'mail',
                })}
                ${form.field(`language${place}`, {
                  label: t('account.language'),
                  readBack: this.saved(`language${place}`, tag => LANGUAGES[tag]),
                  options: Object.entries(LANGUAGES),
                })}
              </fieldset>
            `
          )}
          ${this.folded(
            'challenge',
            found,
            Object.keys(CHOICES).map(choice =>
              form.field(`rules.${choice}`, {
                label: t(`rules.${choice}`),
                help: t('rules.inForce', { value: t(`rules.${choice}.${found.rules[choice]}`) }),
                readBack: this.saved(`rules.${choice}`, value => t(`rules.${choice}.${value}`)),
                options: CHOICES[choice].map(value => [value, t(`rules.${choice}.${value}`)]),
              })
            )
          )}
          ${this.folded('days', found, nothing)}
          ${form.field('reason', {
            label: t('relationship.reason'),
            help: t('customerSettings.reason.help'),
            required: true,
            rows: 2,
            maxlength: 1000,
          })}
          <p class="actions">
            <button class="button first" aria-disabled=${form.sending ? 'true' : 'false'}>
              ${form.sending ? t('form.sending') : t('account.action')}
            </button>
          </p>
        </form>
        <section class="sheet" aria-labelledby="changes-title">
          <h2 id="changes-title">${t('customerSettings.changes')}</h2>
          ${found.changes.length
            ? html`<ol class="history">
                ${found.changes.map(change)}
              </ol>`
            : empty(t('customerSettings.changes.none'))}
        </section>
      </div>
      <status-words .legalEntityId=${found.legalEntityId}></status-words>
    `;
  }

  /** Numbers of one kind; unfolded where one of them is wrong, and then left as it is. */
  folded(kind, found, choices) {
    const { form } = this;
    if (Object.keys(NUMBERS[kind]).some(name => form.mistakes[`rules.${name}`])) {
      this.unfolded[kind] = true;
    }
    return html`
      <details
        class="fold"
        ?open=${live(this.unfolded[kind])}
        @toggle=${({ target }) => (this.unfolded[kind] = target.open)}
      >
        <summary>${t(`rules.${kind}`)}</summary>
        <p class="help">${t('rules.help')}</p>
        ${Object.entries(NUMBERS[kind]).map(([name, [least, most]]) =>
          form.field(`rules.${name}`, {
            label: t(`rules.${name}`),
            help: t('rules.inForce', { value: found.rules[name] }),
            readBack: this.saved(`rules.${name}`),
            kind: 'count',
            least,
            most,
          })
        )}
        ${choices}
      </details>
    `;
  }

  async save(event) {
    const found = await this.form.submit(event, ['reason'], mistakes);
    if (found) {
      this.found.value = found;
      this.form.reset(typed(found));
      this.read = typed(found);
      this.theirs = {};
      this.unfolded = unfolded(found.set);
      announce(t('case.done'));
      this.draw();
      this.querySelector('h1').focus();
    } else if (this.form.failure?.kind === 'changed-meanwhile') {
      await this.readAgain();
    }
  }

  /** Somebody else has saved: what was typed here stays, the rest is as it was saved. */
  async readAgain() {
    try {
      const found = await get(this.path);
      const saved = typed(found);
      // What a draft was begun with, nobody knows: all of it counts as typed.
      const read = this.form.restored ? {} : this.read;
      const isTyped = field => field !== 'version' && this.form.values[field] !== read[field];
      const values = Object.fromEntries(
        Object.keys(saved).map(field => [field, (isTyped(field) ? this.form.values : saved)[field]])
      );
      this.theirs = Object.fromEntries(
        Object.entries(saved).filter(([field, value]) => field !== 'reason' && value !== values[field])
      );
      this.unfolded = unfolded({ rules: { ...ofRules(saved), ...ofRules(values) } });
      this.found.value = found;
      this.read = saved;
      this.form.values = values;
      this.form.change('version', saved.version);
    } catch (failed) {
      this.form.failure = failed;
    }
    this.draw();
    this.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }

  /** What somebody else has saved in a field that something else was typed in. */
  saved(field, words = value => value) {
    const value = this.theirs[field];
    return value === undefined
      ? undefined
      : t('customerSettings.saved', { value: value ? words(value) : t('customerSettings.saved.none') });
  }
}

/** What is filled in of the numbers, by their names. */
function ofRules(values) {
  return Object.fromEntries(
    [...Object.keys(ALL_NUMBERS), ...Object.keys(CHOICES)]
      .map(name => [name, values[`rules.${name}`]])
      .filter(([, value]) => value)
  );
}

/** Which kinds of numbers are shown at first: those of which one is set. */
function unfolded({ rules }) {
  const isSet = names => names.some(name => name in rules);
  return {
    challenge: isSet([...Object.keys(NUMBERS.challenge), ...Object.keys(CHOICES)]),
    days: isSet(Object.keys(NUMBERS.days)),
  };
}

function change({ at, by, policy, contacts, rules, reason }) {
  return html`
    <li>
      <span class="dot" aria-hidden="true"></span>
      <div>
        <p>
          ${policy ? t(`policy.${policy}`) : t('customerSettings.policy.directory')} ·
          ${t('customerSettings.contacts.count', { count: contacts })}
          ${Object.entries(rules).map(
            ([name, value]) =>
              html`<br />${t(`rules.${name}`)}: ${name in CHOICES ? t(`rules.${name}.${value}`) : value}`
          )}
        </p>
        <blockquote>${reason}</blockquote>
        <p class="muted"><time datetime=${at}>${moment(at)}</time> · ${by}</p>
      </div>
    </li>
  `;
}

function typed({ version, set: { policy, contacts, rules } }) {
  return {
    version: `${version}`,
    policy: policy ?? '',
    reason: '',
    ...Object.fromEntries(
      [...Object.keys(ALL_NUMBERS), ...Object.keys(CHOICES)].map(name => [`rules.${name}`, `${rules[name] ?? ''}`])
    ),
    ...Object.fromEntries(
      CONTACTS.flatMap(place => [
        [`name${place}`, contacts[place]?.name ?? ''],
        [`mail${place}`, contacts[place]?.mail ?? ''],
        [`language${place}`, contacts[place]?.language ?? ''],
      ])
    ),
  };
}

/** A contact is whole, or is not there; numbers go with each other. */
function mistakes(values) {
  return { ...ofContacts(values), ...ofOrder(values) };
}

function ofOrder(values) {
  const number = name => Number(values[`rules.${name}`] || ALL_NUMBERS[name][2]);
  return Object.fromEntries(
    ORDER.map(([name, other, more]) => [name, number(other) + more])
      .filter(([name, least]) => number(name) < least)
      .map(([name, least]) => [`rules.${name}`, () => t('rules.atLeast', { value: least })])
  );
}

function ofContacts(values) {
  return Object.fromEntries(
    CONTACTS.flatMap(place => {
      const fields = ['name', 'mail', 'language'].map(field => `${field}${place}`);
      const empty = fields.filter(field => values[field].trim() === '');
      return empty.length === fields.length ? [] : empty.map(field => [field, () => t('form.required')]);
    })
  );
}

function sent(values) {
  return {
    ...(values.policy ? { policy: values.policy } : {}),
    contacts: CONTACTS.filter(place => values[`mail${place}`].trim() !== '').map(place => ({
      name: values[`name${place}`],
      mail: values[`mail${place}`],
      language: values[`language${place}`],
    })),
    rules: {
      ...filled(values, Object.keys(ALL_NUMBERS), Number),
      ...filled(values, Object.keys(CHOICES), value => value),
    },
    reason: values.reason,
    version: Number(values.version),
  };
}

/** What is filled in of these; the rest is as usual. */
function filled(values, names, each) {
  return Object.fromEntries(
    names
      .map(name => [name, values[`rules.${name}`].trim()])
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, each(value)])
  );
}

customElements.define('customer-settings-page', CustomerSettingsPage);
