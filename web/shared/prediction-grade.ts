/** What a run answers to a question, and how far a guess lies from it. Pure. */
import type { ValidationPoint } from './protocol';
import { classifier } from './settings';
import {
  noRun,
  type CurveQuestion,
  type Guess,
  type Measured,
  type NumberQuestion,
  type Question,
} from './prediction';
import type { RichText } from './quiz';

/** Points of each run's validation curve, by the run's id. */
export type Curves = Readonly<Record<string, readonly ValidationPoint[]>>;

/** Where the validation part is measured: the places of a curve. */
export function placesOf({ examples }: Pick<Question, 'examples'>): readonly number[] {
  const count = Math.floor(examples / classifier.validateEvery) + 1;
  return Array.from({ length: count }, (_, index) => index * classifier.validateEvery);
}

const percent = (point: ValidationPoint): number => 100 * point.accuracy;

const reachedAfter = (points: readonly ValidationPoint[], goal: number): number | null =>
  points.find((point) => percent(point) >= goal)?.examples ?? null;

/** What the runs say so far; null before the first measurement. */
export function measure(question: Question, curves: Curves): Measured | null {
  const of = (run: string): readonly ValidationPoint[] => curves[run] ?? [];
  switch (question.kind) {
    case 'number': {
      const { figure } = question;
      const points = of(figure.run);
      const last = points.at(-1);
      if (!last) return null;
      const value = figure.of === 'accuracy' ? percent(last) : reachedAfter(points, figure.goal);
      return { kind: 'number', value };
    }
    case 'choice': {
      const { runs, figure } = question;
      if (runs.some(({ id }) => of(id).length === 0)) return null;
      const entries = runs.map(({ id }) => [id, reachedAfter(of(id), figure.goal)]);
      return { kind: 'choice', reached: Object.fromEntries(entries) };
    }
    case 'curve': {
      const { of: what, run } = question.figure;
      if (of(run).length === 0) return null;
      const places = new Set(placesOf(question));
      const points = of(run).filter(({ examples }) => places.has(examples));
      const values = points.map((point) => (what === 'loss-curve' ? point.loss : percent(point)));
      return { kind: 'curve', values };
    }
  }
}

export type Verdict = 'close' | 'high' | 'low' | 'across' | 'never' | 'right' | 'wrong';

export interface Comparison {
  readonly verdict: Verdict;
  /**
   * Points, nats or examples: of a number and a curve (its mean) how far the guess lies from
   * the run, of a choice how much later the chosen model reached the goal. Null: beyond measure.
   */
  readonly distance: number | null;
}

/** How far the guess lies from what the run says. @throws Error where the two are of other kinds */
export function compare(question: Question, guess: Guess, measured: Measured): Comparison {
  if (question.kind === 'number' && guess.kind === 'number' && measured.kind === 'number') {
    return compareNumber(question, guess.value, measured.value);
  }
  if (question.kind === 'choice' && guess.kind === 'choice' && measured.kind === 'choice') {
    return compareChoice(guess.option, measured.reached);
  }
  if (question.kind === 'curve' && guess.kind === 'curve' && measured.kind === 'curve') {
    return compareCurve(question, guess.values, measured.values);
  }
  throw new Error(`A ${guess.kind} does not answer the question "${question.id}".`);
}

function compareNumber(
  { tolerance }: NumberQuestion,
  guess: number,
  measured: number | null,
): Comparison {
  if (measured === null) return { verdict: 'never', distance: null };
  const distance = Math.abs(guess - measured);
  if (distance <= tolerance) return { verdict: 'close', distance };
  return { verdict: guess > measured ? 'high' : 'low', distance };
}

function compareChoice(
  option: string,
  reached: Readonly<Record<string, number | null>>,
): Comparison {
  const times = Object.values(reached).filter((examples) => examples !== null);
  const first = times.length > 0 ? Math.min(...times) : null;
  if (option === noRun) {
    return first === null
      ? { verdict: 'right', distance: 0 }
      : { verdict: 'wrong', distance: null };
  }
  const own = reached[option] ?? null;
  if (own === null || first === null) return { verdict: 'wrong', distance: null };
  return { verdict: own === first ? 'right' : 'wrong', distance: own - first };
}

/** A curve lies above or below where most of its distance is on that side. */
const onOneSide = 0.6;

function compareCurve(
  { tolerance }: CurveQuestion,
  guess: readonly number[],
  measured: readonly number[],
): Comparison {
  const apart = measured.map((value, index) => (guess[index] ?? value) - value);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const distance = mean(apart.map(Math.abs));
  if (distance <= tolerance) return { verdict: 'close', distance };
  const side = mean(apart) / distance;
  if (Math.abs(side) < onOneSide) return { verdict: 'across', distance };
  return { verdict: side > 0 ? 'high' : 'low', distance };
}

/** Which runs were first; several where they were first together. */
export function firstOf(reached: Readonly<Record<string, number | null>>): readonly string[] {
  const times = Object.values(reached).filter((examples) => examples !== null);
  return Object.keys(reached).filter((run) => reached[run] === Math.min(...times));
}

/** What the lesson says of a guess that lies so. */
export function feedbackOf(question: Question, guess: Guess, { verdict }: Comparison): RichText {
  if (question.kind === 'choice') {
    const chosen = guess.kind === 'choice' ? guess.option : noRun;
    const option = question.options.find(({ id }) => id === chosen);
    return (verdict === 'right' ? option?.right : option?.wrong) ?? [];
  }
  const texts: Readonly<Partial<Record<Verdict, RichText>>> = question.feedback;
  return texts[verdict] ?? [];
}

/** Can this guess be made of this question? Of stored ones, for a question may have changed. */
export function fitsQuestion(question: Question, guess: Guess): boolean {
  const inside = (value: number): boolean =>
    question.kind !== 'choice' && value >= question.min && value <= question.max;
  switch (guess.kind) {
    case 'number':
      return question.kind === 'number' && inside(guess.value);
    case 'choice':
      return question.kind === 'choice' && question.options.some(({ id }) => id === guess.option);
    case 'curve':
      return (
        question.kind === 'curve' &&
        guess.values.length === placesOf(question).length &&
        guess.values.every(inside)
      );
  }
}

/** Could these runs have said this? */
export function fitsRuns(question: Question, measured: Measured): boolean {
  switch (measured.kind) {
    case 'number':
      return (
        question.kind === 'number' &&
        (measured.value !== null || question.figure.of === 'examples-to')
      );
    case 'choice': {
      const { reached } = measured;
      return (
        question.kind === 'choice' &&
        Object.keys(reached).length === question.runs.length &&
        question.runs.every(({ id }) => Object.hasOwn(reached, id))
      );
    }
    case 'curve':
      return question.kind === 'curve' && measured.values.length <= placesOf(question).length;
  }
}
