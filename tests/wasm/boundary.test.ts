import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Model } from '../../web/worker/model';
import { Engine } from '../../web/worker/rnn';
import { engineBytes, freshEngine, setSmallBatch, smallConfig, weightBits } from './real-engine';

/** What Emscripten exports of its own accord; nothing of it is called but `_initialize`. */
const toolchainExports = new Set([
  ...['memory', '_initialize', '__indirect_function_table', '__errno_location'],
  ...['malloc', 'free', 'setThrew', 'stackSave', 'stackRestore', 'stackAlloc'],
]);

async function listedExports(): Promise<string[]> {
  const text = await readFile(new URL('../../src/wasm/exports.txt', import.meta.url), 'utf8');
  return text.trim().split(/\s+/).toSorted();
}

describe('the boundary of the engine', () => {
  it('exports what exports.txt lists, and beside it only what the toolchain adds', async () => {
    const exported = WebAssembly.Module.exports(new WebAssembly.Module(await engineBytes()));
    const names = exported.map(({ name }) => name);
    const ours = names.filter((name) => name.startsWith('rnn_'));
    expect(ours.toSorted()).toEqual(await listedExports());
    expect(names.filter((name) => !ours.includes(name) && !toolchainExports.has(name))).toEqual([]);
  });

  it('declares in api.h exactly the functions that it exports', async () => {
    const header = await readFile(new URL('../../src/wasm/api.h', import.meta.url), 'utf8');
    const declared = [...header.matchAll(/^[a-z].*?\b(rnn_\w+)\(/gm)].map(([, name]) => name);
    expect(declared.toSorted()).toEqual(await listedExports());
  });

  it('refuses bytes that are no engine, and says what it would need', async () => {
    await expect(Engine.load(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('SIMD'),
    });
  });

  it('takes every configuration that the course uses', async () => {
    const engine = await freshEngine();
    for (const cell of ['rnn', 'lstm', 'gru'] as const) {
      for (const direction of ['forward', 'backward', 'both'] as const) {
        const model = new Model(engine, { ...smallConfig, cell, direction });
        setSmallBatch(model);
        const { loss, step } = model.trainStep();
        expect({ cell, direction, step, finite: Number.isFinite(loss) }).toEqual({
          cell,
          direction,
          step: 1,
          finite: true,
        });
        model.destroy();
      }
    }
  });

  const wrongConfigurations: [string, string, RegExp][] = [
    ['an unknown key', 'vocabulary 7\nsize 3\n', /size/],
    ['a size that is no number', 'vocabulary many\n', /vocabulary/],
    ['a missing size', 'vocabulary 7\nembedding 5\n', /hidden|classes|max_batch|max_length/],
    ['nothing', '', /vocabulary/],
  ];
  it.each(wrongConfigurations)('refuses %s in a configuration', async (_, text, message) => {
    const engine = await freshEngine();
    expect(() => engine.create(text)).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ['hidden', { hidden: 0 }],
    ['classes', { classes: 1 }],
    ['learning_rate', { learningRate: -1 }],
  ])('names %s when its value is out of range', async (key, wrong) => {
    const engine = await freshEngine();
    expect(() => new Model(engine, { ...smallConfig, ...wrong })).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringContaining(key) }),
    );
  });

  it('refuses a text longer than the lent buffer with both sizes', async () => {
    const engine = await freshEngine();
    expect(() => engine.create('x'.repeat(1_000_000))).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringContaining('1000000') }),
    );
  });

  it('says that memory is out, and goes on', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const huge = { ...smallConfig, vocabulary: 2 ** 22, embedding: 4096 };
    expect(() => new Model(engine, huge)).toThrow(expect.objectContaining({ code: 'memory' }));
    setSmallBatch(model);
    expect(model.trainStep().step).toBe(1);
  });
});

describe('a handle', () => {
  it.each([0, -1, 1, 99, 2 ** 31 - 1])(
    'that was never given out (%i) is refused',
    async (handle) => {
      const engine = await freshEngine();
      for (const name of [
        'rnn_destroy',
        'rnn_forward',
        'rnn_evaluate',
        'rnn_train_step',
        'rnn_parameter_count',
        'rnn_tensor',
      ] as const) {
        expect(() => engine.call(name, handle), name).toThrow(
          expect.objectContaining({ code: 'state' }),
        );
      }
      expect(() => engine.call('rnn_set_batch', handle, 1, 1)).toThrow(
        expect.objectContaining({ code: 'state' }),
      );
      expect(() => engine.tensorNames(handle)).toThrow(expect.objectContaining({ code: 'state' }));
      expect(() => engine.report(handle)).toThrow(expect.objectContaining({ code: 'state' }));
    },
  );

  it('is dead after destroy, and stays so when other models come', async () => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    model.destroy();
    new Model(engine, smallConfig);
    expect(() => model.destroy()).toThrow(expect.objectContaining({ code: 'state' }));
    expect(() => model.forward()).toThrow(expect.objectContaining({ code: 'state' }));
  });
});

describe('a batch', () => {
  const wrongBatches: [string, number[][], number[], RegExp][] = [
    ['no row', [], [], /batch|0/],
    ['more rows than max_batch', Array<number[]>(5).fill([1]), [0, 0, 0, 0, 0], /5/],
    ['a sequence longer than max_length', [Array<number>(10).fill(1)], [0], /10/],
    ['a length of 0', [[1], []], [0, 0], /0/],
    ['a token beyond the vocabulary', [[1, 7]], [0], /7/],
    ['a negative token', [[-1]], [0], /-1/],
    ['a label beyond the classes', [[1]], [3], /3/],
    ['a negative label', [[1]], [-1], /-1/],
  ];
  it.each(wrongBatches)('with %s is refused and trains nothing', async (_, rows, labels, fact) => {
    const engine = await freshEngine();
    const model = new Model(engine, smallConfig);
    const before = weightBits(model, model.tensorNames());
    const misuse = (): void => {
      model.setBatch(rows, labels);
      model.trainStep();
    };
    expect(misuse).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringMatching(fact) }),
    );
    expect(weightBits(model, model.tensorNames())).toBe(before);
    setSmallBatch(model);
    expect(model.trainStep().step).toBe(1);
  });

  it('must be set before it is used', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    expect(() => model.forward()).toThrow(expect.objectContaining({ code: 'argument' }));
  });

  it('gives the same answer whatever padding stands beside a row', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    model.setBatch([[1, 2, 3]]);
    model.forward();
    const alone = model.tensor('probabilities');
    model.setBatch([[1, 2, 3], [4], [5, 6, 0, 1, 2, 3, 4, 5, 6]]);
    model.forward();
    const { shape, values } = model.tensor('probabilities');
    expect(shape).toEqual([3, 3]);
    expect(values.slice(0, 3)).toEqual(alone.values);
    expect(values.slice(0, 3).reduce((sum, p) => sum + p)).toBeCloseTo(1, 6);
  });

  it('is evaluated without being trained', async () => {
    const model = new Model(await freshEngine(), smallConfig);
    const before = weightBits(model, model.tensorNames());
    setSmallBatch(model);
    const { step, loss, gradientNorm } = model.evaluate();
    expect(loss).toBeGreaterThan(0);
    expect({ step, gradientNorm }).toEqual({ step: 0, gradientNorm: 0 });
    expect(weightBits(model, model.tensorNames())).toBe(before);
  });
});
