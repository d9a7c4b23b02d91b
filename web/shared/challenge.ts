/** What a challenge asks of a run, and how far a run has come with it, clause by clause. Pure. */
import type { Cell, RunSettings } from './run-settings';
import { runFieldNames } from './settings';

export interface ChallengeGoal {
  readonly dataset: string;
  /** Any of these will do. */
  readonly cells: readonly Cell[];
  /** Null: as many as one likes. */
  readonly maxParameters: number | null;
  readonly maxExamples: number;
  /** Least share of the fresh sequences to be classified rightly, 0 to 1. */
  readonly share: number;
  /** Fresh ones, which no run sees, that a check draws. */
  readonly sequences: number;
  /** Settings that are not the learner's to choose. */
  readonly fixed: Partial<RunSettings>;
}

/** What is known of a run; null: not yet. */
export interface ChallengeFacts {
  readonly settings: RunSettings;
  readonly parameters: number | null;
  readonly examples: number;
  /** On the fresh sequences. */
  readonly accuracy: number | null;
}

/** Met or not; null: nobody can say yet. */
type Met = { readonly met: boolean | null };

export type Clause =
  | (Met & { readonly kind: 'share'; readonly value: number | null; readonly bound: number })
  | (Met & { readonly kind: 'examples'; readonly value: number; readonly bound: number })
  | (Met & { readonly kind: 'parameters'; readonly value: number | null; readonly bound: number })
  | (Met & { readonly kind: 'cell'; readonly value: Cell; readonly bound: readonly Cell[] })
  /** The settings that are fixed; `value` names those that differ. */
  | (Met & { readonly kind: 'fixed'; readonly value: readonly string[] });

export type ClauseKind = Clause['kind'];

/** What the worker found: told by the run itself and measured on what it never saw. */
export interface ChallengeResult {
  readonly settings: RunSettings;
  readonly parameters: number;
  readonly examples: number;
  readonly accuracy: number;
  readonly sequences: number;
  readonly clauses: readonly Clause[];
  readonly met: boolean;
}

export interface ChallengeCalls {
  /**
   * Does the run meet the goal, as it is when the question is heard? Null: a newer question of
   * the same run has taken its place, or `cancel`, or the run is gone.
   */
  challenge: [{ readonly run: string; readonly goal: ChallengeGoal }, ChallengeResult | null];
}

/** Sent while a check measures. */
export interface ChallengeProgress {
  readonly run: string;
  readonly measured: number;
  readonly sequences: number;
}

export interface ChallengeEvents {
  challenging: ChallengeProgress;
}

/** The settings that differ from what is fixed, the data set among them. */
function differing(goal: ChallengeGoal, settings: RunSettings): readonly string[] {
  const names = runFieldNames.filter(
    (name) => Object.hasOwn(goal.fixed, name) && goal.fixed[name] !== settings[name],
  );
  return settings.dataset === goal.dataset ? names : ['dataset', ...names];
}

/** The goal's clauses in the order in which a figure lists them, each with where the run stands. */
export function clausesOf(goal: ChallengeGoal, facts: ChallengeFacts): readonly Clause[] {
  const { settings, parameters, examples, accuracy } = facts;
  const { cells, maxParameters, maxExamples, share } = goal;
  const others = differing(goal, settings);
  return [
    {
      kind: 'share',
      value: accuracy,
      bound: share,
      met: accuracy === null ? null : accuracy >= share,
    },
    { kind: 'examples', value: examples, bound: maxExamples, met: examples <= maxExamples },
    ...(maxParameters === null
      ? []
      : [
          {
            kind: 'parameters',
            value: parameters,
            bound: maxParameters,
            met: parameters === null ? null : parameters <= maxParameters,
          } as const,
        ]),
    { kind: 'cell', value: settings.cell, bound: cells, met: cells.includes(settings.cell) },
    { kind: 'fixed', value: others, met: others.length === 0 },
  ];
}
