import { describe, expect, it } from 'vitest';
import { Model, type ModelConfig } from '../../web/worker/model';
import { freshEngine, setSmallBatch, smallConfig } from './real-engine';

/** A model that can do everything: carried states, dropout, text. */
const writer: ModelConfig = {
  vocabulary: 60,
  embedding: 8,
  hidden: 16,
  maxBatch: 4,
  maxLength: 9,
  cell: 'lstm',
  layers: 2,
  head: 'next',
  carry: true,
  dropoutEmbedding: 0.1,
  sparseEmbedding: true,
};
const large: ModelConfig = { ...smallConfig, vocabulary: 4_000, embedding: 64 };

const answersMuch: ModelConfig = { ...smallConfig, classes: 65_536, head: 'each' };
const tooLarge: [string, ModelConfig][] = [
  ['weights beyond any address', { ...smallConfig, vocabulary: 2 ** 22, embedding: 4096 }],
  ['a tape beyond any address', { ...answersMuch, maxBatch: 128, maxLength: 256 }],
  ['a tape beyond what the engine may have', { ...answersMuch, maxBatch: 32, maxLength: 64 }],
];

describe('memory', () => {
  it('stays as it is over 10,000 steps of batches of all shapes', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, writer);
    model.beginSampling(1);
    const size = engine.memoryBytes;
    for (let step = 0; step < 10_000; step += 1) {
      const rows = 1 + (step % 4);
      const length = 1 + (step % 9);
      model.setBatch(
        Array.from({ length: rows }, (_, row) => Array<number>(length).fill((step + row) % 60)),
        Array<number>(rows).fill(step % 60),
      );
      model.trainStep();
      if (step % 10 === 0) model.evaluate();
      model.sample(step % 60, { topK: 3 });
    }
    expect(model.report().step).toBe(10_000);
    expect(engine.memoryBytes).toBe(size);
  });

  it('is where it was after 200 models have come and gone', async () => {
    const engine = await freshEngine();
    new Model(engine, large).destroy();
    const size = engine.memoryBytes;
    for (let cycle = 0; cycle < 200; cycle += 1) new Model(engine, large).destroy();
    expect(engine.memoryBytes).toBe(size);
  });

  it('is where it was after 200 models were saved, loaded and destroyed', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, writer);
    const cycle = (): void => new Model(engine, model.save()).destroy();
    cycle();
    const size = engine.memoryBytes;
    for (let k = 0; k < 200; k += 1) cycle();
    expect(engine.memoryBytes).toBe(size);
  });

  it('is where it was after 200 refused configurations and 200 refused files', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const file = model.save();
    file[file.length >> 1]! ^= 1;
    const size = engine.memoryBytes;
    const argument = expect.objectContaining({ code: 'argument' });
    for (let k = 0; k < 200; k += 1) {
      expect(() => new Model(engine, { ...smallConfig, classes: 1 })).toThrow(argument);
      expect(() => engine.create('vocabulary 7\nhiden 3\n')).toThrow(argument);
      expect(() => new Model(engine, file)).toThrow(argument);
    }
    expect(engine.memoryBytes).toBe(size);
    setSmallBatch(model);
    expect(model.trainStep().step).toBe(1);
  });

  it.each(tooLarge)('is where it was after 200 models with %s', async (_, config) => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const fail = (): void =>
      expect(() => new Model(engine, config)).toThrow(expect.objectContaining({ code: 'memory' }));
    fail(); // what is asked for before memory is out stays with the engine, for the next model
    const size = engine.memoryBytes;
    for (let k = 0; k < 200; k += 1) fail();
    expect(engine.memoryBytes).toBe(size);
    setSmallBatch(model);
    expect(model.trainStep().step).toBe(1);
  });
});
