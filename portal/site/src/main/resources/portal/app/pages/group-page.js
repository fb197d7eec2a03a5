/** The members of a group, each with a box to tick. */
import { get, segment } from '../api.js';
import { Connecting } from '../connecting.js';
import { draft, dropDraft, keepDraft } from '../drafts.js';
import { announce } from '../parts/announce.js';
import { facts } from '../parts/customer-search.js';
import { restoredNote } from '../parts/form.js';
import { challengeLink, outcomeWord, refusal } from '../parts/outcome.js';
import { Action, actionOf, outlook, stateBadge, ticketLink } from '../parts/outlook.js';
import { empty } from '../parts/states.js';
import { href } from '../router.js';
import { t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

/** With fewer members nobody needs a filter. */
const MANY = 10;

class GroupPage extends View {
  ticked = new Set();
  /** Of all that were asked for on this page; each later one adds its own. */
  outcomes = new Map();
  done = 0;
  filter = '';

  heading() {
    return this.group?.value?.name ?? t('group.title');
  }

  opened() {
    this.group = new Reading(this, async signal => {
      const group = await get(`/groups/${segment(this.params.groupId)}`, {}, signal);
      this.restore(group);
      if (this.isConnected) {
        document.title = `${group.name} – CustomerConnect`;
      }
      return group;
    });
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('customers')}>${t('customers.title')}</a></p>
      <h1 tabindex="-1">${this.group?.value?.name ?? t('group.title')}</h1>
      ${this.group?.show(group => this.members(group)) ?? nothing}
    `;
  }

  members({ members }) {
    if (members.length === 0) {
      return empty(t('group.none'));
    }
    const open = members.filter(member => this.isOpen(member));
    const shown = members.filter(member =>
      `${member.name} ${facts(member)}`.toLowerCase().includes(this.filter.toLowerCase())
    );
    const shownOpen = shown.filter(member => this.isOpen(member));
    return html`
      <p class="lead">${t('group.lead', { count: members.length })}</p>
      ${members.length > MANY
        ? html`<div class="field inline">
            <label class="label" for="group-filter">${t('group.filter')}</label>
            <input
              id="group-filter"
              type="search"
              autocomplete="off"
              @input=${event => {
                this.filter = event.target.value.trim();
                this.update();
              }}
            />
          </div>`
        : nothing}
      <form @submit=${event => this.connect(event, members)}>
        ${this.restored
          ? restoredNote(t('group.restored'), event => this.discard(event))
          : nothing}
        <fieldset class="ticks sheet">
          <legend class="unseen">${t('group.legend')}</legend>
          ${shownOpen.length > 1
            ? html`<label class="tick all">
                <input
                  type="checkbox"
                  .checked=${shownOpen.every(member => this.ticked.has(member.legalEntityId))}
                  .indeterminate=${shownOpen.some(member => this.ticked.has(member.legalEntityId)) &&
                  !shownOpen.every(member => this.ticked.has(member.legalEntityId))}
                  ?disabled=${this.sending}
                  @change=${event => this.tickAll(shownOpen, event.target.checked)}
                />
                <span>${t('group.all', { count: shownOpen.length })}</span>
              </label>`
            : nothing}
          <ul>
            ${shown.map(member => html`<li>${this.member(member)}</li>`)}
          </ul>
          ${shown.length === 0 ? html`<p class="muted">${t('group.noMatch')}</p>` : nothing}
        </fieldset>
        ${this.failure ? refusal(this.failure) : nothing}
        ${open.length || this.sending ? this.bar() : nothing}
      </form>
      ${this.done > 0 && !this.sending
        ? html`<p class="note good" tabindex="-1" data-outcome>
            ${t('group.done', { count: this.done })}
            <a href=${href('tickets')}>${t('group.follow')}</a>
          </p>`
        : nothing}
    `;
  }

  bar() {
    return html`
      <div class="bar-below">
        <p>
          ${this.sending
            ? t('group.progress', { done: this.done, count: this.asked })
            : t('group.selected', { count: this.ticked.size })}
        </p>
        ${this.sending
          ? html`<progress
              aria-label=${t('connect.sending')}
              max=${this.asked}
              value=${this.done}
            ></progress>`
          : nothing}
        <button
          class="button first"
          aria-disabled=${this.sending || this.ticked.size === 0 ? 'true' : 'false'}
        >
          ${this.sending ? t('connect.sending') : t('connect.action')}
        </button>
      </div>
    `;
  }

  /** Whether it can be ticked. */
  isOpen(member) {
    return actionOf(member) === Action.CONNECT && !this.outcomes.has(member.legalEntityId);
  }

  member(member) {
    const outcome = this.outcomes.get(member.legalEntityId);
    const id = `member-${member.legalEntityId}`;
    return html`
      <div class="tick">
        <input
          id=${id}
          type="checkbox"
          .checked=${outcome !== undefined ||
          this.ticked.has(member.legalEntityId) ||
          actionOf(member) === Action.SHOW}
          ?disabled=${!this.isOpen(member) || this.sending}
          aria-describedby="${id}-facts"
          @change=${event => this.tickAll([member], event.target.checked)}
        />
        <label for=${id}>
          <span class="tick-name">${member.name}</span>
        </label>
        <span class="tick-facts" id="${id}-facts">
          <span>${facts(member)}</span>
          ${outcome
            ? html`<span class="tick-outcome"
                ><b>${outcomeWord(outcome)}</b> ${ticketLink(outcome.ticketNumber)}
                ${challengeLink(outcome.challengeId)}</span
              >`
            : html`<span>${stateBadge(member.relationship.state)}
                ${this.isBeingAsked(member) ? html`<b>${t('connect.sending')}</b>` : outlook(member)}</span
              >`}
        </span>
      </div>
    `;
  }

  isBeingAsked({ legalEntityId }) {
    return this.sending && this.connecting.isAt(legalEntityId);
  }

  tickAll(members, checked) {
    members.forEach(({ legalEntityId }) => this.ticked[checked ? 'add' : 'delete'](legalEntityId));
    // Others are another request.
    this.connecting = undefined;
    this.keep();
    this.update();
  }

  get draftName() {
    return `group-${this.params.groupId}`;
  }

  keep() {
    this.ticked.size > 0 ? keepDraft(this.draftName, [...this.ticked]) : dropDraft(this.draftName);
  }

  /** What was ticked before and can still be. */
  restore({ members }) {
    const kept = new Set(draft(this.draftName));
    members
      .filter(member => kept.has(member.legalEntityId) && this.isOpen(member))
      .forEach(({ legalEntityId }) => this.ticked.add(legalEntityId));
    this.restored = this.ticked.size > 0;
    this.keep();
  }

  discard(event) {
    const form = event.currentTarget.closest('form');
    this.ticked.clear();
    this.restored = false;
    this.connecting = undefined;
    this.keep();
    this.draw();
    form.querySelector('input:enabled').focus();
  }

  async connect(event, members) {
    event.preventDefault();
    if (this.sending) {
      return;
    }
    if (this.ticked.size === 0) {
      announce(t('group.tickFirst'));
      return;
    }
    this.sending = true;
    this.restored = false;
    this.failure = undefined;
    this.done = 0;
    this.asked = this.ticked.size;
    this.connecting ??= new Connecting(
      members.filter(({ legalEntityId }) => this.ticked.has(legalEntityId))
    );
    this.update();
    // The boxes cannot be changed meanwhile, and would lose the focus.
    this.querySelector('.bar-below button').focus();
    try {
      await this.connecting.go(results => {
        results.forEach(result => this.outcomes.set(result.legalEntityId, result));
        this.done += results.length;
        results.forEach(result => this.ticked.delete(result.legalEntityId));
        this.keep();
        announce(t('group.progress', { done: this.done, count: this.asked }));
        this.update();
      });
      this.connecting = undefined;
    } catch (failed) {
      this.failure = failed;
    }
    this.sending = false;
    this.draw();
    this.querySelector('[data-outcome]')?.focus();
  }
}

customElements.define('group-page', GroupPage);
