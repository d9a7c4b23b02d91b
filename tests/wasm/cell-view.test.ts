/** What the cell instrument shows, held against the engine's named tensors. */
import { describe, expect, it } from 'vitest';
import { check, exerciseOf } from '../../web/app/instruments/cell/check';
import { tasksOf } from '../../web/app/instruments/cell/tasks';
import { stepTable, unitView, without } from '../../web/app/instruments/cell/unit-view';
import { tensorsOf } from '../../web/shared/cell-tensors';
import { cellKind, cellKinds, evaluate, type CellKind } from '../../web/shared/equations';
import type { RunSettings } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from './real-engine';

const settingsOf: Readonly<Record<CellKind, Partial<RunSettings>>> = {
  elman: { cell: 'rnn' },
  'elman-relu': { cell: 'rnn', nonlinearity: 'relu' },
  lstm: { cell: 'lstm' },
  gru: { cell: 'gru' },
};

async function seenBy(kind: CellKind, layer: number, reverse: boolean) {
  const settings: RunSettings = {
    ...{ ...defaultSettings, dataset: 'first-names', hidden: 8 },
    ...{ ...settingsOf[kind], layers: 2, direction: 'both' as const },
  };
  const run = new Run(await freshEngine(), await builtDataset('first-names'), settings);
  advanceTo(run, 512);
  const { steps, weights } = tensorsOf(kind, { layer, reverse });
  const look = run.look('marianne', [...steps, ...weights]);
  const tensor = (name: string) => look.tensors.find((one) => one.name === name);
  return { run, seen: { kind, settings, text: 'marianne', layer, reverse, look, tensor } };
}

describe.each(cellKinds.map((kind, index) => [kind, index % 2, index > 1] as const))(
  'of %s, layer %i, reverse %s',
  (kind, layer, reverse) => {
    it('every number is the engine’s, every task’s answer too', async () => {
      const { run, seen } = await seenBy(kind, layer, reverse);
      expect(cellKind(seen.settings)).toBe(kind);
      const state = run.look('marianne', [`layer${layer}.${reverse ? 'reverse.' : ''}h`])
        .tensors[0]!;
      for (const t of [0, 3, 7]) {
        for (const unit of [1, 5, 8]) {
          const view = unitView(seen, t + 1, unit)!;
          expect(view.h[unit - 1]).toBe(state.values[t * 8 + unit - 1]);
          expect(view.values.h).toBe(state.values[t * 8 + unit - 1]);
          const before = reverse ? t + 1 : t - 1;
          const known = before >= 0 && before < 8 ? state.values[before * 8 + unit - 1] : 0;
          expect(view.values.h_prev).toBe(known);
          expect(view.read).toBe(reverse ? 7 - t : t);
          for (const task of tasksOf(kind)) {
            const where = `${task.asked} at ${t}, unit ${unit}`;
            const value = view.values[task.asked]!;
            expect(evaluate(task.term, view.values), where).toBeCloseTo(value, 5);
            const exercise = exerciseOf(task, view.values)!;
            expect(check(exercise, view.values, String(value)).kind, where).toBe('right');
          }
        }
      }
      run.close();
    });
  },
);

describe('the table of steps', () => {
  it('has a row a step, numbers as they are, and leaves out the one that is asked for', async () => {
    const { run, seen } = await seenBy('gru', 0, false);
    const view = unitView(seen, 2, 3)!;
    const columns = { step: 'Step', token: 'Read' };
    const all = stepTable(view, seen.look.tokens, null, columns, (value) => value);
    expect(all.columns).toEqual(['Step', 'Read', 'z', 'r', 'n', 'h']);
    expect(all.rows).toHaveLength(8);
    expect(all.rows[1]).toEqual([
      2,
      'a',
      ...['z', 'r', 'n', 'h'].map((l) => view.values[l as 'z']),
    ]);
    const hidden = { symbol: 'h', t: 1 } as const;
    const asked = stepTable(view, seen.look.tokens, hidden, columns, (value) => value);
    expect(asked.rows[1]!.at(-1)).toBeNull();
    expect(asked.rows.filter((_, t) => t !== 1)).toEqual(all.rows.filter((_, t) => t !== 1));
    expect(without(view.values, 'h')).toEqual({ ...view.values, h: undefined });
    expect('h' in without(view.values, 'h')).toBe(false);
    run.close();
  });

  it('is none where nothing is read', async () => {
    const { run, seen } = await seenBy('lstm', 0, false);
    const look = run.look('', []);
    expect(unitView({ ...seen, look, tensor: () => undefined }, null, 1)).toBeNull();
    run.close();
  });
});
