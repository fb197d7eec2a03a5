/** Days as users write them, in the order of their own notation. */
import { notation } from '../texts.js';

/** The day in ISO 8601, of what was typed as `2026-03-05`, `5.3.2026`, `5/3/26` ...; else nothing. */
export function readDay(typed) {
  const numbers = typed.trim().match(/^(\d{1,4})(\D+)(\d{1,2})\D+(\d{1,4})\D*$/);
  if (!numbers) {
    return undefined;
  }
  const [, first, separator, second, third] = numbers;
  const order = orderOf(first, separator);
  const parts = Object.fromEntries(
    [first, second, third].map((number, index) => [order[index], Number(number)])
  );
  const year = parts.year < 100 ? 2000 + parts.year : parts.year;
  const day = new Date(Date.UTC(year, parts.month - 1, parts.day));
  const exists =
    day.getUTCFullYear() === year &&
    day.getUTCMonth() === parts.month - 1 &&
    day.getUTCDate() === parts.day;
  return exists ? day.toISOString().slice(0, 10) : undefined;
}

/** A day in full, to be read back: "Thursday, 5 March 2026". */
export function longDay(iso) {
  return new Intl.DateTimeFormat(notation(), { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(iso)
  );
}

/** A day on the calendar, wherever the reader is: "5. März 2026". */
export function shortDay(iso) {
  return new Intl.DateTimeFormat(notation(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(iso)
  );
}

/** A day for a narrow place: "5.3." */
export function tinyDay(iso) {
  return new Intl.DateTimeFormat(notation(), {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(iso));
}

/** The day that comes so many days after another one. */
export function daysAfter(iso, days) {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Today where the user is, in ISO 8601. */
export function today() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()))
    .toISOString()
    .slice(0, 10);
}

/** A day as the user would type it. */
export function typedDay(iso) {
  return new Intl.DateTimeFormat(notation(), {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(iso));
}

/** A day as the user would type it, as an example. */
export function exampleDay() {
  return typedDay('2026-03-31');
}

/** Whoever writes dots means the day first, in whatever language the page is. */
function orderOf(first, separator) {
  if (first.length === 4) {
    return ['year', 'month', 'day'];
  }
  return separator.trim() === '.' ? ['day', 'month', 'year'] : ownOrder();
}

function ownOrder() {
  return new Intl.DateTimeFormat(notation())
    .formatToParts()
    .map(part => part.type)
    .filter(type => ['year', 'month', 'day'].includes(type));
}
