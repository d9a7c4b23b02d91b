/**
 * What the page and the worker say to each other: one type map of calls
 * (name → [parameters, result]) and one of events (name → payload). Pure types.
 */
import type { ChallengeCalls, ChallengeEvents } from './challenge';
import type { ClampedCalls } from './clamped-look';
import type { ConfusionCalls } from './confusion';
import type { Unit } from './data-info';
import type { GradientCalls } from './gradient-flow';
import type { FeatureName, Match, Survey } from './inquiry';
import type { RunSettings } from './run-settings';
export * from './confusion';
export * from './gradient-flow';
export * from './inquiry';
export * from './run-settings';
export type * from './challenge';

/** Names a run of the page, which chooses it: `main`, `race-1.a`. */
export type RunId = string;

/** One point of the training curve: the mean loss of the batches since the point before. */
export interface LossPoint {
  readonly examples: number;
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
}

/** The model measured on the whole validation part. */
export interface ValidationPoint {
  readonly examples: number;
  readonly loss: number;
  /** Share of the validation part that is classified rightly, 0 to 1. */
  readonly accuracy: number;
}

export interface DatasetInfo {
  readonly id: string;
  /** Class keys, in the order of the model's outputs. */
  readonly classes: readonly string[];
  /** What one token is. */
  readonly unit: Unit;
  /** Known characters (one text) or words (a list) in the order of their tokens; 0 is unknown. */
  readonly alphabet: string | readonly string[];
  /** Does a label belong to one token of an example, so that a head must answer at each step? */
  readonly marked: boolean;
  readonly training: number;
  readonly validation: number;
  /** Share of the largest class in the validation part, 0 to 1. */
  readonly largestClass: number;
  /** Longest sequence that the model reads; what follows is cut. */
  readonly maxLength: number;
}

export interface StopRule {
  /** The run ends after this many examples. */
  readonly maxExamples: number;
  /** It ends earlier when validation accuracy has not risen for this many examples. */
  readonly patience: number;
}

export interface OpenedRun {
  readonly settings: RunSettings;
  readonly data: DatasetInfo;
  readonly parameters: number;
  readonly batch: number;
  readonly stop: StopRule;
}

export type RunPhase = 'paused' | 'training' | 'finished' | 'diverged';

export interface RunStatus {
  readonly phase: RunPhase;
  /** Optimiser steps done. */
  readonly step: number;
  readonly examples: number;
  readonly ended?: 'max-examples' | 'no-progress';
  /** The step at which the loss passed 1,000 nats, or the gradient left the finite numbers. */
  readonly divergedAt?: number;
  /** After divergence: the weights in force are those after this step. */
  readonly keptStep?: number;
}

/** Sent while a run trains, a few times a second, and when it comes to rest. */
export interface Progress {
  readonly run: RunId;
  readonly status: RunStatus;
  /** Points that are new since the last report. */
  readonly losses: readonly LossPoint[];
  readonly validations: readonly ValidationPoint[];
  /** Smoothed, over the time the engine really trained or measured this run. */
  readonly examplesPerSecond: number;
  /** What the engine has worked on this run in all, training and measuring, in ms. */
  readonly milliseconds: number;
}

/** The model's answer after each token of a text. */
export interface Reading {
  /** The tokens as the model reads them: normalised, cut to `maxLength`. */
  readonly characters: readonly string[];
  /** For each token: was it in the training data? */
  readonly known: readonly boolean[];
  /** The answer once each token is read; in marked data the answer at it, once all are. */
  readonly probabilities: readonly (readonly number[])[];
  /** The token whose answer is the text's: the last, or in marked data the marked one. */
  readonly place: number | null;
  /** Tokens that were cut off. */
  readonly cut: number;
  /** Training step of the model that answered. */
  readonly step: number;
}

export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Row-major copy. */
  readonly values: Float32Array;
}

/** One forward pass over a text as one row: the tensors that were asked for, as copies. */
export interface Look {
  /** The text as the model reads it. A text without any has no pass, and no tensors. */
  readonly tokens: readonly string[];
  /** For each token: was it in the training data? */
  readonly known: readonly boolean[];
  /** Tokens that were cut off. */
  readonly cut: number;
  /** Training step of the model that looked. */
  readonly step: number;
  /** In the order asked for; what has a value at every step is (T, 1, width). */
  readonly tensors: readonly NamedTensor[];
}

type SeveralRuns = Readonly<Record<'runs', readonly RunId[]>>;

export interface Calls extends ChallengeCalls, ClampedCalls, ConfusionCalls, GradientCalls {
  /** A fresh model with these settings, at step 0; takes the place of the run's one before. */
  open: [{ readonly run: RunId; readonly settings: RunSettings }, OpenedRun];
  /** Frees the run's model. A run that is not open is no mistake. */
  close: [{ readonly run: RunId }, null];
  /**
   * Trains until each run has seen `examples` in all, its stop rule ends it, `pause` is
   * called, or it diverges; several runs in lockstep, the one that has seen least first.
   * Resolves when all rest, with where each stands then.
   */
  train: [SeveralRuns & { readonly examples: number }, readonly RunStatus[]];
  /** One optimiser step of each; validates where a validation point is due. */
  step: [SeveralRuns, readonly RunStatus[]];
  /** Heard between two slices of a few milliseconds; other runs go on. */
  pause: [SeveralRuns, readonly RunStatus[]];
  read: [{ readonly run: RunId; readonly text: string }, Reading];
  look: [{ readonly run: RunId; readonly text: string; readonly tensors: readonly string[] }, Look];
  tensor: [{ readonly run: RunId; readonly name: string }, NamedTensor];
  /**
   * Of the model as it is when the question is heard, though its training goes on; of a tensor
   * with a value at every step. Null: a newer survey or search of the same run has taken its
   * place, it was cancelled, or the run is gone.
   */
  survey: [
    { readonly run: RunId; readonly tensor: string; readonly feature: FeatureName },
    Survey | null,
  ];
  /**
   * The 10 stretches of the validation part, one a sequence, nearest first, on which the tensor
   * is most as it is on the steps from `from` to before `to` of the text. Null: as above.
   */
  search: [
    {
      readonly run: RunId;
      readonly tensor: string;
      readonly text: string;
      readonly from: number;
      readonly to: number;
    },
    readonly Match[] | null,
  ];
  /** Ends the run's survey, search or challenge: its answer is then null. There may be none. */
  cancel: [{ readonly run: RunId }, null];
}

export interface Events extends ChallengeEvents {
  progress: Progress;
  /** Of the run's survey or search, a few times a second: the share that is done, 0 to 1. */
  inquiry: { readonly run: RunId; readonly share: number };
  /** Of a data set, the first slice or the rest is on its way; `none`: has arrived, or failed. */
  loading: { readonly dataset: string; readonly what: 'first' | 'rest' | 'none' };
}

export type CallName = keyof Calls;
export type EventName = keyof Events;

/** An error that the engine or the worker reports: `message` names the fact and the remedy. */
export interface Failure {
  readonly code: 'argument' | 'state' | 'memory' | 'network' | 'unsupported' | 'internal';
  readonly message: string;
}

export type Request = {
  [Name in CallName]: { readonly id: number; readonly call: Name; readonly params: Calls[Name][0] };
}[CallName];

export type Reply =
  | { readonly id: number; readonly result: Calls[CallName][1] }
  | { readonly id: number; readonly failure: Failure };

export type EventMessage = {
  [Name in EventName]: { readonly event: Name; readonly payload: Events[Name] };
}[EventName];

export type FromWorker = Reply | EventMessage;
