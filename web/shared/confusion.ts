/** What a model answers to the whole validation part, counted: the answer to the call `confusion`. */
import type { RunId } from './protocol';

/** An example of the validation part, and what the model answers to it. */
export interface AnsweredExample {
  readonly tokens: readonly string[];
  /** In marked data the token that the label belongs to; null where it belongs to all. */
  readonly place: number | null;
  /** Its class. */
  readonly label: number;
  /** The class with the largest probability, the first of equals. */
  readonly answer: number;
  readonly probabilities: readonly number[];
  /**
   * From a wrong answer's probability down to that of the right class; from a right one's down
   * to the next largest.
   */
  readonly margin: number;
}

/** Examples of one class with one answer, in two orders; each at most `mostExamples` long. */
export interface RankedExamples {
  readonly label: number;
  readonly answer: number;
  /** The surest answer first: of wrong ones, the worst. */
  readonly sure: readonly AnsweredExample[];
  /** The smallest margin first: of wrong ones, the nearest miss. */
  readonly near: readonly AnsweredExample[];
}

export const mostExamples = 50;

export interface Confusion {
  /** How often examples of a class (row) got an answer (column): they sum to the whole part. */
  readonly counts: readonly (readonly number[])[];
  /** Of each pair of class and answer that occurs. */
  readonly cells: readonly RankedExamples[];
  /** Training step of the model that answered. */
  readonly step: number;
}

export interface ConfusionCalls {
  /**
   * Of the model as it is when the question is heard, though its training goes on. Null: a newer
   * one of the same run has taken its place, or the run is gone.
   */
  confusion: [{ readonly run: RunId }, Confusion | null];
}
