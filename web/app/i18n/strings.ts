import type { Cell, Direction, Failure } from '../../shared/protocol';
import type { Language } from '../../shared/lesson';
import type { Feature } from '../engine/features';

/** Numbers arrive typeset, so that a sentence never meets a raw one. */
export interface DatasetWords {
  /** Language of the examples, for who hears them read; null where they belong to none. */
  readonly language: Language | null;
  /** What examples are called: in French a masculine plural, for the sentences around it agree. */
  readonly examples: string;
  readonly classes: Readonly<Record<string, string>>;
  /** What its tokens are called. */
  readonly token: Token;
  /** Name of the place to try an example, what the input is for, and what an empty figure says. */
  readonly tryTitle: string;
  readonly tryLabel: string;
  readonly tryEmpty: string;
  /** Examples to click. */
  readonly suggestions: readonly string[];
  readonly trySentence: string;
  readonly verdict: (word: string, name: string, percent: string) => string;
  readonly accuracyCount: (right: string, all: string) => string;
}

export type Token = 'letter' | 'sign' | 'word';

/** Sentences that name the tokens of a text. */
interface TokenWords {
  readonly unknown: (tokens: string, count: number) => string;
  readonly cut: (count: string, max: string) => string;
  readonly figure: (text: string, answer: string) => string;
  readonly cursor: string;
  readonly table: string;
}

export interface Strings {
  readonly code: Language;
  readonly site: {
    readonly name: string;
    readonly home: string;
    readonly tagline: string;
    readonly description: string;
    readonly languageNav: string;
    readonly skip: string;
    readonly footer: string;
  };
  readonly lesson: {
    readonly chapter: (number: number) => string;
    readonly chapters: string;
    readonly minutes: (minutes: number) => string;
    readonly begin: string;
    readonly code: (file: string, first: number, last: number) => string;
  };
  readonly lab: {
    readonly title: string;
    readonly noScript: string;
    readonly train: string;
    readonly pause: string;
    readonly step: string;
    readonly reset: string;
    readonly again: string;
    readonly stopRule: (max: string, patience: string, examples: string) => string;
    readonly changed: string;
  };
  readonly state: {
    readonly recorded: (examples: string, unit: string) => string;
    readonly opening: string;
    readonly loadingRest: string;
    readonly training: string;
    readonly retracing: string;
    readonly same: (points: string) => string;
    readonly different: string;
    readonly ready: (seed: string) => string;
    readonly paused: string;
    readonly finished: Readonly<
      Record<'max-examples' | 'no-progress', (n: string, unit: string) => string>
    >;
    readonly diverged: (at: string, kept: string) => string;
    readonly failed: Readonly<Record<Failure['code'], string>>;
    readonly detail: string;
    readonly lost: string;
    readonly unsupported: (missing: string) => string;
    readonly features: Readonly<Record<Feature, string>>;
  };
  readonly settings: {
    readonly title: string;
    readonly dataset: string;
    readonly more: string;
    readonly cell: string;
    readonly cells: Readonly<Record<Cell, string>>;
    readonly direction: string;
    readonly directions: Readonly<Record<Direction, string>>;
    readonly hidden: string;
    readonly learningRate: string;
    readonly seed: string;
    readonly units: (count: string) => string;
    readonly parameters: (count: string) => string;
    readonly notNumber: (text: string) => string;
    readonly notInteger: string;
    readonly outside: (min: string, max: string) => string;
    /** The settings of a run in a few words, for its curve. */
    readonly brief: (cell: string, direction: Direction, hidden: string) => string;
  };
  readonly readouts: {
    readonly accuracy: string;
    readonly largestClass: (percent: string) => string;
    readonly loss: string;
    readonly lossUnit: string;
    readonly seen: (unit: string) => string;
    readonly atMost: (max: string) => string;
    readonly speed: string;
    readonly perSecond: (unit: string) => string;
    readonly timeLeft: (duration: string) => string;
    readonly none: string;
  };
  readonly chart: {
    readonly accuracy: string;
    readonly loss: string;
    readonly axis: (unit: string) => string;
    readonly largestClass: (percent: string) => string;
    readonly reading: string;
    readonly summary: (facts: {
      readonly examples: string;
      readonly unit: string;
      readonly accuracy: string;
      readonly validation: string;
      readonly largestClass: string;
      readonly loss: string | null;
    }) => string;
    readonly empty: string;
    readonly ghostRecorded: string;
    readonly ghostBefore: (brief: string) => string;
    readonly ghostLabelRecorded: string;
    readonly cursor: string;
    readonly cursorHelp: string;
    readonly cursorAt: (examples: string, unit: string, accuracy: string, loss: string) => string;
    readonly table: string;
    readonly columns: (unit: string) => readonly [string, string, string];
  };
  readonly word: {
    readonly suggestions: string;
    readonly model: (examples: string, unit: string) => string;
    readonly untrained: string;
    readonly quoted: (token: string) => string;
    readonly after: (read: string, classes: string) => string;
    readonly at: (token: string, classes: string) => string;
    readonly columnRead: string;
    /** Of marked data, whose answer is that of one word. */
    readonly figureAt: (text: string, word: string, answer: string) => string;
    /** Of marked data: no token is marked, and none is one of those that examples mark. */
    readonly noPlace: string;
    /** Where classes are more than two: all but the one that is drawn. */
    readonly otherAnswer: string;
    readonly of: Readonly<Record<Token, TokenWords>>;
  };
  readonly notFound: {
    readonly title: string;
    readonly text: string;
    readonly link: string;
  };
  readonly datasets: Readonly<Record<string, DatasetWords>>;
}
