/** The currencies of ISO 4217, by the names that the user's language has for them. */
import { collator, language } from '../texts.js';

/** `[code, "EUR – Euro"]`, sorted by code. */
export function currencies() {
  const names = new Intl.DisplayNames(language(), { type: 'currency' });
  const order = collator();
  return Intl.supportedValuesOf('currency')
    .map(code => [code, `${code} – ${names.of(code)}`])
    .sort(([one], [other]) => order.compare(one, other));
}
