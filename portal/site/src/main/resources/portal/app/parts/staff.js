/** People, as the support desk names them: by the beginnings of their ids. */
import { user } from '../sign-in.js';
import { t } from '../texts.js';

export function who(assignee) {
  return assignee === user().sub ? t('desk.me') : shortId(assignee);
}

/** Enough of an id to tell people apart; a masked address stays whole. */
export function shortId(id) {
  return id.length > 12 && !id.includes('@') ? `${id.slice(0, 8)}…` : id;
}
