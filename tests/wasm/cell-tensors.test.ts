/** The equations as data, held against what the engine really computes. */
import { describe, expect, it } from 'vitest';
import { readUnit, tensorsOf } from '../../web/shared/cell-tensors';
import { cellKinds, equations, evaluate } from '../../web/shared/equations';
import { Model, type ModelConfig } from '../../web/worker/model';
import { freshEngine, smallConfig } from './real-engine';

const configOf: Readonly<Record<(typeof cellKinds)[number], Partial<ModelConfig>>> = {
  elman: { cell: 'rnn' },
  'elman-relu': { cell: 'rnn', nonlinearity: 'relu' },
  lstm: { cell: 'lstm' },
  gru: { cell: 'gru' },
};
const hidden = smallConfig.hidden!;

describe.each(cellKinds)('each equation of %s', (kind) => {
  it('holds in the engine: every unit and step, both layers and directions', async () => {
    const model = new Model(await freshEngine(), {
      ...{ ...smallConfig, ...configOf[kind], layers: 2, direction: 'both' },
      // Large enough that no term is lost in rounding.
      recurrentScale: 3,
    });
    model.setBatch([[1, 2, 3, 4, 5]], [2]);
    for (let step = 0; step < 20; step += 1) model.trainStep();
    model.forward();
    for (const layer of [0, 1]) {
      for (const reverse of [false, true]) {
        const { steps, weights } = tensorsOf(kind, { layer, reverse });
        const tensors = new Map([...steps, ...weights].map((name) => [name, model.tensor(name)]));
        for (let t = 0; t < 5; t += 1) {
          for (let unit = 0; unit < hidden; unit += 1) {
            const place = { layer, reverse, t, unit, hidden };
            const values = readUnit(kind, (name) => tensors.get(name), place);
            for (const { tag, result, term } of equations[kind]) {
              const where = `${tag} at step ${t}, unit ${unit}`;
              expect(evaluate(term, values), where).toBeCloseTo(values[result]!, 5);
            }
          }
        }
      }
    }
  });
});
