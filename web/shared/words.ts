/** Text → words → text: one rule for examples, for what a learner types, for what a page writes. */
import type { Unit } from './data-info';

/** What French writes before a vowel: « l' », « n' », « qu' », « jusqu' ». */
const elided = "(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'";
const word = new RegExp(`${elided}|[\\p{L}\\p{M}\\p{N}]+(?:['-][\\p{L}\\p{M}\\p{N}]+)*`, 'gu');
const endsElided = new RegExp(`^${elided}$`);
const shortNot = "n't";

/**
 * The words of a normalised text. An elided word keeps its apostrophe and stands alone (`l'âne`
 * is « l' » and « âne », `aujourd'hui` is one word), and so does English `n't` (`isn't` is
 * `is` and `n't`): where a negation stands, it can be taken away. Hyphens join. Punctuation and
 * other signs part words and are dropped: a learner's full stop must not change an answer.
 */
export function wordsIn(text: string): string[] {
  return Array.from(text.matchAll(word), ([found]) => found).flatMap((found) =>
    found.endsWith(shortNot) && found !== shortNot
      ? [found.slice(0, -shortNot.length), shortNot]
      : [found],
  );
}

/** Words as a text again, from which `wordsIn` takes the same words. */
function joinedWords(words: readonly string[]): string {
  return words.reduce((text, next, place) => {
    const before = words[place - 1];
    const joins = before === undefined || endsElided.test(before) || next === shortNot;
    return joins ? text + next : `${text} ${next}`;
  }, '');
}

/** Characters or words as one text. */
export function joined(symbols: readonly string[], unit: Unit): string {
  return unit === 'word' ? joinedWords(symbols) : symbols.join('');
}
