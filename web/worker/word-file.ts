/**
 * The text files of a data set: blocks `# part class`, then one example a line, which is a word
 * read by its characters or a sentence read by its words; `##` is a notice.
 */
import { RnnError } from '../shared/rnn-error';
import { unknownToken, type Alphabet } from './tokenizer';

/** An example as a model reads it. */
export interface Example {
  readonly tokens: Uint16Array;
  /** Place of its class among the data set's classes. */
  readonly label: number;
  /** Place of the token that the label belongs to, where it is not the whole. */
  readonly place?: number | undefined;
}

interface ReadExample extends Omit<Example, 'tokens'> {
  readonly tokens: readonly number[];
}

/** Examples as tokens in one block, so that forty thousand of them are three arrays. */
export class WordList {
  readonly #tokens: Uint16Array;
  /** Where each word begins; one entry more than words. */
  readonly #starts: Uint32Array;
  readonly #labels: Uint8Array;
  readonly #places: readonly (number | undefined)[];

  constructor(words: readonly ReadExample[]) {
    this.#starts = new Uint32Array(words.length + 1);
    words.forEach(({ tokens }, i) => {
      this.#starts[i + 1] = (this.#starts[i] ?? 0) + tokens.length;
    });
    this.#tokens = new Uint16Array(this.#starts[words.length] ?? 0);
    words.forEach(({ tokens }, i) => this.#tokens.set(tokens, this.#starts[i]));
    this.#labels = Uint8Array.from(words, ({ label }) => label);
    const isMarked = words[0]?.place !== undefined;
    this.#places = isMarked ? words.map(({ place }) => place) : [];
  }

  get length(): number {
    return this.#labels.length;
  }

  /** A view, not a copy. */
  at(index: number): Example {
    const label = this.#labels[index];
    if (label === undefined) {
      throw new RangeError(`there is no word ${index} among ${this.length}`);
    }
    const tokens = this.#tokens.subarray(this.#starts[index], this.#starts[index + 1]);
    return { tokens, label, place: this.#places[index] };
  }
}

/** Stands before the word that a label belongs to. */
const mark = '*';

/** The place of the token behind the text's one mark; undefined where there is no such mark. */
export function markedPlace(text: string, alphabet: Alphabet): number | undefined {
  const [before = '', after, more] = text.split(mark);
  return after === undefined || more !== undefined ? undefined : alphabet.split(before).length;
}

export interface WordFileRules {
  /** The file's name, for messages. */
  readonly file: string;
  readonly classes: readonly string[];
  readonly alphabet: Alphabet;
  readonly marked: boolean;
  readonly maxLength: number;
  /** The parts that the file may hold. */
  readonly parts: readonly string[];
}

/** The examples of each part, in the order of the file. @throws RnnError naming file and line */
export function parseWords(text: string, rules: WordFileRules): ReadonlyMap<string, WordList> {
  const { alphabet, classes, maxLength } = rules;
  const words = new Map(rules.parts.map((part) => [part, [] as ReadExample[]]));
  let block: { readonly part: string; readonly label: number } | undefined;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();

  lines.forEach((line, index) => {
    const refuse = (fact: string): never => {
      const remedy = 'Build the data again: npm run build';
      throw new RnnError('internal', `${rules.file}:${index + 1}: ${fact}. ${remedy}`);
    };
    if (line.startsWith('##')) return;
    if (line.startsWith('#')) {
      const [, part = '', name = '', more] = line.split(' ');
      const label = classes.indexOf(name);
      if (!words.has(part) || label < 0 || more !== undefined) {
        const expected = `${rules.parts.join(' or ')}, then ${classes.join(' or ')}`;
        refuse(`"${line}" opens no block of this file (expected "# " and ${expected})`);
      }
      block = { part, label };
      return;
    }
    const symbols = alphabet.split(line);
    if (symbols.length === 0) refuse('an empty line stands where an example should');
    if (symbols.length > maxLength) {
      const count = `${symbols.length} ${alphabet.unit}s`;
      refuse(`the line has ${count}, the longest may have ${maxLength}`);
    }
    if (block === undefined)
      return refuse('an example stands before the first "# part class" line');
    const tokens = symbols.map((symbol) => alphabet.tokenOf(symbol));
    const unknown = tokens.indexOf(unknownToken);
    if (unknown >= 0 && block.part === 'training') {
      refuse(`"${symbols[unknown]}" is not in the alphabet of info.json`);
    }
    const place = rules.marked ? markedPlace(line, alphabet) : undefined;
    if (rules.marked && place === undefined) refuse(`not one word is marked by ${mark}`);
    words.get(block.part)?.push({ tokens, label: block.label, place });
  });
  return new Map([...words].map(([part, list]) => [part, new WordList(list)]));
}
