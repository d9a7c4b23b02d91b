/** Every example of the validation part answered: how often which class got which answer. */
import {
  mostExamples,
  type AnsweredExample,
  type Confusion,
  type RankedExamples,
} from '../shared/confusion';
import type { Dataset, Example } from './dataset';
import type { Model } from './model';
import { Batches, type Question } from './question';
import { batchOf } from './validation';

interface Answered {
  /** Place in the validation part: decides between equals. */
  readonly order: number;
  readonly example: Example;
  readonly answer: number;
  readonly probabilities: readonly number[];
  readonly margin: number;
}

/** As the engine decides: the first of equals. */
const likeliest = (probabilities: readonly number[]): number =>
  probabilities.indexOf(Math.max(...probabilities));

function marginOf(probabilities: readonly number[], label: number, answer: number): number {
  const rival = (share: number, side: number): number =>
    (answer === label ? side !== answer : side === label) ? share : 0;
  return probabilities[answer]! - Math.max(...probabilities.map(rival));
}

const surestFirst = (a: Answered, b: Answered): number =>
  b.probabilities[b.answer]! - a.probabilities[a.answer]! || a.order - b.order;

const nearestFirst = (a: Answered, b: Answered): number => a.margin - b.margin || a.order - b.order;

export class ConfusionQuestion implements Question<Confusion> {
  readonly #batches: Batches<Example & { readonly order: number }>;
  readonly #answered: Answered[] = [];

  /** @param step of training, at which `model` stands. */
  constructor(
    private readonly model: Model,
    private readonly dataset: Dataset,
    private readonly step: number,
  ) {
    this.#batches = new Batches(dataset.validation.map((each, order) => ({ ...each, order })));
    model.beginEvaluation();
  }

  get done(): boolean {
    return this.#batches.done;
  }

  get share(): number {
    return this.#batches.share;
  }

  advance(): void {
    const batch = this.#batches.take();
    const { sequences, labels } = batchOf(batch);
    this.model.setBatch(sequences, labels);
    this.model.evaluate();
    const { shape, values } = this.model.tensor('probabilities');
    const classes = shape.at(-1) ?? 1;
    batch.forEach((example, row) => {
      // A head that answers at each step has a row of its own for each.
      const at = ((example.place ?? 0) * batch.length + row) * classes;
      const probabilities = [...values.subarray(at, at + classes)];
      const answer = likeliest(probabilities);
      const margin = marginOf(probabilities, example.label, answer);
      this.#answered.push({ order: example.order, example, answer, probabilities, margin });
    });
  }

  answer(): Confusion {
    const { shape, values } = this.model.tensor('evaluation.confusion');
    const [, classes = 0] = shape;
    const counts = this.dataset.info.classes.map((_, label) => [
      ...values.subarray(label * classes, (label + 1) * classes),
    ]);
    return { counts, cells: this.#cells(), step: this.step };
  }

  #cells(): RankedExamples[] {
    const told = new Map<Answered, AnsweredExample>();
    const tell = (each: Answered): AnsweredExample => {
      const known = told.get(each) ?? this.#told(each);
      told.set(each, known);
      return known;
    };
    const first = (all: readonly Answered[], order: typeof surestFirst): AnsweredExample[] =>
      [...all].sort(order).slice(0, mostExamples).map(tell);
    const classes = this.dataset.info.classes.map((_, index) => index);
    return classes.flatMap((label) => {
      const own = this.#answered.filter(({ example }) => example.label === label);
      return classes.flatMap((answer) => {
        const all = own.filter((each) => each.answer === answer);
        if (all.length === 0) return [];
        return [{ label, answer, sure: first(all, surestFirst), near: first(all, nearestFirst) }];
      });
    });
  }

  #told({ example, answer, probabilities, margin }: Answered): AnsweredExample {
    const { tokens, label, place = null } = example;
    const { alphabet } = this.dataset;
    const symbols = Array.from(tokens, (token) => alphabet.symbolOf(token));
    return { tokens: symbols, place, label, answer, probabilities, margin };
  }
}
