/** One relationship: where it stands, and the way to end it. */
import { get, remove, segment } from '../api.js';
import { announce } from '../parts/announce.js';
import { askFirst } from '../parts/ask-first.js';
import { facts } from '../parts/facts.js';
import { refusal } from '../parts/outcome.js';
import { stateBadge, ticketLink } from '../parts/outlook.js';
import { href } from '../router.js';
import { day, rich, t } from '../texts.js';
import { html, nothing, Reading, View } from '../view.js';

class RelationshipPage extends View {
  heading() {
    return this.found?.value?.name ?? t('relationship.title');
  }

  opened() {
    this.found = new Reading(this, async signal => {
      const found = await get(`/relationships/${segment(this.params.legalEntityId)}`, {}, signal);
      if (this.isConnected) {
        document.title = `${found.name} – CustomerConnect`;
      }
      return found;
    });
  }

  template() {
    return html`
      <p class="crumb"><a href=${href('relationships')}>${t('relationships.title')}</a></p>
      <h1 tabindex="-1">${this.found?.value?.name ?? t('relationship.title')}</h1>
      ${this.found?.show(found => this.relationship(found)) ?? nothing}
    `;
  }

  relationship(found) {
    const { name, state, since, how, vendorNumbers = [], ticketNumber, reason, endedBy } = found;
    const { challengeId } = found;
    const isTest = how === 'test';
    const canEnd = (state === 'connected' && !isTest) || state === 'pending';
    const [end, ask] =
      state === 'pending'
        ? [t('relationship.withdraw'), 'relationship.withdraw.ask']
        : [t('relationship.end'), 'relationship.end.ask'];
    return html`
      <section class="sheet narrow">
        <p>${t(`relationship.${state}.text`, { name })}</p>
        ${isTest
          ? html`<p>
              ${t('relationship.test.text')}
              <a href=${href('practice')}>${t('practice.title')}</a>
            </p>`
          : nothing}
        ${facts([
          [t('relationships.state'), stateBadge(state)],
          [t('relationships.since'), since ? day(since) : undefined],
          [t('relationships.how'), how ? t(`relationship.how.${how}`) : undefined],
          [t('relationship.endedBy'), endedBy ? t(`relationship.endedBy.${endedBy}`) : undefined],
          [t('relationship.reason'), reason],
          [t('relationships.vendorNumbers'), vendorNumbers.join(', ')],
          [t('relationships.ticket'), ticketLink(ticketNumber)],
        ])}
        ${this.failure ? refusal(this.failure) : nothing}
        ${canEnd
          ? askFirst({
              title: end,
              text: rich(ask, { name: html`<b>${name}</b>` }),
              action: end,
              go: () => this.end(),
            })
          : nothing}
        ${challengeId
          ? html`<p class="actions">
              <a class="button first" href=${href('challenges', challengeId)}
                >${t('challenge.title')}</a
              >
            </p>`
          : nothing}
        ${['declined', 'expired', 'ended'].includes(state)
          ? html`<p class="actions">
              <a class="button" href=${href('customers', { name, id: found.legalEntityId })}
                >${t('relationship.again')}</a
              >
            </p>`
          : nothing}
      </section>
    `;
  }

  async end() {
    this.failure = undefined;
    try {
      await remove(`/relationships/${segment(this.params.legalEntityId)}`);
      await this.found.start();
      announce(t('relationship.ended.done'));
    } catch (failed) {
      this.failure = failed;
    }
    this.draw();
    this.querySelector('h1').focus();
  }
}

customElements.define('relationship-page', RelationshipPage);
