/** What the race says. Numbers arrive typeset, models by name: "A bag", "B RNN". */
import type { Language } from '../../shared/lesson';
import { en } from './race-en';
import { fr } from './race-fr';

type Ended = 'max-examples' | 'no-progress';

export interface RaceWords {
  readonly reading: string;
  readonly start: string;
  readonly pause: string;
  readonly step: string;
  readonly reset: string;
  readonly again: string;
  readonly data: string;
  readonly datasets: Readonly<Record<string, string>>;
  readonly models: string;
  readonly pace: string;
  readonly paces: Readonly<Record<'watch' | 'full', string>>;
  readonly measure: string;
  readonly measures: Readonly<Record<'accuracy' | 'loss' | 'training', string>>;
  /** Title of the axis of values, with its unit. */
  readonly axes: Readonly<Record<'accuracy' | 'loss' | 'training', string>>;
  readonly settings: string;
  readonly allSettings: string;
  readonly apart: string;
  readonly shared: string;
  /** A setting of one model, for who hears it alone. */
  readonly ofModel: (label: string, letter: string) => string;
  readonly applyToNone: string;
  readonly without: (letters: string) => string;
  readonly differ: {
    readonly none: string;
    readonly one: (noun: string, feminine: boolean, values: string) => string;
    readonly several: (nouns: string) => string;
    readonly value: (letter: string, value: string) => string;
  };
  readonly equal: {
    readonly verb: string;
    readonly help: (model: string, parameters: string) => string;
    readonly done: (models: string) => string;
    readonly model: (model: string, parameters: string) => string;
    readonly impossible: string;
    readonly unknown: string;
  };
  readonly state: {
    readonly opening: string;
    readonly ready: (seed: string) => string;
    readonly changed: string;
    readonly running: string;
    readonly loading: string;
    readonly paused: string;
    readonly over: string;
    /** Why models have ended: each with its examples, as `at` puts it. */
    readonly ended: Readonly<Record<Ended, (models: string, unit: string) => string>>;
    readonly at: (model: string, examples: string) => string;
    readonly diverged: (model: string, step: string) => string;
    readonly failed: (model: string) => string;
  };
  /** Where the last run's lines are. */
  readonly ghost: {
    readonly label: (letter: string) => string;
    readonly same: string;
    readonly changed: (changes: string) => string;
    readonly change: (letter: string, before: string) => string;
  };
  readonly largestClass: (percent: string) => string;
  /** The loss of giving each class the same probability. */
  readonly chance: (loss: string) => string;
  readonly seen: (unit: string) => string;
  readonly table: {
    readonly title: string;
    readonly model: string;
    readonly parameters: string;
    readonly time: string;
    readonly examples: (unit: string) => string;
    readonly accuracy: string;
    readonly reached: (unit: string) => string;
    /** Not reached within so many examples. */
    readonly notWithin: (examples: string) => string;
    readonly diverged: (step: string) => string;
    readonly none: string;
    /** Heads of the columns of one model. */
    readonly columns: Readonly<Record<'accuracy' | 'loss' | 'training', (model: string) => string>>;
    readonly at: (examples: string, unit: string) => string;
  };
  readonly cursor: string;
  readonly cursorHelp: string;
  readonly cursorAt: (examples: string, unit: string, values: string) => string;
  readonly summary: {
    readonly empty: string;
    readonly now: (examples: string, unit: string, values: string) => string;
    readonly value: (model: string, value: string) => string;
    readonly list: (values: readonly string[]) => string;
  };
  readonly space: string;
}

export const raceWords: Readonly<Record<Language, RaceWords>> = { fr, en };
