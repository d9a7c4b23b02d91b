/** What the confusion matrix says. */
import type { Language } from '../../shared/lesson';
import { confusionEn } from './confusion-en';
import { confusionFr } from './confusion-fr';

type Rate = 'precision' | 'recall';
type Order = 'sure' | 'near';
/** Is the answer right, or wrong? */
type Kind = 'right' | 'wrong';

/** Numbers arrive typeset, names of classes in quotation marks; `count` and `right` decide forms. */
export interface ConfusionWords {
  readonly quoted: (name: string) => string;
  readonly reading: string;
  readonly classes: string;
  readonly answers: string;
  readonly others: string;
  readonly othersNote: (count: string) => string;
  readonly rates: Readonly<Record<Rate, string>>;
  readonly total: string;
  readonly grid: string;
  readonly gridHelp: string;
  readonly keyEnter: { readonly key: string; readonly act: string };
  readonly keyEscape: { readonly key: string; readonly act: string };
  /** A cell in words. */
  readonly cell: (facts: {
    readonly label: string;
    readonly answer: string;
    readonly kind: Kind | 'others';
    readonly count: string;
    readonly all: string;
    readonly share: string;
  }) => string;
  readonly othersRight: (count: string) => string;
  readonly emptyRow: (label: string) => string;
  readonly precision: (facts: {
    readonly name: string;
    readonly all: string;
    readonly count: number;
    readonly right: string;
    readonly rights: number;
    readonly share: string;
  }) => string;
  readonly noPrecision: (name: string) => string;
  readonly recall: (facts: {
    readonly name: string;
    readonly unit: string;
    readonly all: string;
    readonly count: number;
    readonly right: string;
    readonly rights: number;
    readonly share: string;
  }) => string;
  readonly noRecall: (name: string) => string;
  readonly accuracy: (facts: {
    readonly share: string;
    readonly right: string;
    readonly all: string;
    readonly unit: string;
    /** Null where several classes are as frequent. */
    readonly largest: string | null;
    readonly prior: string;
  }) => string;
  readonly summary: (right: string, all: string, unit: string) => string;
  readonly macro: (precision: string, recall: string, accuracy: string) => string;
  readonly unanswered: (count: string, plural: boolean) => string;
  readonly worst: (label: string, answer: string, count: string, all: string) => string;
  readonly allRight: string;
  readonly counted: (seen: string, unit: string, step: string) => string;
  readonly when: (seen: string, unit: string, step: string) => string;
  readonly untrained: string;
  readonly kept: (step: string) => string;
  readonly going: string;
  readonly moved: (step: string) => string;
  readonly counting: string;
  readonly again: string;
  readonly states: {
    readonly waiting: string;
    readonly noModel: string;
    readonly refused: string;
  };
  readonly table: { readonly class: string; readonly answer: (name: string) => string };
  readonly examples: {
    readonly hint: string;
    readonly title: (label: string, answer: string, count: string, unit: string) => string;
    readonly none: (label: string, answer: string) => string;
    readonly order: string;
    readonly orders: Readonly<Record<Kind, Readonly<Record<Order, string>>>>;
    readonly first: (shown: string) => string;
    readonly more: (count: string) => string;
    readonly answered: (name: string, share: string) => string;
    readonly truth: (name: string, share: string) => string;
    readonly rival: (name: string, share: string) => string;
    readonly margin: (points: string, plural: boolean) => string;
    readonly close: string;
    readonly closed: string;
    readonly send: Readonly<Record<'cell' | 'try', string>>;
    readonly sendNamed: Readonly<Record<'cell' | 'try', (text: string) => string>>;
    readonly elsewhere: string;
  };
}

export const confusionWords: Readonly<Record<Language, ConfusionWords>> = {
  fr: confusionFr,
  en: confusionEn,
};
