/** Draws the sentences of a grammar: a pattern, what fills its slots, and the words that agree. */
import { Random } from '../../worker/random';
import { normalise } from '../../worker/tokenizer';
import { ContentError } from '../problems';
import type { Entry } from './cleaning';
import type { LexiconEntry, Pattern, SentenceGrammar } from './grammar-file';

/** What fills a slot: its text or its forms, and what it is to the words that agree with it. */
interface Filled {
  readonly text?: string;
  readonly forms?: Readonly<Record<string, string>>;
  readonly is?: string | undefined;
}

type Filling = ReadonlyMap<string, Filled>;

const vowels = 'aàâeéèêëiîïoôuûùh';

export class SentenceSource {
  readonly #grammar: SentenceGrammar;
  readonly #random: Random;

  /** @param file names the grammar in messages. */
  constructor(
    grammar: SentenceGrammar,
    private readonly file: string,
  ) {
    this.#grammar = grammar;
    this.#random = new Random(grammar.split.seed);
  }

  /**
   * The sentences of one pattern, filled alike; undefined when a word was drawn twice.
   * @throws ContentError where a pattern names what the grammar has not
   */
  draw(): readonly Entry[] | undefined {
    const pattern = this.#weighted(this.#grammar.patterns, ({ weight }) => weight);
    const leaves: string[] = [];
    const filling = this.#fill(pattern.slots, leaves);
    if (new Set(leaves).size < leaves.length) return undefined;
    return pattern.sentences.map((sentence) => {
      this.#checkMark(sentence.text);
      const word = this.#spell(this.#render(sentence.text, filling));
      return { word, class: this.#classOf(sentence) };
    });
  }

  #fill(slots: Readonly<Record<string, string>>, leaves: string[]): Filling {
    return new Map(Object.entries(slots).map(([slot, list]) => [slot, this.#pick(list, leaves)]));
  }

  /** @param leaves receives the texts that were drawn, to see that none comes twice. */
  #pick(list: string, leaves: string[]): Filled {
    const entry = this.#weighted(this.#list(list), weightOf);
    if (typeof entry === 'string') {
      if (entry !== '') leaves.push(entry);
      return { text: entry };
    }
    if ('forms' in entry) {
      leaves.push(Object.values(entry.forms).join('/'));
      return entry;
    }
    if (Object.keys(entry.slots).length === 0) leaves.push(entry.text);
    const inner = this.#fill(entry.slots, leaves);
    return { text: this.#render(entry.text, inner), is: entry.is };
  }

  #list(name: string): readonly LexiconEntry[] {
    return this.#grammar.lexicon[name] ?? this.#refuse(`the lexicon has no list "${name}"`);
  }

  #weighted<Value>(values: readonly Value[], weigh: (value: Value) => number): Value {
    const total = values.reduce((sum, value) => sum + weigh(value), 0);
    let left = this.#random.below(total);
    for (const value of values) {
      left -= weigh(value);
      if (left < 0) return value;
    }
    throw new Error('the weights do not add up to their total');
  }

  #render(text: string, filling: Filling): string {
    return text.replace(/\{([^{}]*)\}/g, (place, content: string) => {
      const [, slot = '', kind, name = ''] = /^([a-z-]+)(?:([.:])([a-z-]+))?$/.exec(content) ?? [];
      const { text: plain, forms } = this.#slot(slot, filling, place);
      if (kind === undefined) {
        return plain ?? this.#refuse(`"${place}" has forms: say which one`);
      }
      const form = kind === '.' ? name : this.#slot(name, filling, place).is;
      if (form === undefined) this.#refuse(`"${place}": slot "${name}" is nothing to agree with`);
      return forms?.[form] ?? this.#refuse(`"${place}" has no form "${form}"`);
    });
  }

  #slot(name: string, filling: Filling, place: string): Filled {
    return filling.get(name) ?? this.#refuse(`"${place}" names no slot of its pattern`);
  }

  #classOf({ class: key }: Pattern['sentences'][number]): string {
    if (this.#grammar.classes.every((each) => each.key !== key)) {
      this.#refuse(`"${key}" is no class`);
    }
    return key;
  }

  #checkMark(text: string): void {
    const expected = this.#grammar.marked ? 1 : 0;
    if (text.split('*').length - 1 !== expected) {
      this.#refuse(`"${text}" has not ${expected} word marked by *`);
    }
  }

  /** One space between words, elided words as their language writes them, as the model reads it. */
  #spell(text: string): string {
    const words = normalise(text).split(/\s+/);
    const spelt = words.map((word, place) => {
      const elided = this.#grammar.elision[word];
      const next = words[place + 1]?.[0] ?? ' ';
      return elided !== undefined && vowels.includes(next) ? elided : `${word} `;
    });
    return spelt.join('').trim();
  }

  #refuse(fact: string): never {
    throw new ContentError(`${this.file}: ${fact}. Correct the pattern or the lexicon.`);
  }
}

const weightOf = (entry: LexiconEntry): number =>
  typeof entry === 'object' && 'weight' in entry ? entry.weight : 1;
