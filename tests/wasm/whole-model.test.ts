/** What the engine can do beyond a step of training, as the worker asks for it. */
import { describe, expect, it } from 'vitest';
import { Model, type ModelConfig } from '../../web/worker/model';
import { freshEngine, setSmallBatch, smallConfig, weightBits } from './real-engine';

const writer: ModelConfig = {
  ...{ vocabulary: 7, embedding: 5, hidden: 6, maxBatch: 2, maxLength: 9 },
  ...{ cell: 'gru', layers: 2, head: 'next', carry: true, seed: 3, learningRate: 0.02 },
};

const tagger: ModelConfig = {
  ...{ ...smallConfig, head: 'each', direction: 'both', dropoutEmbedding: 0.2 },
  ...{ optimizer: 'rmsprop', momentum: 0.9 },
};

describe('a model', () => {
  it('says its whole configuration, what was left out too', async () => {
    const model = new Model(await freshEngine(), { ...smallConfig, sparseEmbedding: true });
    const configuration = model.configuration();
    expect(configuration.get('sparse_embedding')).toBe('1');
    expect(configuration.get('recurrent_init')).toBe('uniform');
    expect(configuration.get('learning_rate')).toBe('0.01');
    expect(configuration.has('forget_bias')).toBe(false);
  });

  it('labels every step that has a label', async () => {
    const model = new Model(await freshEngine(), tagger);
    model.setBatch(
      [
        [1, 2, 3],
        [4, 5],
      ],
      [
        [0, -1, 2],
        [1, 1],
      ],
    );
    const { count, loss } = model.evaluate();
    expect(count).toBe(4);
    expect(model.tensor('logits').shape).toEqual([3, 2, 3]);
    const learned = Array.from({ length: 200 }, () => model.trainStep()).at(-1);
    expect(learned?.loss).toBeLessThan(loss);
  });

  it('adds up what it is evaluated on', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    model.beginEvaluation();
    setSmallBatch(model);
    const first = model.evaluate();
    const second = model.evaluate();
    expect(second.evaluated.count).toBe(6);
    expect(second.evaluated.correct).toBe(2 * first.correct);
    expect(second.evaluated.loss).toBeCloseTo(first.loss, 12);
    const { values } = model.tensor('evaluation.confusion');
    expect(values.reduce((sum, cell) => sum + cell, 0)).toBe(6);
  });

  it('writes text, the same from the same seed', async () => {
    const model = new Model(await freshEngine(), writer);
    const text = (seed: number): number[] => {
      model.beginSampling(seed);
      const tokens = [0];
      while (tokens.length < 40) tokens.push(model.sample(tokens.at(-1) ?? 0, { topK: 5 }));
      return tokens;
    };
    expect(text(1)).toEqual(text(1));
    expect(text(1)).not.toEqual(text(2));
    expect(text(1).every((token) => token >= 0 && token < 7)).toBe(true);
  });
});

describe('a saved model', () => {
  const train = (model: Model, from: number, steps: number): number[] =>
    Array.from({ length: steps }, (_, k) => {
      const token = (from + k) % 7;
      model.setBatch([[token, 1, 2, (token + 3) % 7]], [token]);
      return model.trainStep().loss;
    });

  it('goes on to the bit, in another engine too', async () => {
    const config = { ...writer, dropoutEmbedding: 0.2, dropoutLayers: 0.1 };
    const model = new Model(await freshEngine(), config);
    train(model, 0, 70);
    const bytes = model.save();
    const loaded = new Model(await freshEngine(), bytes);
    expect(train(loaded, 70, 70)).toEqual(train(model, 70, 70));
    const names = model.tensorNames();
    expect(weightBits(loaded, names)).toBe(weightBits(model, names));
    expect(loaded.report()).toEqual(model.report());
  });

  it('is refused whole when it is damaged, and the engine goes on', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const bytes = model.save();
    const before = weightBits(model, model.tensorNames());
    const damaged = bytes.slice();
    damaged[bytes.length >> 1] = (damaged[bytes.length >> 1] ?? 0) ^ 4;
    for (const [wrong, message] of [
      [damaged, /damaged/],
      [bytes.slice(0, -1), /cut short/],
      [new Uint8Array(), /too few/],
      [new TextEncoder().encode('a poem, not a model, though quite a long one'), /not a model/],
    ] as const) {
      expect(() => new Model(engine, wrong)).toThrow(
        expect.objectContaining({ code: 'argument', message: expect.stringMatching(message) }),
      );
    }
    expect(weightBits(model, model.tensorNames())).toBe(before);
    setSmallBatch(model);
    expect(model.trainStep().step).toBe(1);
  });
});

describe('the inside of a model', () => {
  it('shows which token moved an output', async () => {
    const model = new Model(await freshEngine(), { ...smallConfig, head: 'each' });
    model.setBatch([[1, 2, 3, 4, 5]]);
    model.setTensor('probe.objective', [2, 2, 1]);
    model.forward();
    const norms = [...model.tensor('gradient_norm.layer0.x').values];
    expect(norms.map((norm) => norm > 0)).toEqual([true, true, true, false, false]);
  });

  it('shows what a gate held shut changes', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    model.setBatch([[1, 2, 3]]);
    const where = new Int32Array(64);
    where.set([1, 0, 0, 1, 0, 6, 1, 2]);
    model.setTensor('clamp.where', where);
    model.setTensor('clamp.value', new Float32Array(8));
    model.forward();
    const forget = model.tensor('layer0.f').values;
    expect([...forget.subarray(6, 12)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(forget[0]).toBeGreaterThan(0);
  });

  it('knows the spectral radius of its recurrent matrix', async () => {
    const config: ModelConfig = {
      ...smallConfig,
      recurrentInit: 'orthogonal',
      recurrentScale: 1.5,
    };
    const model = new Model(await freshEngine(), { ...config, cell: 'rnn', nonlinearity: 'relu' });
    expect(model.tensor('spectral_radius.rnn.weight_hh_l0').values[0]).toBeCloseTo(1.5, 5);
  });
});
