/**
 * What the page and the worker say to each other: one type map of calls
 * (name → [parameters, result]) and one of events (name → payload).
 * Pure types and constants: this file is part of every tsconfig.
 */
import type { Unit } from './data-info';

export const cells = ['rnn', 'lstm', 'gru'] as const;
export type Cell = (typeof cells)[number];

export const directions = ['forward', 'backward', 'both'] as const;
export type Direction = (typeof directions)[number];

/** Everything that decides a run, to the last bit. */
export interface RunSettings {
  readonly dataset: string;
  readonly cell: Cell;
  readonly direction: Direction;
  /** Units of the hidden state, for each direction. */
  readonly hidden: number;
  readonly learningRate: number;
  /** Unsigned, 32 bits: weights and the order of the examples follow from it. */
  readonly seed: number;
}

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
  /** Why a finished run ended. */
  readonly ended?: 'max-examples' | 'no-progress';
  /** The step at which the loss passed 1,000 nats, or the gradient left the finite numbers. */
  readonly divergedAt?: number;
  /** After divergence: the weights in force are those after this step. */
  readonly keptStep?: number;
}

/** Sent while a run trains, a few times a second. */
export interface Progress {
  readonly status: RunStatus;
  /** Points that are new since the last report. */
  readonly losses: readonly LossPoint[];
  readonly validations: readonly ValidationPoint[];
  /** Smoothed, over the time the engine really trained or measured. */
  readonly examplesPerSecond: number;
}

/** The model's answer after each letter of a word. */
export interface Reading {
  /** The word as the model reads it: normalised, cut to `maxLength`. */
  readonly characters: readonly string[];
  /** For each character: was it in the training data? */
  readonly known: readonly boolean[];
  /** Probabilities after each character, one number a class; one row a character. */
  readonly probabilities: readonly (readonly number[])[];
  /** Characters that were cut off. */
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

export interface Calls {
  /** A fresh model with these settings, at step 0; takes the place of the one before. */
  open: [RunSettings, OpenedRun];
  /**
   * Trains until `examples` have been seen in all, the stop rule ends the run, `pause` is
   * called, or the run diverges. Resolves with where it stands then.
   */
  train: [{ readonly examples: number }, RunStatus];
  /** One optimiser step; validates where a validation point is due. */
  step: [null, RunStatus];
  /** Heard between two slices of a few milliseconds. */
  pause: [null, RunStatus];
  read: [{ readonly text: string }, Reading];
  tensor: [{ readonly name: string }, NamedTensor];
}

export interface Events {
  progress: Progress;
  /** Data beyond the first slice are on their way, or have arrived. */
  loading: { readonly what: 'first' | 'rest' | 'none' };
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
