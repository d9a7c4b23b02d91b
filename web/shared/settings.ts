import type { RunSettings } from './protocol';

/** What a run starts with when nobody has chosen otherwise. */
export const defaultSettings: Omit<RunSettings, 'dataset'> = {
  cell: 'lstm',
  direction: 'forward',
  hidden: 32,
  learningRate: 0.003,
  seed: 1,
};

/** What the page lets one choose; the worker refuses the rest with both facts. */
export const limits = {
  hidden: { min: 1, max: 64 },
  /** Above 10 nearly everything diverges, which is worth seeing; 1e6 is still accepted. */
  learningRate: { min: 1e-6, max: 1e6 },
  seed: { min: 0, max: 4_294_967_295 },
} as const;

/** The same for every run of the character classifier. */
export const classifier = {
  embedding: 16,
  batch: 32,
  clipNorm: 1,
  /** Characters that the model reads of one word; what follows is cut, and said. */
  maxLength: 40,
  /** A loss point is the mean over this many examples. */
  lossEvery: 256,
  /** Validation is measured after each stretch of this many examples, and before the first. */
  validateEvery: 1024,
  /** The stop rule, in examples. */
  maxExamples: 24_576,
  patience: 8_192,
  /** Length of the run that is recorded at build and drawn at first paint. */
  recordedExamples: 4_096,
} as const;
