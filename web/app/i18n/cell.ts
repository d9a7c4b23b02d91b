/** What the cell instrument says. */
import type { FunctionName } from '../../shared/equations';
import type { Language } from '../../shared/lesson';
import type { Operation } from '../instruments/cell/tasks';
import { en } from './cell-en';
import { fr } from './cell-fr';

/** Numbers arrive typeset; letters as the formulas write them. */
export interface CellWords {
  readonly reading: string;
  readonly text: string;
  readonly suggestions: string;
  readonly layer: string;
  readonly way: string;
  readonly ways: Readonly<Record<'forward' | 'backward', string>>;
  readonly unit: string;
  readonly unitOf: (unit: string, units: string) => string;
  readonly mostActive: string;
  readonly steps: string;
  readonly before: string;
  readonly after: string;
  /** Beside the strip where a layer reads from the end. */
  readonly backwards: string;
  readonly token: (token: string, step: string, steps: string) => string;
  readonly unknownToken: string;
  readonly unknown: (tokens: string) => string;
  readonly cut: (count: string, most: string) => string;
  readonly quoted: (token: string) => string;
  readonly state: (letter: string, value: string) => string;
  readonly vectorX: (token: string, count: string) => string;
  readonly vectorXAbove: (layer: string, count: string) => string;
  readonly vectorH: (count: string, unit: string) => string;
  readonly code: string;
  readonly noCell: string;
  readonly noTokens: string;
  readonly noModel: string;
  readonly coming: string;
  readonly summary: (facts: {
    readonly token: string;
    readonly step: string;
    readonly steps: string;
    readonly unit: string;
    readonly gates: string;
    readonly moves: string;
  }) => string;
  readonly gate: (letter: string, value: string) => string;
  readonly moves: (letter: string, before: string, now: string) => string;
  readonly nothingBefore: (letters: string) => string;
  readonly weightsOf: (step: string) => string;
  readonly untrained: string;
  readonly columns: {
    readonly step: string;
    readonly token: string;
  };
  readonly frozen: string;
  readonly exercise: {
    readonly title: string;
    readonly choose: string;
    readonly none: string;
    readonly options: (letters: string, name: string) => string;
    readonly sumOf: (name: string) => string;
    readonly sum: string;
    readonly hidden: (letters: string) => string;
    readonly digits: (count: string) => string;
    readonly functions: Readonly<Record<FunctionName, string>>;
    readonly answer: (letters: string) => string;
    readonly check: string;
    readonly reveal: string;
    readonly again: string;
    readonly right: string;
    readonly within: (tolerance: string) => string;
    readonly engine: (value: string) => string;
    readonly wrong: string;
    readonly notNumber: (text: string) => string;
    readonly tooLarge: (by: string) => string;
    readonly tooSmall: (by: string) => string;
    readonly advice: Readonly<Record<Operation, string>>;
    readonly slips: {
      readonly sign: string;
      readonly lostSign: (letter: string) => string;
      readonly noFunction: (name: string) => string;
      readonly otherFunction: (name: string, instead: string) => string;
      readonly mirrored: string;
      readonly extraTanh: string;
      readonly tanhTooLate: string;
      readonly added: string;
      readonly undosed: (by: string) => string;
      readonly noComplement: (letter: string) => string;
      readonly exchanged: (letter: string) => string;
      readonly missing: (term: string) => string;
      readonly stepBefore: (letter: string) => string;
      readonly coarse: (digits: string) => string;
      readonly point: string;
    };
    readonly isBefore: (letter: string) => string;
  };
}

export const cellWords: Readonly<Record<Language, CellWords>> = { fr, en };
