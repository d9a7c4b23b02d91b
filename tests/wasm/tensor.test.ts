import { describe, expect, it } from 'vitest';
import { Model } from '../../web/worker/model';
import { freshEngine, setSmallBatch, smallConfig, weightBits } from './real-engine';

describe('a tensor', () => {
  it('that does not exist is refused by its name', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    expect(() => model.tensor('layer7.q')).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringContaining('layer7.q') }),
    );
  });

  it('is listed, and every listed one can be read', async () => {
    const model = new Model(await freshEngine(), { ...smallConfig, direction: 'both' });
    setSmallBatch(model);
    model.trainStep();
    const names = model.tensorNames();
    expect(names).toContain('rnn.weight_hh_l0_reverse');
    for (const name of names) {
      const { shape, values } = model.tensor(name);
      expect(values.length, name).toBe(shape.reduce((product, n) => product * n, 1));
    }
  });

  it('comes row-major: tokens as they were set, time first', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    setSmallBatch(model);
    const { shape, values } = model.tensor('batch.tokens');
    expect(shape).toEqual([5, 3]);
    expect([...values]).toEqual([1, 4, 5, 2, 0, 6, 3, 0, 0, 0, 0, 1, 0, 0, 2]);
    expect([...model.tensor('batch.lengths').values]).toEqual([3, 1, 5]);
  });

  it('is read where its strides say: the gates of an LSTM fit its states', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    model.setBatch([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    model.forward();
    const [c, o, h] = ['c', 'o', 'h'].map((letter) => model.tensor(`layer0.${letter}`));
    expect(h?.shape).toEqual([3, 2, 6]);
    h?.values.forEach((value, i) => {
      expect(value).toBeCloseTo((o?.values[i] ?? NaN) * Math.tanh(c?.values[i] ?? NaN), 6);
    });
  });

  it('is written where its strides say, and nothing beside it', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    model.setBatch([[1, 2, 3]]);
    model.forward();
    const others = ['layer0.i', 'layer0.g', 'layer0.o'].map((name) => model.tensor(name));
    const values = Float32Array.from({ length: 18 }, (_, i) => i);
    model.setTensor('layer0.f', values);
    expect(model.tensor('layer0.f').values).toEqual(values);
    for (const other of others) expect(model.tensor(other.name)).toEqual(other);
  });

  it('takes exactly as many values as it has elements', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    expect(() => model.setTensor('head.bias', [1, 2])).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringContaining('head.bias') }),
    );
    model.setTensor('head.bias', [1, 2, 3]);
    expect([...model.tensor('head.bias').values]).toEqual([1, 2, 3]);
  });

  it('can be read after memory has grown, and is a copy', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const before = model.tensor('head.weight');
    const size = engine.memoryBytes;
    new Model(engine, { ...smallConfig, vocabulary: 200_000, embedding: 64 });
    expect(engine.memoryBytes).toBeGreaterThan(size);
    expect(model.tensor('head.weight')).toEqual(before);

    setSmallBatch(model);
    model.trainStep();
    expect(model.tensor('head.weight').values).not.toEqual(before.values);
  });
});

describe('memory', () => {
  it('stays as it is over 500 steps of batches of all shapes', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const size = engine.memoryBytes;
    for (let step = 0; step < 500; step += 1) {
      const rows = 1 + (step % 4);
      const length = 1 + (step % 9);
      model.setBatch(
        Array.from({ length: rows }, (_, row) => Array<number>(length).fill((step + row) % 7)),
        Array<number>(rows).fill(step % 3),
      );
      model.trainStep();
    }
    expect(model.report().step).toBe(500);
    expect(engine.memoryBytes).toBe(size);
  });

  it('is where it was after many models have come and gone', async () => {
    const engine = await freshEngine();
    const large = { ...smallConfig, vocabulary: 20_000, embedding: 64 };
    new Model(engine, large).destroy();
    const size = engine.memoryBytes;
    for (let cycle = 0; cycle < 100; cycle += 1) new Model(engine, large).destroy();
    expect(engine.memoryBytes).toBe(size);
  });
});

describe('the same seed', () => {
  it.each(['rnn', 'lstm', 'gru'] as const)(
    'means the same bits for %s, another means others',
    async (cell) => {
      const bits = async (seed: number): Promise<string> => {
        const model = new Model(await freshEngine(), { ...smallConfig, cell, seed });
        for (let step = 0; step < 20; step += 1) {
          setSmallBatch(model);
          model.trainStep();
        }
        return weightBits(model, model.tensorNames());
      };
      expect(await bits(5)).toBe(await bits(5));
      expect(await bits(5)).not.toBe(await bits(6));
    },
  );
});
