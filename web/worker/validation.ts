/** The model measured on the whole validation part, a batch at a time. */
import type { ValidationPoint } from '../shared/protocol';
import type { Example } from './dataset';
import type { Model } from './model';

export interface Batch {
  readonly sequences: readonly ArrayLike<number>[];
  /** One a sequence; or one a token, -1 where none counts. */
  readonly labels: readonly number[] | readonly (readonly number[])[];
}

/** Shortest first, so that a batch holds little padding; the order never changes. */
export function validationBatches(examples: readonly Example[], size: number): Batch[] {
  const sorted = [...examples].sort((a, b) => a.tokens.length - b.tokens.length);
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, i) =>
    batchOf(sorted.slice(i * size, (i + 1) * size)),
  );
}

export const batchOf = (examples: readonly Example[]): Batch => ({
  sequences: examples.map(({ tokens }) => tokens),
  labels: examples.every(({ place }) => place === undefined)
    ? examples.map(({ label }) => label)
    : examples.map(({ tokens, label, place }) =>
        Array.from(tokens, (_, at) => (at === place ? label : -1)),
      ),
});

export class Validation {
  readonly #model: Model;
  readonly #batches: readonly Batch[];
  #measured = 0;
  #rows = 0;
  #loss = 0;
  #correct = 0;

  constructor(model: Model, batches: readonly Batch[]) {
    this.#model = model;
    this.#batches = batches;
  }

  get done(): boolean {
    return this.#measured === this.#batches.length;
  }

  /** Measures the next batch. */
  advance(): void {
    const batch = this.#batches[this.#measured];
    if (batch === undefined) return;
    this.#model.setBatch(batch.sequences, batch.labels);
    const { loss, correct } = this.#model.evaluate();
    this.#loss += loss * batch.labels.length;
    this.#correct += correct;
    this.#rows += batch.labels.length;
    this.#measured += 1;
  }

  /** The result, once done. @param examples seen by the model that was measured. */
  point(examples: number): ValidationPoint {
    return { examples, loss: this.#loss / this.#rows, accuracy: this.#correct / this.#rows };
  }
}
