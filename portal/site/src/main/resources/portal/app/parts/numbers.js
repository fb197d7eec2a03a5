/** Numbers as users write them, and amounts, which are decimal strings and never binary. */
import { notation } from '../texts.js';

/** The number with a point, as in `1234.5`, of what was typed as `1.234,5`, `1'234.5` ...; else nothing. */
export function readNumber(typed) {
  const text = typed.replace(/[\s'’]/gu, '');
  if (!/^-?\d[\d.,]*$/.test(text)) {
    return undefined;
  }
  const marks = text.match(/[.,]/g) ?? [];
  const last = text.lastIndexOf(marks.at(-1) ?? '');
  const kinds = new Set(marks).size;
  if (kinds === 2 && marks.filter(mark => mark === marks.at(-1)).length > 1) {
    return undefined;
  }
  const isDecimal =
    kinds === 2 || (marks.length === 1 && (text.length - last !== 4 || marks[0] === decimalMark()));
  const whole = (isDecimal ? text.slice(0, last) : text).replace(/[.,]/g, '');
  const part = isDecimal ? text.slice(last + 1) : '';
  return part === '' ? whole : `${whole}.${part}`;
}

/** An amount with its currency: "1.234,56 EUR". */
export function money(amount, currency) {
  const digits = Math.max(ownDigits(currency), digitsOf(amount));
  return new Intl.NumberFormat(notation(), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** A number with all of its digits. */
export function decimal(amount) {
  return new Intl.NumberFormat(notation(), { maximumFractionDigits: digitsOf(amount) }).format(
    amount
  );
}

/** An amount for a narrow place: "3.808", "1,23 Mio." */
export function shortAmount(amount) {
  const length =
    Math.abs(amount) < 100_000
      ? { maximumFractionDigits: 0 }
      : { notation: 'compact', maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(notation(), length).format(amount);
}

/** A number as the user would write it, as an example. */
export function exampleNumber() {
  return new Intl.NumberFormat(notation(), { minimumFractionDigits: 2 }).format(1234.5);
}

/** The exact sum of amounts. */
export function sum(amounts) {
  const digits = Math.max(0, ...amounts.map(digitsOf));
  const total = amounts.reduce(
    (all, amount) =>
      all + BigInt(amount.replace('.', '') + '0'.repeat(digits - digitsOf(amount))),
    0n
  );
  const figures = `${total < 0n ? -total : total}`.padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return `${total < 0n ? '-' : ''}${whole}${digits ? `.${figures.slice(-digits)}` : ''}`;
}

function digitsOf(amount) {
  return (amount.split('.')[1] ?? '').length;
}

function ownDigits(currency) {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits;
}

function decimalMark() {
  return new Intl.NumberFormat(notation())
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal').value;
}
