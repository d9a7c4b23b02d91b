/**
 * The settings of a run, described once: the worker's checks, the forms of the page and its
 * addresses are made from these descriptions, so that a new setting is one line here (beside
 * its type in run-settings.ts and its words in the page).
 */
import {
  cells,
  directions,
  nonlinearities,
  optimizers,
  recurrentInits,
  summaries,
  type RunSettings,
} from './run-settings';

export interface ChoiceField<Value extends string = string> {
  readonly kind: 'choice';
  readonly of: readonly Value[];
  readonly default: Value;
}

/** Bounds are included. */
export interface NumberField {
  readonly kind: 'integer' | 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A number, or null: then the setting is left to the engine. */
export interface OptionalField {
  readonly kind: 'optional';
  readonly min: number;
  readonly max: number;
  readonly default: number | null;
}

export type RunField = ChoiceField | NumberField | OptionalField;
export type RunFieldName = Exclude<keyof RunSettings, 'dataset'>;

type FieldOf<Value> = [Value] extends [string]
  ? ChoiceField<Value>
  : null extends Value
    ? OptionalField
    : NumberField;

const choice = <Value extends string>(
  of: readonly Value[],
  standard: NoInfer<Value>,
): ChoiceField<Value> => ({ kind: 'choice', of, default: standard });

const integer = (min: number, max: number, standard: number): NumberField => ({
  kind: 'integer',
  min,
  max,
  default: standard,
});

const number = (min: number, max: number, standard: number): NumberField => ({
  kind: 'number',
  min,
  max,
  default: standard,
});

/** Everything of a run but its data set, in the order of a form. */
export const runFields: {
  readonly [Name in RunFieldName]: FieldOf<RunSettings[Name]>;
} = {
  cell: choice(cells, 'lstm'),
  nonlinearity: choice(nonlinearities, 'tanh'),
  direction: choice(directions, 'forward'),
  layers: integer(1, 4, 1),
  embedding: integer(1, 64, 16),
  hidden: integer(1, 64, 32),
  summary: choice(summaries, 'last'),
  // Above 10 nearly everything diverges, which is worth seeing; 1e6 is still accepted.
  learningRate: number(1e-6, 1e6, 0.003),
  optimizer: choice(optimizers, 'adam'),
  batch: integer(1, 256, 32),
  clipNorm: number(0, 1000, 1),
  forgetBias: { kind: 'optional', min: -10, max: 10, default: null },
  truncate: integer(0, 1024, 0),
  recurrentInit: choice(recurrentInits, 'uniform'),
  recurrentScale: number(0, 100, 1),
  dropout: number(0, 0.9, 0),
  seed: integer(0, 4_294_967_295, 1),
};

export const runFieldNames = Object.keys(runFields) as RunFieldName[];

/** What a run starts with when nobody has chosen otherwise. */
export const defaultSettings = Object.fromEntries(
  runFieldNames.map((name) => [name, runFields[name].default]),
) as unknown as Omit<RunSettings, 'dataset'>;

/** Does this setting decide anything, given the others? */
export function applies(name: RunFieldName, { cell }: Pick<RunSettings, 'cell'>): boolean {
  switch (name) {
    case 'nonlinearity':
      return cell === 'rnn';
    case 'forgetBias':
      return cell === 'lstm';
    case 'direction':
    case 'layers':
    case 'hidden':
    case 'summary':
    case 'truncate':
    case 'recurrentInit':
    case 'recurrentScale':
      return cell !== 'bag';
    default:
      return true;
  }
}

/** Could a run be made with this value? Says nothing of other settings. */
export function fits(field: RunField, value: unknown): boolean {
  if (field.kind === 'choice') return field.of.some((one) => one === value);
  if (value === null) return field.kind === 'optional';
  if (typeof value !== 'number' || !(value >= field.min && value <= field.max)) return false;
  return field.kind !== 'integer' || Number.isInteger(value);
}

/** The same for every run. */
export const classifier = {
  /** Tokens that the model reads of one text; what follows is cut, and said. */
  maxLength: 40,
  /** A loss point is the mean over at least this many examples. */
  lossEvery: 256,
  /** Validation is measured after each stretch of this many examples, and before the first. */
  validateEvery: 1024,
  /** Sequences that are measured at a time: the same for all, so that a sum has one order. */
  measuredTogether: 32,
  /** The stop rule, in examples. */
  maxExamples: 24_576,
  patience: 8_192,
  /** Length of the run that is recorded at build and drawn at first paint. */
  recordedExamples: 4_096,
} as const;
