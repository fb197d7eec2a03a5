/** Numbers as users write them, and amounts, which are decimal strings and never binary. */
import { notation } from '../texts.js';

/** The number with a point, as in `1234.5`, of what was typed as `1.234,5`, `1'234.5` ...; else nothing. */
export function readNumber(typed) {
  return readings(typed)[0];
}

/**
 * What was typed can mean, as numbers with a point: nothing, one, or two for the likes of `1.234`,
 * that of the user's own notation first.
 */
export function readings(typed) {
  const text = typed.replace(/[\s'’]/gu, '');
  if (!/^-?\d[\d.,]*$/.test(text)) {
    return [];
  }
  const marks = text.match(/[.,]/g) ?? [];
  const mark = marks.at(-1);
  const whole = text.replace(/[.,]/g, '');
  const last = text.lastIndexOf(mark ?? '');
  const part = mark ? text.slice(last + 1) : '';
  const broken = part === '' ? whole : `${text.slice(0, last).replace(/[.,]/g, '')}.${part}`;
  if (new Set(marks).size === 2) {
    return marks.filter(one => one === mark).length === 1 ? [broken] : [];
  }
  if (marks.length !== 1) {
    return [whole];
  }
  const isThousands = part.length === 3 && /^-?[1-9]\d{0,2}$/.test(text.slice(0, last));
  if (!isThousands) {
    return [broken];
  }
  return mark === decimalMark() ? [broken, whole] : [whole, broken];
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
  const digits = digitsOf(amount);
  return new Intl.NumberFormat(notation(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** An amount for a narrow place: "3.808", "1,23 Mio." */
export function shortAmount(amount) {
  const length =
    Math.abs(amount) < 100_000
      ? { maximumFractionDigits: 0 }
      : { notation: 'compact', maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(notation(), length).format(amount);
}

/** A share: "12 %". */
export function percent(part, all) {
  return new Intl.NumberFormat(notation(), { style: 'percent', maximumFractionDigits: 1 }).format(
    part / all
  );
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
