/** What the instrument "challenge" says; numbers and settings arrive typeset. */
import type { Language } from '../../shared/lesson';
import { en } from './challenge-en';
import { fr } from './challenge-fr';

export interface ChallengeWords {
  readonly reading: string;
  readonly challenge: string;
  readonly settings: string;
  readonly verbs: Readonly<
    Record<'train' | 'pause' | 'step' | 'reset' | 'again' | 'check' | 'stop', string>
  >;
  readonly spent: (examples: string, unit: string) => string;
  readonly checking: (measured: string, all: string, unit: string) => string;
  readonly cancelled: string;
  readonly goal: {
    readonly title: string;
    readonly share: (percent: string, sequences: string, unit: string) => string;
    readonly examples: (most: string, unit: string) => string;
    readonly parameters: (most: string) => string;
    readonly cell: (cells: readonly string[]) => string;
    readonly fixed: string;
  };
  readonly now: {
    /** Before a check: what the validation part says is no proof. */
    readonly validation: (percent: string) => string;
    readonly unmeasured: string;
    readonly share: (percent: string) => string;
    readonly examples: (count: string, unit: string) => string;
    readonly parameters: (count: string) => string;
    readonly uncounted: string;
    readonly fixed: string;
    readonly changed: (names: string) => string;
  };
  readonly met: string;
  readonly unmet: string;
  readonly open: string;
  /** By how much a clause fails. */
  readonly short: {
    readonly share: (points: string, least: string) => string;
    readonly examples: (count: string, unit: string) => string;
    readonly parameters: (count: string) => string;
  };
  readonly verdict: {
    readonly title: string;
    readonly solved: (seed: string, examples: string, unit: string) => string;
    readonly unsolved: (count: number) => string;
    /** Of an attempt before, when the run has moved on. */
    readonly earned: string;
    readonly kept: (date: string, recipe: string) => string;
    readonly unproven: string;
    readonly elsewhere: string;
    readonly replay: string;
    readonly replaying: string;
    readonly refuted: string;
    readonly forget: string;
    readonly notKept: string;
  };
  readonly hints: {
    readonly title: string;
    readonly none: string;
    readonly opened: (count: number, all: number) => string;
    readonly open: (place: number) => string;
    readonly hint: (place: number) => string;
    readonly all: string;
  };
  readonly attempts: {
    readonly title: string;
    readonly none: string;
    readonly count: (count: number) => string;
    readonly columns: {
      readonly attempt: string;
      readonly settings: string;
      readonly parameters: string;
      readonly examples: (unit: string) => string;
      readonly share: (unit: string) => string;
      readonly verdict: string;
    };
    readonly solved: string;
    readonly unsolved: string;
    readonly at: string;
  };
  readonly summary: (title: string, clauses: readonly string[]) => string;
  readonly clause: (goal: string, now: string, met: string) => string;
}

export const challengeWords: Readonly<Record<Language, ChallengeWords>> = { fr, en };
