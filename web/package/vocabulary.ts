/** Text → words or characters → token ids. */
import { RnnError } from '../shared/rnn-error';
import { wordsIn } from '../shared/words';
import { normalise, unknownToken } from '../worker/tokenizer';
import type * as declared from './types';
import { refuse, wholeFrom } from './refuse';

const units: readonly declared.Unit[] = ['word', 'character'];
const loneSurrogates = /\p{Surrogate}/gu;
const replacement = '\ufffd';

export class Vocabulary {
  readonly tokens: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;

  constructor(
    tokens: readonly string[],
    readonly unit: declared.Unit = 'word',
  ) {
    if (!units.includes(unit)) refuse('unit', unit, units.join(' or '));
    this.tokens = Object.freeze([...tokens]);
    const ids = new Map<string, number>();
    for (const [place, token] of this.tokens.entries()) {
      if (typeof token !== 'string') refuse(`tokens[${place}]`, token, 'a text');
      if (ids.has(token)) {
        const twice = `The vocabulary holds ${JSON.stringify(token)} twice. Give each token once.`;
        throw new RnnError('argument', twice);
      }
      ids.set(token, place + 1);
    }
    this.#ids = ids;
  }

  static from(
    texts: Iterable<string>,
    { unit = 'word', minCount = 1, maxSize = Infinity }: declared.VocabularyOptions = {},
  ): Vocabulary {
    if (typeof texts === 'string') refuse('texts', texts, 'a list of texts, not one text');
    wholeFrom(1, 'minCount', minCount);
    if (maxSize !== Infinity) wholeFrom(2, 'maxSize', maxSize);
    const empty = new Vocabulary([], unit);
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (const token of empty.split(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    const frequent = [...counts].filter(([, count]) => count >= minCount);
    frequent.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const kept = frequent.slice(0, maxSize - 1).map(([token]) => token);
    return new Vocabulary(kept, unit);
  }

  get size(): number {
    return this.tokens.length + 1;
  }

  split(text: string): string[] {
    if (typeof text !== 'string') refuse('The text', text, 'a text');
    const plain = normalise(text).replace(loneSurrogates, replacement);
    return this.unit === 'word' ? wordsIn(plain) : [...plain];
  }

  encode(text: string): Int32Array {
    return Int32Array.from(this.split(text), (token) => this.#ids.get(token) ?? unknownToken);
  }

  decode(ids: Iterable<number>): string[] {
    return Array.from(ids, (id) => this.tokens[id - 1] ?? replacement);
  }
}
