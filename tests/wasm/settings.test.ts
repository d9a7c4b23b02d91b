import { describe, expect, it } from 'vitest';
import type { RunSettings } from '../../web/shared/protocol';
import {
  applies,
  defaultSettings,
  fits,
  runFieldNames,
  runFields,
  type RunField,
} from '../../web/shared/settings';
import { checkSettings } from '../../web/worker/request';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

async function curveOf(settings: Partial<RunSettings>, examples = 512): Promise<object> {
  const run = new Run(await freshEngine(), smallDataset(true), { ...smallSettings, ...settings });
  advanceTo(run, examples);
  const { losses, validations, status } = run;
  run.close();
  return { losses, validations, status };
}

/** For every setting another value than the standard one, and the cell that has it. */
const others: { readonly [Name in keyof typeof defaultSettings]: Partial<RunSettings> } = {
  cell: { cell: 'gru' },
  nonlinearity: { nonlinearity: 'relu' },
  direction: { direction: 'both' },
  layers: { layers: 2 },
  embedding: { embedding: 5 },
  hidden: { hidden: 3 },
  summary: { summary: 'mean' },
  learningRate: { learningRate: 0.01 },
  optimizer: { optimizer: 'rmsprop' },
  batch: { batch: 16 },
  clipNorm: { clipNorm: 0.01 },
  forgetBias: { forgetBias: 1 },
  truncate: { truncate: 2 },
  recurrentInit: { recurrentInit: 'orthogonal' },
  recurrentScale: { recurrentScale: 2 },
  dropout: { dropout: 0.3 },
  seed: { seed: 2 },
};

describe.each(runFieldNames)('the setting %s', (name) => {
  const field: RunField = runFields[name];
  const owner = (['lstm', 'rnn'] as const).find((cell) => applies(name, { cell })) ?? 'lstm';

  it('decides the run where it applies', async () => {
    const cell = { cell: owner };
    expect(await curveOf({ ...cell, ...others[name] })).not.toEqual(await curveOf(cell));
  });

  it.each(['bag', 'rnn', 'lstm', 'gru'] as const)(
    'decides nothing, and is no mistake, where a %s does not have it',
    async (cell) => {
      if (name === 'cell' || applies(name, { cell })) return;
      expect(await curveOf({ ...others[name], cell }, 64)).toEqual(await curveOf({ cell }, 64));
    },
  );

  it('has a standard value that fits, and bounds that a run can have', async () => {
    expect(fits(field, field.default)).toBe(true);
    const ends = field.kind === 'choice' ? field.of : [field.min, field.max];
    for (const value of ends) {
      const settings = { ...smallSettings, cell: owner, [name]: value } as RunSettings;
      expect(checkSettings(settings, ['endings'])).toEqual(settings);
      await expect(curveOf({ cell: owner, [name]: value }, 32)).resolves.toBeDefined();
    }
  });

  it.each([undefined, NaN, 'none', {}, true, -1e9, 1e9 + 0.5, [1]])(
    'refuses %j with both facts',
    (value) => {
      const settings = { ...smallSettings, [name]: value };
      expect(() => checkSettings(settings, ['endings'])).toThrow(
        expect.objectContaining({
          code: 'argument',
          message: expect.stringMatching(new RegExp(`^${name} is .*; it must be `)),
        }),
      );
    },
  );
});

describe('settings', () => {
  it('take null for the forget bias alone', () => {
    const nullable = runFieldNames.filter((name) => fits(runFields[name], null));
    expect(nullable).toEqual(['forgetBias']);
  });

  it('of another kind are passed on as nothing', () => {
    const settings = { ...smallSettings, colour: 'red' };
    expect(checkSettings(settings, ['endings'])).toEqual(smallSettings);
  });
});

describe('a batch of any size', () => {
  it.each([1, 100, 256])('%d marks every stretch once', async (batch) => {
    const run = new Run(await freshEngine(), smallDataset(true), { ...smallSettings, batch });
    advanceTo(run, 3200);
    const marks = (every: number): number[] =>
      Array.from(
        { length: Math.floor(run.examples / every) },
        (_, i) => batch * Math.ceil(((i + 1) * every) / batch),
      );
    expect(run.losses.map(({ examples }) => examples)).toEqual(marks(256));
    expect(run.validations.map(({ examples }) => examples)).toEqual([0, ...marks(1024)]);
  });

  it('is measured on the validation part to the same bits', async () => {
    const first = async (batch: number): Promise<unknown> => {
      const run = new Run(await freshEngine(), smallDataset(true), { ...smallSettings, batch });
      while (run.validations.length === 0) run.advance();
      return run.validations[0];
    };
    expect(await first(7)).toEqual(await first(32));
  });
});
