/** Questions that take many passes: answered in slices, of a model that does not change. */
import type { NamedTensor } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { classifier } from '../shared/settings';
import type { Example } from './dataset';
import type { Host } from './host';
import type { Model } from './model';
import { Random, shuffle } from './random';

export interface Question<Answer> {
  readonly done: boolean;
  /** Of its work, how much is done: 0 to 1. */
  readonly share: number;
  /** One batch. */
  advance(): void;
  /** Once done. */
  answer(): Answer;
}

const sliceMilliseconds = 8;
/** Between two reports of the share that is done. */
const reportMilliseconds = 200;

/** Steps of the validation part that a question looks at, at most. */
export const mostPlaces = 100_000;

/** Names the draws of this file and of those that ask, apart from those of any run. */
export const questionSeed = 0x61736b;

/** A question under way. */
export class Inquiry<Answer> {
  #stopped = false;

  private constructor(
    private readonly question: Question<Answer>,
    private readonly model: Model,
  ) {}

  /** @param model the question's own; freed with it. */
  static begin<Answer>(model: Model, ask: (model: Model) => Question<Answer>): Inquiry<Answer> {
    try {
      return new Inquiry(ask(model), model);
    } catch (error) {
      model.destroy();
      throw error;
    }
  }

  /** Somebody has no more use for the answer. */
  stop(): void {
    this.#stopped = true;
  }

  /** Null when it was stopped. @param tell hears the share that is done, a few times a second */
  async answer(
    host: Host,
    tell: (share: number) => void = () => undefined,
  ): Promise<Answer | null> {
    const { question } = this;
    let told = host.now();
    try {
      while (!this.#stopped && !question.done) {
        const begin = host.now();
        do question.advance();
        while (!question.done && host.now() - begin < sliceMilliseconds);
        if (begin - told >= reportMilliseconds && !question.done) {
          tell(question.share);
          told = begin;
        }
        await host.breathe();
      }
      return this.#stopped ? null : question.answer();
    } finally {
      this.model.destroy();
    }
  }
}

/**
 * Sequences of the validation part, in an order that is drawn once for all runs of a data set:
 * all of them, or as many as have `most` steps together.
 */
export function sampled(examples: readonly Example[], most = mostPlaces): readonly Example[] {
  const drawn = shuffle([...examples], new Random(questionSeed, 0));
  let places = 0;
  const end = drawn.findIndex(({ tokens }) => (places += tokens.length) > most);
  return end < 0 ? drawn : drawn.slice(0, Math.max(end, 1));
}

/** Batches of what has tokens, shortest first, so that a batch holds little padding. */
export class Batches<Item extends Pick<Example, 'tokens'>> {
  readonly #batches: readonly Item[][];
  readonly #work: number;
  #next = 0;
  #worked = 0;

  constructor(items: readonly Item[]) {
    const size = classifier.measuredTogether;
    const sorted = [...items].sort((a, b) => a.tokens.length - b.tokens.length);
    this.#batches = Array.from({ length: Math.ceil(sorted.length / size) }, (_, i) =>
      sorted.slice(i * size, (i + 1) * size),
    );
    this.#work = this.#batches.reduce((sum, batch) => sum + workOf(batch), 0);
  }

  get done(): boolean {
    return this.#next === this.#batches.length;
  }

  /** Share of the work behind: the last batches take longer than the first. */
  get share(): number {
    return this.done ? 1 : this.#worked / this.#work;
  }

  take(): readonly Item[] {
    const batch = this.#batches[this.#next] ?? [];
    this.#next += 1;
    this.#worked += workOf(batch);
    return batch;
  }
}

/** Steps of one pass: every row of a batch goes as far as its longest, the last of the sorted. */
const workOf = (batch: readonly Pick<Example, 'tokens'>[]): number =>
  batch.length * (batch.at(-1)?.tokens.length ?? 0);

/** What has a value for every token: states, gates, what a layer reads and gives. */
const everyStep = /^(layer\d+\.(reverse\.)?\w+|output)$/;

/** @throws RnnError `argument` for a tensor that has no value at every step. */
export function checkTensor(model: Model, name: string): void {
  if (!everyStep.test(name)) {
    const message = `tensor is "${name}"; it must be one of a layer, such as layer0.h, or output.`;
    throw new RnnError('argument', message);
  }
  model.tensor(name);
}

/** Values of one pass: (steps, rows, units). */
export class Activity {
  readonly units: number;
  readonly #values: Float32Array;
  readonly #rows: number;

  constructor({ shape, values }: NamedTensor) {
    const [, rows = 0, units = 0] = shape;
    this.units = units;
    this.#rows = rows;
    this.#values = values;
  }

  /** A view on the units of one step of one row. */
  at(step: number, row: number): Float32Array {
    const begin = (step * this.#rows + row) * this.units;
    return this.#values.subarray(begin, begin + this.units);
  }
}

/** One forward pass over these sequences. */
export function activityOf(
  model: Model,
  sequences: readonly ArrayLike<number>[],
  tensor: string,
): Activity {
  model.setBatch(sequences);
  model.forward();
  return new Activity(model.tensor(tensor));
}
