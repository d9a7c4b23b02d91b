/**
 * Questions that a run answers, and what a learner commits to before it. A question holds no
 * answer: the run is the key. Pure types.
 */
import type { RichText } from './quiz';
import type { RunSettings } from './run-settings';

/** What decides a run, apart from what all models of a question share. */
export type ModelSettings = Omit<RunSettings, 'dataset' | 'seed'>;

/** One of the models that answer, trained side by side on the same examples. */
export interface AskedRun {
  readonly id: string;
  readonly name: string;
  readonly settings: ModelSettings;
}

interface QuestionFrame {
  /** The chapter (or `workshop`) and the name there, `order.bag-share`: the same in every language. */
  readonly id: string;
  readonly title: string;
  /** What it is about; the course reports what was gained by concept. */
  readonly concept: string;
  readonly prompt: RichText;
  readonly dataset: string;
  /** Of the first answer; those after it take the seeds that follow. */
  readonly seed: number;
  /** Each model sees so many, unless its stop rule ends it before. */
  readonly examples: number;
  readonly runs: readonly AskedRun[];
}

/** In points for accuracy, 0 to 100; in examples for the time to a goal. */
export interface NumberQuestion extends QuestionFrame {
  readonly kind: 'number';
  readonly figure:
    | { readonly of: 'accuracy'; readonly run: string }
    /** @param goal share of the validation part, in points */
    | { readonly of: 'examples-to'; readonly run: string; readonly goal: number };
  readonly min: number;
  readonly max: number;
  /** Largest distance that counts as close. */
  readonly tolerance: number;
  readonly feedback: Readonly<Record<'close' | 'high' | 'low', RichText>> & {
    /** Where the run never reaches the goal. */
    readonly never?: RichText;
  };
}

/** The option for "none of them". */
export const noRun = 'none';

export interface ChoiceQuestion extends QuestionFrame {
  readonly kind: 'choice';
  /** Which model is the first to know that share of the validation part, in points. */
  readonly figure: { readonly of: 'first-to'; readonly goal: number };
  /** One a run, by its id, and one for none of them. */
  readonly options: readonly {
    readonly id: string;
    readonly text: RichText;
    /** Why, where the runs say so; and where they say otherwise. */
    readonly right: RichText;
    readonly wrong: RichText;
  }[];
}

/** A curve of the validation part: accuracy in points, or loss in nats. */
export interface CurveQuestion extends QuestionFrame {
  readonly kind: 'curve';
  readonly figure: { readonly of: 'accuracy-curve' | 'loss-curve'; readonly run: string };
  readonly min: number;
  readonly max: number;
  /** Largest mean distance that counts as close. */
  readonly tolerance: number;
  /** `across`: neither above nor below as a whole, but of another shape. */
  readonly feedback: Readonly<Record<'close' | 'high' | 'low' | 'across', RichText>>;
}

export type Question = NumberQuestion | ChoiceQuestion | CurveQuestion;

/** What the learner says. A curve has one value at each place of `placesOf`. */
export type Guess =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'curve'; readonly values: readonly number[] };

/** What the run says, in the units of the guess. */
export type Measured =
  /** Null: the goal was not reached. */
  | { readonly kind: 'number'; readonly value: number | null }
  /** By run: the examples after which it reached the goal; null: it did not. */
  | { readonly kind: 'choice'; readonly reached: Readonly<Record<string, number | null>> }
  /** Fewer values than places where the run ended before. */
  | { readonly kind: 'curve'; readonly values: readonly number[] };

export interface Outcome {
  readonly seed: number;
  readonly measured: Measured;
}

/** A prediction that was made for good, with what the runs said since: none, then one a seed. */
export interface Commitment {
  readonly question: string;
  /** In another language the question may be answered on other data. */
  readonly dataset: string;
  /** Tries are numbered: 1, 2, … for a question and its data. */
  readonly number: number;
  readonly guess: Guess;
  readonly outcomes: readonly Outcome[];
}
