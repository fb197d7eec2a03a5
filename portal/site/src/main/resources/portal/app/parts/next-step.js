/** The first line of a ticket: who must act next, since when, and what happens by itself. */
import { day, t } from '../texts.js';

export function nextStep({ state, nextStep: step, outcome, closedAt }) {
  if (state === 'closed') {
    return t(`ticket.closed.${outcome}`, { day: day(closedAt) });
  }
  const waiting = t(`ticket.waiting.${step.actor}`, { day: day(step.since) });
  const sentences = [waiting];
  if (step.usualWorkingDays) {
    sentences.push(t('ticket.usually', { count: step.usualWorkingDays }));
  }
  if (step.then) {
    sentences.push(t(`ticket.then.${step.then}`, { day: day(step.at) }));
  }
  return sentences.join(' ');
}
