/**
 * A data set in the worker: its examples as tokens, and the order in which a seed visits them.
 * Pure: text in, numbers out.
 */
import type { DataInfo } from '../shared/data-info';
import type { DatasetInfo } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { classifier } from '../shared/settings';
import { Random, shuffle } from './random';
import { Alphabet, normalise } from './tokenizer';
import { markedPlace, parseWords, WordList, type Example, type WordFileRules } from './word-file';

export type { Example } from './word-file';

/** What of `info.json` the worker rests on. */
export type WorkerDataInfo = Pick<
  DataInfo,
  | 'id'
  | 'classes'
  | 'unit'
  | 'alphabet'
  | 'marked'
  | 'maxLength'
  | 'counts'
  | 'firstTraining'
  | 'fresh'
  | 'largestClass'
>;

export class Dataset {
  readonly info: DatasetInfo;
  readonly alphabet: Alphabet;
  readonly validation: readonly Example[];
  /** Examples that no run sees; 0: these data have none. */
  readonly fresh: number;
  readonly #first: WordList;
  #rest: WordList;
  readonly #restCount: number;
  /** Tokens that a label belongs to somewhere; only marked data have any. */
  readonly #asked: ReadonlySet<number>;

  private constructor(info: WorkerDataInfo, text: string) {
    const training = sum(info.counts.training);
    const validation = sum(info.counts.validation);
    this.alphabet = new Alphabet(info.alphabet, info.unit);
    this.info = {
      id: info.id,
      classes: info.classes,
      unit: this.alphabet.unit,
      alphabet: info.alphabet,
      marked: info.marked ?? false,
      training,
      validation,
      largestClass: info.largestClass,
      maxLength: info.maxLength ?? classifier.maxLength,
    };
    const file = this.#rules('first.txt', ['validation', 'training']);
    const words = parseWords(text, file);
    const held = part(words, 'validation', validation, file);
    this.validation = Array.from({ length: held.length }, (_, i) => held.at(i));
    this.#first = part(words, 'training', info.firstTraining, file);
    const asked = this.validation.map(({ tokens, place }) => tokens[place ?? -1]);
    this.#asked = new Set(asked.filter((token) => token !== undefined));
    this.#rest = new WordList([]);
    this.#restCount = training - info.firstTraining;
    this.fresh = sum(info.fresh);
    if (this.#first.length === 0) {
      throw new RnnError('internal', `${file.file} holds no training word. ${remedy}`);
    }
  }

  /**
   * A data set that can train on its first slice alone.
   * @param info the parsed `info.json`
   * @param text of `first.txt`
   * @throws RnnError `internal`: the file is not what info.json says, with file and line
   */
  static fromFirst(info: unknown, text: string): Dataset {
    return new Dataset(checkInfo(info), text);
  }

  /** Brings in the training words of `rest.txt`; once is enough. */
  addRest(text: string): void {
    if (this.complete) return;
    const file = this.#rules('rest.txt', ['training']);
    this.#rest = part(parseWords(text, file), 'training', this.#restCount, file);
  }

  /** Training words that are here: indices from 0; those of the first slice come first. */
  get training(): number {
    return this.#first.length + this.#rest.length;
  }

  get firstTraining(): number {
    return this.#first.length;
  }

  /** Is every training word here? */
  get complete(): boolean {
    return this.#rest.length === this.#restCount;
  }

  /** The training word of an index that an order gave. */
  example(index: number): Example {
    const first = this.#first.length;
    return index < first ? this.#first.at(index) : this.#rest.at(index - first);
  }

  /** An example as text again. */
  textOf({ tokens }: Example): string {
    return this.alphabet.join(Array.from(tokens, (token) => this.alphabet.symbolOf(token)));
  }

  /**
   * The token of a text whose answer is the text's: the last one; in marked data the one that the
   * text itself marks, else the last that examples mark; null where there is none.
   */
  answerPlace(text: string, tokens: ArrayLike<number>): number | null {
    if (!this.info.marked) return tokens.length > 0 ? tokens.length - 1 : null;
    const place = markedPlace(normalise(text), this.alphabet);
    if (place !== undefined && place < tokens.length) return place;
    const last = Array.from(tokens, (token) => this.#asked.has(token)).lastIndexOf(true);
    return last < 0 ? null : last;
  }

  order(seed: number): TrainingOrder {
    return new TrainingOrder(this, seed);
  }

  #rules(name: string, parts: readonly string[]): WordFileRules {
    const { id, classes, marked, maxLength } = this.info;
    return { file: `${id}/${name}`, classes, alphabet: this.alphabet, marked, maxLength, parts };
  }
}

/**
 * Which training words come when. Epoch 0: the first slice shuffled, then the rest shuffled;
 * every later epoch: all of them shuffled. So a run that begins before the rest has arrived
 * sees the same words as one that begins after.
 */
export class TrainingOrder {
  readonly #dataset: Dataset;
  readonly #seed: number;
  /** Stretches begun: the first slice, the rest, then whole epochs. */
  #stretch = 0;
  #indices: Uint32Array;
  #place = 0;
  #examples = 0;

  constructor(dataset: Dataset, seed: number) {
    this.#dataset = dataset;
    this.#seed = seed;
    this.#indices = this.#shuffled(0, 0, 0, dataset.firstTraining);
  }

  /** Words given so far. */
  get examples(): number {
    return this.#examples;
  }

  /**
   * Indices of the next `batch` words, which may belong to two epochs; undefined, and nothing
   * moves, while some of them are in the rest and the rest is not here.
   */
  next(batch: number): Uint32Array | undefined {
    if (!Number.isInteger(batch) || batch < 1) {
      throw new RnnError('argument', `The batch is ${batch}; it must be an integer from 1.`);
    }
    if (!this.#dataset.complete && this.#place + batch > this.#indices.length) return undefined;
    const indices = new Uint32Array(batch);
    for (let i = 0; i < batch; i += 1) {
      while (this.#place === this.#indices.length) this.#beginStretch();
      indices[i] = this.#indices[this.#place] ?? 0;
      this.#place += 1;
    }
    this.#examples += batch;
    return indices;
  }

  #beginStretch(): void {
    const { firstTraining, training } = this.#dataset;
    this.#stretch += 1;
    this.#place = 0;
    this.#indices =
      this.#stretch === 1
        ? this.#shuffled(0, 1, firstTraining, training)
        : this.#shuffled(this.#stretch - 1, 0, 0, training);
  }

  #shuffled(epoch: number, slice: number, from: number, to: number): Uint32Array {
    const indices = Uint32Array.from({ length: to - from }, (_, i) => from + i);
    return shuffle(indices, new Random(this.#seed, epoch, slice));
  }
}

const remedy = 'Build the data again: npm run build';

function part(
  words: ReadonlyMap<string, WordList>,
  name: string,
  expected: number,
  { file }: WordFileRules,
): WordList {
  const list = words.get(name) ?? new WordList([]);
  if (list.length !== expected) {
    const fact = `holds ${list.length} ${name} words, info.json says ${expected}`;
    throw new RnnError('internal', `${file} ${fact}. ${remedy}`);
  }
  return list;
}

function checkInfo(info: unknown): WorkerDataInfo {
  const data = (info ?? {}) as Partial<WorkerDataInfo>;
  const wrong = (
    [
      ['id', typeof data.id === 'string'],
      ['classes', Array.isArray(data.classes) && data.classes.length >= 2],
      ['unit', [undefined, 'character', 'word'].includes(data.unit)],
      ['alphabet', isAlphabet(data)],
      ['marked', [undefined, true].includes(data.marked)],
      ['maxLength', data.maxLength === undefined || Number.isInteger(data.maxLength)],
      ['counts.training', sum(data.counts?.training) > 0],
      ['counts.validation', sum(data.counts?.validation) > 0],
      ['firstTraining', Number.isInteger(data.firstTraining)],
      ['largestClass', typeof data.largestClass === 'number'],
    ] as const
  ).find(([, right]) => !right);
  if (wrong !== undefined) {
    throw new RnnError('internal', `info.json: "${wrong[0]}" is missing or wrong. ${remedy}`);
  }
  return data as WorkerDataInfo;
}

/** Characters in one text, words in a list. */
function isAlphabet({ unit, alphabet }: Partial<WorkerDataInfo>): boolean {
  if (alphabet === undefined || alphabet.length === 0) return false;
  return unit === 'word' ? Array.isArray(alphabet) : typeof alphabet === 'string';
}

function sum(counts: Readonly<Record<string, number>> | undefined): number {
  return Object.values(counts ?? {}).reduce((total, count) => total + count, 0);
}
