/** What the predict instrument says. Numbers arrive typeset, with their units. */
import type { Language } from '../../shared/lesson';
import type { Verdict } from '../../shared/prediction-grade';
import type { Phase } from '../instruments/predict/progress';
import { en } from './predict-en';
import { fr } from './predict-fr';

/** What a distance is counted in. */
export type Measure = 'points' | 'nats' | 'examples';

export interface PredictWords {
  readonly reading: Readonly<Record<'number' | 'choice' | 'curve', string>>;
  readonly questions: string;
  readonly asked: (examples: string, unit: string, seed: string) => string;
  readonly goal: (percent: string) => string;
  readonly guess: Readonly<Record<'number' | 'choice', string>>;
  readonly slide: string;
  readonly between: (min: string, max: string, unit: string) => string;
  readonly verbs: {
    readonly commit: string;
    readonly run: string;
    readonly pause: string;
    readonly resume: string;
    readonly stop: string;
    readonly retry: string;
    readonly another: (seed: string) => string;
    readonly anew: string;
  };
  readonly missing: {
    readonly number: string;
    readonly outside: (min: string, max: string) => string;
    readonly choice: string;
    readonly curve: string;
  };
  readonly state: Readonly<
    Record<Exclude<Phase, 'running' | 'unsupported' | 'answered'>, string>
  > & {
    readonly running: (seen: string, examples: string, unit: string, left: string | null) => string;
    readonly answered: (seeds: string, count: number) => string;
    readonly enough: string;
    readonly committed: string;
    readonly diverged: string;
    readonly notKept: string;
  };
  readonly pen: {
    readonly label: string;
    readonly help: string;
    readonly at: (examples: string, unit: string, value: string) => string;
    readonly none: (examples: string, unit: string) => string;
    readonly numbers: string;
    readonly column: (accuracy: boolean) => string;
    readonly value: (examples: string, unit: string) => string;
  };
  readonly axis: Readonly<Record<'accuracy' | 'loss', string>>;
  readonly seen: (unit: string) => string;
  readonly picture: {
    readonly guess: string;
    readonly measured: string;
    readonly said: (guess: string) => string;
    readonly found: (value: string) => string;
    readonly now: (value: string) => string;
    readonly choice: (run: string) => string;
    readonly never: string;
    readonly notYet: string;
  };
  /** Numbers with units: "12.5 points", "1,024 names". */
  readonly amount: Readonly<Record<Measure, (value: string, unit: string) => string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly distance: (verdict: Verdict, amount: string | null, mean: boolean) => string;
  readonly later: (amount: string) => string;
  readonly notReached: string;
  readonly curveSaid: string;
  readonly none: string;
  readonly tries: string;
  readonly try: (number: string, guess: string) => string;
  readonly outcome: (seed: string, measured: string, distance: string) => string;
  /** @param end of the last point of a curve */
  readonly luck: (seeds: string, from: string, to: string, end: boolean) => string;
  readonly unanswered: string;
  readonly summary: {
    readonly asking: string;
    readonly committed: (guess: string) => string;
    readonly now: (guess: string, measured: string) => string;
    readonly answered: (guess: string, measured: string, distance: string) => string;
    readonly curveNow: (examples: string, unit: string, value: string) => string;
    readonly firstOf: (runs: string, examples: string) => string;
    readonly noneFirst: string;
    readonly end: (value: string) => string;
  };
  readonly cursor: string;
  readonly cursorHelp: string;
  readonly cursorAt: (examples: string, unit: string, guess: string, measured: string) => string;
  readonly columns: {
    readonly examples: (unit: string) => string;
    readonly guess: string;
    readonly measured: (seed: string) => string;
    readonly gap: string;
    readonly number: string;
    readonly seed: string;
    readonly found: string;
    readonly run: string;
  };
  readonly said: { readonly committed: (number: string) => string };
}

export const predictWords: Readonly<Record<Language, PredictWords>> = { fr, en };
