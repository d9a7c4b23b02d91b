/**
 * Text → characters or words → tokens, the same for the examples of a data set and for what a
 * learner types. Pure: no DOM, no Node.
 */
import type { Unit } from '../shared/data-info';
import { joined, wordsIn } from '../shared/words';

export { wordsIn };

/** The token of a character or word that the training part never held. */
export const unknownToken = 0;

const apostrophes = /[\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4\uff07]/g;
const hyphens = /[\u2010\u2011\u2012\u2013\u2212\uff0d]/g;
const ligatures = /[œæ]/g;

const ascii = /^[\0-\x7f]*$/;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Trimmed, lower-cased, composed (NFC), with the plain apostrophe and hyphen. The ligatures
 * œ and æ become two letters, for the lexicon writes them so.
 */
export function normalise(text: string): string {
  const lower = text.trim().toLowerCase();
  // What has no accent needs no more, and is most of what is ever read.
  if (ascii.test(lower)) return lower.replaceAll('`', "'");
  return lower
    .normalize('NFC')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(ligatures, (ligature) => (ligature === 'œ' ? 'oe' : 'ae'));
}

/** The known characters or words; the one at place n has token n + 1. */
export class Alphabet {
  /** In the order of their tokens. */
  readonly symbols: readonly string[];
  readonly #tokens: ReadonlyMap<string, number>;
  /** Tokens of the characters below 128, by their code. */
  readonly #ascii = new Int32Array(128);

  /** @param symbols a text of characters, or a list of words. */
  constructor(
    symbols: string | readonly string[],
    readonly unit: Unit = 'character',
  ) {
    this.symbols = [...symbols];
    this.#tokens = new Map(this.symbols.map((symbol, place) => [symbol, place + 1]));
    if (this.#tokens.size !== this.symbols.length) {
      throw new Error(`the alphabet holds a ${unit} twice; build the data again`);
    }
    for (const [symbol, token] of this.#tokens) {
      if (symbol.length === 1 && symbol < '\x80') this.#ascii[symbol.charCodeAt(0)] = token;
    }
  }

  /** Number of tokens, the unknown one included: the rows of the embedding. */
  get size(): number {
    return this.symbols.length + 1;
  }

  tokenOf(symbol: string): number {
    const code = symbol.length === 1 ? symbol.charCodeAt(0) : 128;
    if (code < 128) return this.#ascii[code] ?? unknownToken;
    return this.#tokens.get(symbol) ?? unknownToken;
  }

  /** The character or word of a token; the replacement character stands for the unknown one. */
  symbolOf(token: number): string {
    return this.symbols[token - 1] ?? '\ufffd';
  }

  /** The characters or words of a normalised text. */
  split(text: string): readonly string[] {
    if (this.unit === 'word') return wordsIn(text);
    // Without accents, code units are characters: by far the faster way to part them.
    return ascii.test(text) ? text.split('') : [...text];
  }

  /** Characters or words as one text. */
  join(symbols: readonly string[]): string {
    return joined(symbols, this.unit);
  }
}

export interface Tokenized {
  /**
   * What the model reads, one entry a token: a code point (a lone surrogate is the replacement
   * character) or a word.
   */
  readonly characters: readonly string[];
  readonly tokens: Int32Array;
  /** Characters or words that were cut off after `maxLength`. */
  readonly cut: number;
}

/** Small arrays of numbers are dear to make one by one: they are cut from a larger one. */
const slabLength = 4096;
let slab = new Int32Array(slabLength);
let used = 0;

function slice(length: number): Int32Array {
  if (used + length > slab.length) {
    slab = new Int32Array(Math.max(slabLength, length));
    used = 0;
  }
  used += length;
  return slab.subarray(used - length, used);
}

export function tokenize(text: string, alphabet: Alphabet, maxLength: number): Tokenized {
  // Half of a pair is no text: it could not be sent, shown or stored as UTF-8.
  const all = alphabet.split(normalise(text).replace(loneSurrogates, '\ufffd'));
  const characters = all.length > maxLength ? all.slice(0, maxLength) : all;
  const tokens = slice(characters.length);
  // A loop, not Int32Array.from: in the smallest models this is a part of a step that shows.
  for (let place = 0; place < tokens.length; place += 1) {
    tokens[place] = alphabet.tokenOf(characters[place] ?? '');
  }
  return { characters, tokens, cut: all.length - characters.length };
}
