/**
 * What was typed and not yet sent: it outlives a reload and an expired sign-in, not the browser's
 * tab.
 */
const PREFIX = 'draft.';

/** What was typed into a form, by the names of its fields. */
export function draft(form) {
  return JSON.parse(sessionStorage.getItem(PREFIX + form)) ?? undefined;
}

export function keepDraft(form, values) {
  sessionStorage.setItem(PREFIX + form, JSON.stringify(values));
}

export function dropDraft(form) {
  sessionStorage.removeItem(PREFIX + form);
}

export function forgetDrafts() {
  Object.keys(sessionStorage)
    .filter(key => key.startsWith(PREFIX))
    .forEach(key => sessionStorage.removeItem(key));
}
