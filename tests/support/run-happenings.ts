/** Happenings of a run, and the recording that it begins with. */
import type { RunSettings, RunStatus } from '../../web/shared/protocol';
import type { RecordedRun } from '../../web/shared/recorded-run';
import { defaultSettings } from '../../web/shared/settings';
import {
  initialState,
  next,
  type Happening,
  type RecordedState,
} from '../../web/app/workbench/run-state';

export const settings: RunSettings = {
  ...defaultSettings,
  dataset: 'words',
  cell: 'lstm',
  direction: 'forward',
  hidden: 8,
  learningRate: 0.01,
  seed: 7,
};

export const recorded: RecordedRun = {
  settings,
  data: {
    id: 'words',
    classes: ['one', 'other'],
    unit: 'character',
    marked: false,
    alphabet: 'abc',
    training: 100,
    validation: 200,
    largestClass: 0.6,
    maxLength: 40,
  },
  parameters: 123,
  batch: 32,
  stop: { maxExamples: 1024, patience: 512 },
  losses: [
    { examples: 64, loss: 0.7 },
    { examples: 128, loss: 0.5 },
  ],
  validations: [
    { examples: 0, loss: 0.69, accuracy: 0.4 },
    { examples: 128, loss: 0.5, accuracy: 0.745 },
  ],
  version: { engine: 'e', data: 'd' },
};

export const run = {
  settings,
  data: recorded.data,
  parameters: 123,
  batch: 32,
  stop: recorded.stop,
};
export const status = (part: Partial<RunStatus>): RunStatus => ({
  phase: 'paused',
  step: 0,
  examples: 0,
  ...part,
});
export const progress = (examples: number, part: object = {}): Happening => ({
  type: 'progress',
  progress: {
    run: 'main',
    status: status({ phase: 'training', examples, step: examples / 32 }),
    losses: [],
    validations: [],
    examplesPerSecond: 0,
    milliseconds: 0,
    ...part,
  },
});
export const wholeCurve = progress(128, {
  losses: recorded.losses,
  validations: recorded.validations,
  examplesPerSecond: 100,
});
export const opening: Happening = { type: 'opening', retracing: true };
export const opened: Happening = { type: 'opened', run };
export const training = (retracing: boolean): Happening => ({ type: 'training', retracing });
export const stopped = (part: Partial<RunStatus>): Happening => ({
  type: 'stopped',
  status: status(part),
});
export const failure = { code: 'internal', message: 'gone' } as const;

export const after = (...happenings: readonly Happening[]): RecordedState => ({
  ...happenings.reduce(next, initialState(settings, recorded)),
  recorded,
});
