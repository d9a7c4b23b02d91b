/**
 * From a CSV file of news, "class","title","text" on each line as in AG News, to token ids:
 * the one preparation that both the engine and PyTorch are given.
 */
import Papa from 'papaparse';
import { Random, shuffle } from '../../web/worker/random';

export interface Part {
  readonly sequences: readonly (readonly number[])[];
  /** Places in `Corpus.classes`. */
  readonly labels: readonly number[];
}

export interface Corpus {
  readonly classes: readonly string[];
  /** Padding, unknown word, then the words. */
  readonly words: readonly string[];
  /** Longest row. */
  readonly longest: number;
  readonly training: Part;
  readonly heldOut: Part;
}

export const paddingToken = 0;
export const unknownToken = 1;
const specialWords = ['<padding>', '<unknown>'];

interface Item {
  readonly label: string;
  readonly words: readonly string[];
}

/** @throws Error with the record where the text is not such a file. */
export function readItems(csv: string): Item[] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true });
  const [error] = errors;
  if (error !== undefined) throw new Error(`record ${(error.row ?? 0) + 1}: ${error.message}`);
  return data.flatMap(([label = '', title, text, ...more], place) => {
    if (title === undefined || text === undefined || more.length > 0) {
      throw new Error(`record ${place + 1} does not have three fields: class, title, text`);
    }
    if (/^\d+$/.test(label)) return [{ label, words: wordsOf(`${title} ${text}`) }];
    // The one line that may say something else is a first one with the names of the columns.
    if (place === 0) return [];
    throw new Error(`record ${place + 1} has the class '${label}'; it must be a whole number`);
  });
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];

export interface Cut {
  readonly heldOut: number;
  readonly longest: number;
  /** Decides which rows are held out. */
  readonly seed: number;
}

/** The vocabulary: what the training part holds at least twice, the frequent first. */
function vocabularyOf(items: readonly Item[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of items) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= 2);
  frequent.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [...specialWords, ...frequent.map(([word]) => word)];
}

export function corpusOf(csv: string, { heldOut, longest, seed }: Cut): Corpus {
  const items = shuffle(readItems(csv), new Random(seed));
  if (items.length <= heldOut) {
    throw new Error(`${items.length} records, of which ${heldOut} are to be held out: too few`);
  }
  const training = items.slice(heldOut);
  const classes = [...new Set(items.map(({ label }) => label))].sort(
    (a, b) => Number(a) - Number(b),
  );
  const words = vocabularyOf(training);
  const tokens = new Map(words.map((word, token) => [word, token]));
  const part = (some: readonly Item[]): Part => ({
    sequences: some.map((item) => {
      const known = item.words.slice(0, longest).map((word) => tokens.get(word) ?? unknownToken);
      // A row without any word still has a label to be guessed.
      return known.length > 0 ? known : [unknownToken];
    }),
    labels: some.map(({ label }) => classes.indexOf(label)),
  });
  return {
    classes,
    words,
    longest,
    training: part(training),
    heldOut: part(items.slice(0, heldOut)),
  };
}

export function padded(sequence: readonly number[], length: number): number[] {
  return [...sequence, ...Array<number>(length - sequence.length).fill(paddingToken)];
}

/** Accuracy of always saying the most frequent class. */
export function largestClass({ classes, heldOut: { labels } }: Corpus): number {
  const counts = classes.map((_, label) => labels.filter((one) => one === label).length);
  return Math.max(...counts) / labels.length;
}
