/** Which words are forms of one another, so that none is learnt in one part and asked in another. */

/** The word forms that would be related to a word, whether or not they exist. */
export type Relatives = (word: string) => readonly string[];

/** Masculine ending → feminine ending, and singular → plural. */
const endings: readonly (readonly [string, string])[] = [
  ['eur', 'euse'],
  ['eur', 'rice'],
  ['euse', 'rice'],
  ['eur', 'eresse'],
  ['eur', 'oresse'],
  ['f', 've'],
  ['ef', 'ève'],
  ['er', 'ère'],
  ['et', 'ète'],
  ['ec', 'èque'],
  ['x', 'se'],
  ['x', 'sse'],
  ['x', 'ce'],
  ['c', 'que'],
  ['c', 'che'],
  ['g', 'gue'],
  ['eau', 'elle'],
  ['ou', 'olle'],
  ['in', 'igne'],
  ['e', 'esse'],
  ['', 'esse'],
  ['', 'e'],
  ['l', 'lle'],
  ['n', 'nne'],
  ['s', 'sse'],
  ['t', 'tte'],
  ['', 's'],
  ['', 'x'],
  ['al', 'aux'],
  ['ail', 'aux'],
];

/** Feminine, masculine and plural forms of a French noun by the regular endings. */
export const frenchRelatives: Relatives = (word) =>
  endings.flatMap(([masculine, feminine]) => [
    ...swap(word, masculine, feminine),
    ...swap(word, feminine, masculine),
  ]);

/** Names that differ by an ending: Antonius, Antonio, Antonia; Bern, Berne. */
export const nameRelatives: Relatives = (name) =>
  [
    ['o', 'a'],
    ['us', 'a'],
    ['us', 'o'],
    ['', 'a'],
    ['', 'o'],
    ['', 'e'],
  ].flatMap(([one = '', other = '']) => [...swap(name, one, other), ...swap(name, other, one)]);

function swap(word: string, ending: string, other: string): string[] {
  if (!word.endsWith(ending) || word.length === ending.length) return [];
  return [word.slice(0, word.length - ending.length) + other];
}

/** The same for spellings that differ by accents, hyphens and apostrophes alone. */
export const frenchSpelling = (word: string): string =>
  word.normalize('NFD').replace(/[\p{M}'-]/gu, '');

/** The same for the many spellings of one name: Carol, Carole, Karol; Abbey, Abbie, Abby. */
export const nameSpelling = (name: string): string =>
  frenchSpelling(name)
    .replace(/(.)\1+/g, '$1')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c?k|c(?![ieyh])/g, 'k')
    .replace(/y/g, 'i')
    .replace(/(?<=..)(ie|e|i|ei|h)$/, '')
    .replace(/(?<=..)(e|i)$/, '');

/**
 * Words grouped so that relatives, and spellings of one key, share a group. Groups and their
 * words are in code-unit order.
 */
export function familiesOf(
  words: readonly string[],
  spelling: (word: string) => string,
  relatives: Relatives,
): string[][] {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let top = key;
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up;
    parent.set(key, top);
    return top;
  };
  const present = new Map<string, string>();
  for (const word of words) {
    const key = spelling(word);
    present.set(word, key);
    parent.set(key, key);
  }
  const join = (one: string, other: string): void => {
    parent.set(root(one), root(other));
  };
  for (const [word, key] of present) {
    for (const relative of relatives(word)) {
      const other = present.get(relative);
      if (other !== undefined) join(key, other);
    }
  }
  const families = new Map<string, string[]>();
  for (const word of [...present.keys()].sort()) {
    const top = root(present.get(word) ?? word);
    const family = families.get(top);
    if (family === undefined) families.set(top, [word]);
    else family.push(word);
  }
  return [...families.values()];
}
