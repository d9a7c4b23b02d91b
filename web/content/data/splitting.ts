/** A word list cut into parts by a seed, families whole. */
import { Random, shuffle } from '../../worker/random';
import type { Entry } from './cleaning';

export interface Split {
  readonly validation: readonly Entry[];
  readonly test: readonly Entry[];
  /** A random sample of the training part, which serves the first run. */
  readonly first: readonly Entry[];
  /** The other training words. */
  readonly rest: readonly Entry[];
  /** What no run ever sees: challenges are checked on it. */
  readonly fresh?: readonly Entry[];
}

export interface SplitSizes {
  readonly seed: number;
  readonly validation: number;
  readonly test: number;
  readonly firstTraining: number;
}

/** What is drawn with a seed, so that each draw has a stream of its own. */
const draws = { families: 0, first: 1 } as const;

/**
 * Families in a random order fill validation, then test; what is left is for training.
 * @param families of all entries' words
 */
export function split(
  entries: readonly Entry[],
  families: readonly (readonly string[])[],
  sizes: SplitSizes,
): Split {
  const entryOf = new Map(entries.map((entry) => [entry.word, entry]));
  const parts = { validation: [] as Entry[], test: [] as Entry[], training: [] as Entry[] };
  for (const family of shuffle([...families], new Random(sizes.seed, draws.families))) {
    const name =
      parts.validation.length < sizes.validation
        ? 'validation'
        : parts.test.length < sizes.test
          ? 'test'
          : 'training';
    for (const word of family) {
      const entry = entryOf.get(word);
      if (entry === undefined) throw new Error(`"${word}" is in a family, but no entry`);
      parts[name].push(entry);
    }
  }
  const training = shuffle(parts.training, new Random(sizes.seed, draws.first));
  return {
    validation: parts.validation,
    test: parts.test,
    first: training.slice(0, sizes.firstTraining),
    rest: training.slice(sizes.firstTraining),
  };
}
