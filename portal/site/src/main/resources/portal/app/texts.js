/** The portal's words, and how numbers, dates and countries are written. */
import { read } from './servers.js';

/** Every language has a file of its own in `texts/`, and its own name here. */
export const LANGUAGES = { de: 'Deutsch', en: 'English' };

const CHOSEN = 'language';
const PLACEHOLDER = /\{(\w+)\}/;

const state = { language: 'en', notation: 'en', texts: {} };

/** The language that was chosen, else the first of the browser's that there is. */
export function preferredLanguage() {
  const wished = [localStorage.getItem(CHOSEN), ...navigator.languages]
    .filter(Boolean)
    .map(tag => tag.split('-')[0]);
  return wished.find(tag => tag in LANGUAGES) ?? 'en';
}

/** The tag of the notation that numbers and dates are written in. */
export function notation() {
  return state.notation;
}

export function language() {
  return state.language;
}

export async function useLanguage(tag) {
  state.texts = await read(`texts/${tag}.json`);
  state.language = tag;
  // A Swiss writes 1'234.56 in German too.
  state.notation = navigator.languages.find(known => known.split('-')[0] === tag) ?? tag;
  document.documentElement.lang = tag;
}

export function rememberLanguage(tag) {
  localStorage.setItem(CHOSEN, tag);
}

/**
 * The text of a key. `{name}` in it stands for the value of that name; with a `count`, the text
 * of its plural form is taken where there is one.
 */
export function t(key, values = {}) {
  return rich(key, values).join('');
}

/** As `t`, for a word that the API may have learnt since: then the text of another key. */
export function known(key, otherwise, values = {}) {
  return t(key in state.texts ? key : otherwise, values);
}

/** As `t`, in parts, so that values can be templates: a link within a sentence. */
export function rich(key, values = {}) {
  return lookUp(key, values)
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? part : written(values[part])));
}

function lookUp(key, values) {
  if (key in state.texts) {
    return state.texts[key];
  }
  const form = new Intl.PluralRules(state.language).select(values.count ?? 0);
  return state.texts[`${key}.${form}`] ?? state.texts[`${key}.other`] ?? key;
}

function written(value) {
  return typeof value === 'number' ? number(value) : value;
}

export function number(value) {
  return new Intl.NumberFormat(state.notation).format(value);
}

/** A day, as in "3. Dez. 2026". */
export function day(instant) {
  return new Intl.DateTimeFormat(state.notation, { dateStyle: 'medium' }).format(
    new Date(instant)
  );
}

/** A moment, as in "3. Dez. 2026, 14:05". */
export function moment(instant) {
  return new Intl.DateTimeFormat(state.notation, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}

/** How far a moment is from now, in words: "vor 3 Tagen", "in 2 Stunden". */
export function distance(instant, now = Date.now()) {
  const words = new Intl.RelativeTimeFormat(state.language, { numeric: 'auto' });
  const minutes = Math.round((new Date(instant) - now) / 60_000);
  if (minutes === 0) {
    return words.format(0, 'second');
  }
  if (Math.abs(minutes) < 60) {
    return words.format(minutes, 'minute');
  }
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? words.format(hours, 'hour') : words.format(days(instant, now), 'day');
}

/** Days on the calendar, not spans of 24 hours: what was last night was yesterday. */
function days(instant, now) {
  const midnight = time => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(instant) - midnight(now)) / 86_400_000);
}

/** The name of a country of ISO 3166-1. */
export function country(code) {
  return new Intl.DisplayNames(state.language, { type: 'region' }).of(code);
}

/** What texts are sorted by. */
export function collator() {
  return new Intl.Collator(state.language, { numeric: true });
}
