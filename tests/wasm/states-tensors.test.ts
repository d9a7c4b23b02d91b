/** What the heat map assumes of the engine: its names, its order of values, its scales. */
import { describe, expect, it } from 'vitest';
import { activationsOf } from '../../web/app/instruments/states/activations';
import { tensorChoice } from '../../web/app/instruments/states/tensor-choice';
import { directions, type RunSettings } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

const dataset = smallDataset(true);
const engine = await freshEngine();

const cells: readonly Partial<RunSettings>[] = [
  { cell: 'lstm' },
  { cell: 'gru' },
  { cell: 'rnn' },
  { cell: 'rnn', nonlinearity: 'relu' },
];

describe.each(cells.flatMap((cell) => directions.map((direction) => ({ ...cell, direction }))))(
  'a model of %o',
  (part) => {
    const settings: RunSettings = { ...smallSettings, ...part, layers: 2, recurrentScale: 3 };
    const run = new Run(engine, dataset, settings);
    advanceTo(run, 1024);
    const text = dataset.textOf(dataset.validation[0]!);
    const first = tensorChoice(settings, { symbol: 'h', layer: 1, backward: false })!;

    it.each(first.letters)('has %s in both layers, in its order and on its scale', (symbol) => {
      for (const layer of [1, 2]) {
        for (const { backward } of first.directions.map((each) => ({
          backward: each === 'backward',
        }))) {
          const { name, scale } = tensorChoice(settings, { symbol, layer, backward })!;
          const { tokens, tensors } = run.look(text, [name]);
          const map = activationsOf(tensors[0]!);
          expect([map.steps, map.units]).toEqual([tokens.length, settings.hidden]);
          // A shorter text, read in the same direction: what was read before stays.
          const rest = backward ? tokens.slice(1) : tokens.slice(0, -1);
          const shorter = activationsOf(run.look(rest.join(''), [name]).tensors[0]!);
          const oneWay = first.directions.length === 1 || layer === 1;
          for (let step = 0; step < map.steps; step += 1) {
            for (let unit = 0; unit < map.units; unit += 1) {
              const value = map.at(unit, step);
              expect(Math.fround(value)).toBe(value);
              if (!scale.signed) expect(value, name).toBeGreaterThanOrEqual(0);
              if (!scale.open) expect(Math.abs(value), name).toBeLessThanOrEqual(1);
              const there = backward ? step - 1 : step;
              if (!oneWay || there < 0 || there >= shorter.steps) continue;
              expect(shorter.at(unit, there), `${name} ${unit} ${step}`).toBeCloseTo(value, 5);
            }
          }
        }
      }
    });
  },
);
