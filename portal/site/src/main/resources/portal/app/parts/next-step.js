/** The first line of a ticket: who must act next, since when, and what happens by itself. */
import { day, known, t } from '../texts.js';

/** As its supplier reads it. */
export function nextStep(ticket) {
  return sentences(ticket, (ofStaff, text, values) => t(text, values));
}

/** As support reads it, to whom the supplier is somebody else. */
export function nextStepForStaff(ticket) {
  return sentences(ticket, known);
}

function sentences({ state, nextStep: step, outcome, closedAt }, say) {
  if (state === 'closed') {
    return say(`case.closed.${outcome}`, `ticket.closed.${outcome}`, { day: day(closedAt) });
  }
  const { actor, since, then, at } = step;
  const said = [say(`case.waiting.${actor}`, `ticket.waiting.${actor}`, { day: day(since) })];
  if (step.usualWorkingDays) {
    said.push(t('ticket.usually', { count: step.usualWorkingDays }));
  }
  if (then) {
    said.push(t(`ticket.then.${then}`, { day: day(at) }));
  }
  return said.join(' ');
}
