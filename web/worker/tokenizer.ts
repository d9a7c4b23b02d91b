/**
 * Text → characters → tokens, the same for the words of a data set and for what a learner types.
 * Pure: no DOM, no Node.
 */

/** The token of a character that the training part never held. */
export const unknownToken = 0;

const apostrophes = /[\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4\uff07]/g;
const hyphens = /[\u2010\u2011\u2012\u2013\u2212\uff0d]/g;
const ligatures = /[œæ]/g;

/**
 * Trimmed, lower-cased, composed (NFC), with the plain apostrophe and hyphen. The ligatures
 * œ and æ become two letters, for the lexicon writes them so.
 */
export function normalise(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(ligatures, (ligature) => (ligature === 'œ' ? 'oe' : 'ae'));
}

/** The known characters; the one at place n has token n + 1. */
export class Alphabet {
  readonly characters: readonly string[];
  readonly #tokens: ReadonlyMap<string, number>;

  constructor(characters: string) {
    this.characters = [...characters];
    this.#tokens = new Map(this.characters.map((character, place) => [character, place + 1]));
    if (this.#tokens.size !== this.characters.length) {
      throw new Error('the alphabet holds a character twice; build the data again');
    }
  }

  /** Number of tokens, the unknown one included: the rows of the embedding. */
  get size(): number {
    return this.characters.length + 1;
  }

  tokenOf(character: string): number {
    return this.#tokens.get(character) ?? unknownToken;
  }

  /** The character of a token; the replacement character stands for the unknown one. */
  characterOf(token: number): string {
    return this.characters[token - 1] ?? '\ufffd';
  }
}

export interface Tokenized {
  /** What the model reads, one code point an entry; a lone surrogate is the replacement character. */
  readonly characters: readonly string[];
  readonly tokens: Int32Array;
  /** Characters that were cut off after `maxLength`. */
  readonly cut: number;
}

export function tokenize(text: string, alphabet: Alphabet, maxLength: number): Tokenized {
  const characters: string[] = [];
  let cut = 0;
  for (const character of normalise(text)) {
    if (characters.length === maxLength) cut++;
    else characters.push(isLoneSurrogate(character) ? '\ufffd' : character);
  }
  const tokens = Int32Array.from(characters, (character) => alphabet.tokenOf(character));
  return { characters, tokens, cut };
}

/** Half of a pair is no text: it could not be sent, shown or stored as UTF-8. */
function isLoneSurrogate(character: string): boolean {
  const unit = character.charCodeAt(0);
  return character.length === 1 && unit >= 0xd800 && unit <= 0xdfff;
}
