/** Which letters of a name match what was typed. */

/** Letters that others are typed for. */
const SPELLINGS = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * The name in parts: `[{text, matched}]`. Case, accents and umlauts are looked past, as the search
 * does.
 */
export function matches(name, typed) {
  const letters = [...name];
  const folded = letters.map(fold);
  const marked = new Array(letters.length).fill(false);
  for (const word of words(typed)) {
    mark(word, folded, marked) || mark(withoutE(word), folded, marked);
  }
  const parts = [];
  letters.forEach((letter, index) => {
    const last = parts.at(-1);
    if (last?.matched === marked[index]) {
      last.text += letter;
    } else {
      parts.push({ text: letter, matched: marked[index] });
    }
  });
  return parts;
}

function words(typed) {
  return [...typed]
    .map(fold)
    .join('')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}

/** Where the word stands first at the beginning of a word, else anywhere. */
function mark(word, folded, marked) {
  const starts = [];
  let text = '';
  folded.forEach(part => {
    starts.push(text.length);
    text += part;
  });
  let found = -1;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const atWord = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
    if (found < 0 || atWord) {
      found = at;
    }
    if (atWord) {
      break;
    }
  }
  if (found < 0) {
    return false;
  }
  folded.forEach((part, index) => {
    if (starts[index] + part.length > found && starts[index] < found + word.length && part) {
      marked[index] = true;
    }
  });
  return true;
}

/** `ue` is typed for `ü`. */
function withoutE(word) {
  return word.replace(/([aou])e/g, '$1');
}

function fold(letter) {
  const lower = letter.toLowerCase();
  return SPELLINGS[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
}
