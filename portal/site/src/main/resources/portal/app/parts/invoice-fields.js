/** What is asked of an invoice in a challenge; dates and amounts are read back as they are understood. */
import { t } from '../texts.js';
import { html } from '../view.js';
import { exampleDay, longDay, readDay } from './dates.js';
import { decimal, readings } from './numbers.js';

export function invoiceNumber(form, name) {
  return form.field(name, {
    label: t('challenge.number'),
    help: t('challenge.number.help'),
    required: true,
    maxlength: 100,
  });
}

/** @param date and @param amount the names of the fields */
export function dateAndAmount(form, date, amount) {
  const day = readDay(form.values[date]);
  return html`
    ${form.field(date, {
      label: t('challenge.date'),
      help: t('challenge.date.help', { example: exampleDay() }),
      kind: 'day',
      readBack: day && longDay(day),
      required: true,
      maxlength: 20,
    })}
    ${form.field(amount, {
      label: t('challenge.amount'),
      help: t('challenge.amount.help'),
      readBack: understood(form.values[amount]),
      required: true,
      maxlength: 60,
    })}
  `;
}

function understood(typed) {
  const [amount, other] = readings(typed).map(decimal);
  return other === undefined ? amount : t('challenge.amount.either', { amount, other });
}
