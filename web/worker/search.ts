/** Where in the validation part is a tensor most as it is on a stretch of the learner's text? */
import type { Match } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Dataset, Example } from './dataset';
import type { Model } from './model';
import {
  activityOf,
  Batches,
  checkTensor,
  sampled,
  type Activity,
  type Question,
} from './question';
import { tokenize } from './tokenizer';

const mostMatches = 10;

/** A stretch of the learner's own text. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Candidate extends Example {
  /** Place in the sample: decides between equals. */
  readonly place: number;
}

interface Found {
  readonly candidate: Candidate;
  readonly from: number;
  /** Squared distance. */
  readonly squares: number;
}

const nearerFirst = (a: Found, b: Found): number =>
  a.squares - b.squares || a.candidate.place - b.candidate.place;

export class SearchQuestion implements Question<readonly Match[]> {
  readonly #wanted: readonly Float32Array[];
  readonly #batches: Batches<Candidate>;
  /** Nearest first. */
  #found: Found[] = [];

  constructor(
    private readonly model: Model,
    private readonly dataset: Dataset,
    private readonly tensor: string,
    { text, from, to }: Stretch,
  ) {
    checkTensor(model, tensor);
    const { tokens } = tokenize(text, dataset.alphabet, dataset.info.maxLength);
    if (!(from < to && to <= tokens.length)) {
      const fact = `The stretch is from ${from} to before ${to}`;
      const remedy = 'Choose one step at least, within the text.';
      throw new RnnError('argument', `${fact}; the text has ${tokens.length} steps. ${remedy}`);
    }
    const activity = activityOf(model, [tokens], tensor);
    this.#wanted = Array.from({ length: to - from }, (_, step) => activity.at(from + step, 0));
    const candidates = sampled(dataset.validation).map(({ tokens, label }, place) => ({
      tokens,
      label,
      place,
    }));
    this.#batches = new Batches(candidates.filter(({ tokens }) => tokens.length >= to - from));
  }

  get done(): boolean {
    return this.#batches.done;
  }

  get share(): number {
    return this.#batches.share;
  }

  advance(): void {
    const batch = this.#batches.take();
    const sequences = batch.map(({ tokens }) => tokens);
    const activity = activityOf(this.model, sequences, this.tensor);
    const nearest = batch.flatMap((candidate, row) => this.#nearest(candidate, row, activity));
    this.#found = [...this.#found, ...nearest].sort(nearerFirst).slice(0, mostMatches);
  }

  /** The nearest stretch of a sequence, the first of equals; none that cannot be among the ten. */
  #nearest(candidate: Candidate, row: number, activity: Activity): Found[] {
    let bound = this.#found[mostMatches - 1]?.squares ?? Infinity;
    let found: Found[] = [];
    const last = candidate.tokens.length - this.#wanted.length;
    for (let from = 0; from <= last; from += 1) {
      const squares = this.#squares(activity, row, from, bound);
      if (squares > bound || (squares === bound && found.length > 0)) continue;
      bound = squares;
      found = [{ candidate, from, squares }];
    }
    return found;
  }

  /** Squared distance, or as much of it as is beyond the bound already. */
  #squares(activity: Activity, row: number, from: number, bound: number): number {
    let sum = 0;
    for (let step = 0; step < this.#wanted.length && sum <= bound; step += 1) {
      const [wanted, here] = [this.#wanted[step]!, activity.at(from + step, row)];
      for (let unit = 0; unit < here.length; unit += 1) {
        const difference = here[unit]! - wanted[unit]!;
        sum += difference * difference;
      }
    }
    return sum;
  }

  answer(): readonly Match[] {
    return this.#found.map(({ candidate, from, squares }) => ({
      text: this.dataset.textOf(candidate),
      tokens: Array.from(candidate.tokens, (token) =>
        this.dataset.textOf({ tokens: Uint16Array.of(token), label: candidate.label }),
      ),
      from,
      to: from + this.#wanted.length,
      distance: Math.sqrt(squares),
    }));
  }
}
