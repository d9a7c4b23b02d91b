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
import type { RunSession } from '../../web/app/workbench/run-session.svelte';
import { Looking } from '../../web/app/instruments/unroll/looking.svelte';
import { defaultSettings } from '../../web/shared/settings';
import { advanceTo, builtDataset, freshEngine, smallSettings } from './real-engine';
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

/** A page's run, made here. */
const sessionOf = (run: Run): RunSession =>
  ({
    state: { opened: run.opened },
    look: (text: string, names: string[]) => Promise.resolve(run.look(text, names)),
    read: (text: string) => Promise.resolve(run.read(text)),
    tensor: (name: string) => Promise.resolve(run.tensor(name)),
  }) as unknown as RunSession;

describe('what the figure is told', () => {
  const lookedAt = async (run: Run, text: string, at: number | null) => {
    const looking = new Looking(sessionOf(run));
    await looking.look({ text, at });
    return looking.looked!;
  };

  it('of marked data: the answer at the word that counts, and at the step of the walk', async () => {
    const dataset = 'look-ahead-fr';
    const settings = { ...defaultSettings, dataset, direction: 'both' as const };
    const run = new Run(await freshEngine(), await builtDataset(dataset), settings);
    advanceTo(run, 64);
    const text = 'La petite brise la glace';
    const { place, probabilities } = run.read(text);
    const looked = await lookedAt(run, text, 1);
    expect([looked.place, place]).toEqual([2, 2]);
    expect(looked.answer).toEqual(probabilities[2]);
    expect(looked.soFar).toEqual(probabilities[1]);
    expect((await lookedAt(run, 'la glace', null)).answer).toBeNull();
  });

  it.each([
    ['forward', 'sal'],
    ['backward', 'lmo'],
    ['both', 'sal'],
  ] as const)(
    'of a model that reads %s: the answer to what it has read',
    async (direction, read) => {
      const { run } = await unrolled({ direction });
      const looked = await lookedAt(run, 'salmo', 2);
      expect(looked.answer).toEqual(run.read('salmo').probabilities.at(-1));
      expect(looked.soFar).toEqual(run.read(read).probabilities.at(-1));
    },
  );
});
