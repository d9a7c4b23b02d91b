/** The drawing of the unrolled network against the engine: its tensors, and their sizes. */
import { describe, expect, it } from 'vitest';
import {
  networkOf,
  stepTensors,
  weightTensors,
  type Network,
} from '../../web/app/instruments/unroll/network';
import { normOf, vectorsAt } from '../../web/app/instruments/unroll/step-values';
import type { RunSettings } from '../../web/shared/protocol';
import { recurrentCells } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

const gates = { rnn: 1, lstm: 4, gru: 3 } as const;

async function unrolled(settings: Partial<RunSettings>): Promise<{ run: Run; network: Network }> {
  const own = { ...smallSettings, ...settings };
  const run = new Run(await freshEngine(), smallDataset(true), own);
  advanceTo(run, 64);
  return { run, network: networkOf(own, run.opened.data.classes.length)! };
}

const cases = recurrentCells.flatMap((cell) =>
  (['forward', 'backward', 'both'] as const).flatMap((direction) =>
    [1, 2].map((layers) => ({ cell, direction, layers })),
  ),
);

describe.each(cases)('$cell, $direction, layers: $layers', (settings) => {
  it('has the weights that the drawing names, of the sizes that it says', async () => {
    const { run, network } = await unrolled(settings);
    const { embedding, hidden, output, classes } = network;
    const shapes = weightTensors(network).map((name) => run.tensor(name).shape);
    const expected = network.sets.flatMap(({ part }) => {
      if (!part) return [[run.dataset.alphabet.size, embedding]];
      const rows = gates[network.cell] * hidden;
      return [
        [rows, part.layer === 0 ? embedding : output],
        [rows, hidden],
      ];
    });
    expect(shapes).toEqual([...expected, [classes, output]]);
    expect(run.look('sal', ['summary']).tensors[0]?.shape).toEqual([1, output]);
  });

  it('has every vector of a step, as the engine holds it', async () => {
    const { run, network } = await unrolled(settings);
    const { tensors } = run.look('salmo', stepTensors(network));
    const named = (name: string) => tensors.find((tensor) => tensor.name === name);
    for (const t of [0, 4]) {
      for (const { symbol, part, values } of vectorsAt(network, named, t)) {
        const width = symbol === 'x' ? network.embedding : network.hidden;
        const reverse = part?.reverse ? 'reverse.' : '';
        const tensor = named(
          `layer${part?.layer ?? 0}.${symbol === 'x' ? 'x' : reverse + symbol}`,
        )!;
        expect(values).toEqual([...tensor.values.subarray(t * width, (t + 1) * width)]);
        expect(normOf(values)).toBeCloseTo(Math.hypot(...values), 12);
      }
    }
  });
});
