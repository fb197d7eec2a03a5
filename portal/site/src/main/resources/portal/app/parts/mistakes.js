/** What the portal itself can know to be wrong with what was typed, in words that say what helps. */
import { t } from '../texts.js';
import { exampleDay, readDay } from './dates.js';
import { exampleNumber, readNumber } from './numbers.js';

/** What a mail can be sent to; the API knows more. */
const MAIL = /^[^\s@]{1,64}@([^\s@.]+\.)+[A-Za-z]{2,}$/;

const KINDS = {
  mail: { fits: value => MAIL.test(value), words: () => t('form.mail') },
  day: {
    fits: value => readDay(value) !== undefined,
    words: () => t('form.day', { example: exampleDay() }),
  },
  number: {
    fits: value => readNumber(value) !== undefined,
    words: () => t('form.number', { example: exampleNumber() }),
  },
  count: {
    fits: (value, { least, most }) => /^\d{1,9}$/.test(value) && +value >= least && +value <= most,
    words: ({ least, most }) => t('form.count', { least, most }),
  },
};

/**
 * The mistake in a value, as a function that gives the words; nothing where there is none, or
 * nothing was typed.
 */
export function mistakeIn(value, { kind, maxlength, ...range }) {
  const typed = value.trim();
  if (typed.length > maxlength) {
    return () => t('form.tooLong', { count: maxlength, length: typed.length });
  }
  return typed === '' || !kind || KINDS[kind].fits(typed, range)
    ? undefined
    : () => KINDS[kind].words(range);
}

/** As that, of a value that the API does not take, where nobody knows why. */
export function wordsOfKind({ kind, ...range } = {}) {
  return () => (kind ? KINDS[kind].words(range) : t('form.invalid'));
}
