/**
 * The cases of cases.mjs on the engine as it ships. bits.cpp does the same through the same
 * boundary; what both draw and hash must stay the same to the bit.
 */
import { Model, type ModelConfig, type Report } from '../../web/worker/model';
import type { Engine } from '../../web/worker/rnn';
import { cases, steps, type Case } from './cases.mjs';

const fnvStart = 0xcbf29ce484222325n;
const fnvPrime = 0x100000001b3n;

/** FNV-1a over the bytes of doubles. */
class Hash {
  #sum = fnvStart;

  add(...numbers: readonly number[]): void {
    for (const byte of new Uint8Array(Float64Array.from(numbers).buffer)) {
      this.#sum = BigInt.asUintN(64, (this.#sum ^ BigInt(byte)) * fnvPrime);
    }
  }

  toString(): string {
    return this.#sum.toString(16).padStart(16, '0');
  }
}

/** A linear congruential generator of 32 bits. */
class Draw {
  #state = 2463534242;

  below(bound: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return (this.#state >>> 8) % bound;
  }
}

interface DrawnBatch {
  readonly sequences: number[][];
  readonly labels: number[] | number[][];
}

/** Rows of 1 to 5 tokens; labels of steps may be left open. */
function drawBatch(draw: Draw, config: Case['config']): DrawnBatch {
  const vocabulary = Number(config.vocabulary);
  const sequences = Array.from({ length: 5 }, () =>
    Array.from({ length: 1 + draw.below(5) }, () => draw.below(vocabulary)),
  );
  if (config.head === 'next')
    return { sequences, labels: sequences.map(() => draw.below(vocabulary)) };
  if (config.head !== 'each') return { sequences, labels: sequences.map(() => draw.below(3)) };
  // The first step of each row always counts: a batch without any label is refused.
  const labels = sequences.map((row) =>
    row.map((_, t) => (t === 0 ? draw.below(3) : draw.below(4) - 1)),
  );
  return { sequences, labels };
}

function holdGate(model: Model): void {
  const where = new Int32Array(64);
  where.set([1, 0, 1, 1, 3, 6, 1, 4]);
  model.setTensor('clamp.where', where);
  model.setTensor('clamp.value', [0.25, 0, 0, 0, 0, 0, 0, 0]);
}

/** The case's keys are the engine's; the model's are the same words in another spelling. */
function modelConfig(config: Case['config']): ModelConfig {
  const camel = (key: string): string =>
    key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const entries = Object.entries(config).map(([key, value]) => [camel(key), value]);
  return Object.fromEntries(entries) as unknown as ModelConfig;
}

function runCase(engine: Engine, one: Case): string {
  const model = new Model(engine, modelConfig(one.config));
  if (one.clamp === true) holdGate(model);
  const draw = new Draw();
  const hash = new Hash();
  let report: Report = model.report();
  for (let step = 0; step < steps && report.divergedAt === 0; step += 1) {
    const { sequences, labels } = drawBatch(draw, one.config);
    model.setBatch(sequences, labels);
    report = model.trainStep();
    hash.add(report.loss, report.gradientNorm);
  }
  hash.add(report.divergedAt, model.evaluate().loss);
  hash.add(...model.tensor('embedding.weight').values);
  if (one.samples === true) {
    model.beginSampling(7);
    let token = 0;
    for (let n = 0; n < 100; n += 1) {
      token = model.sample(token, { temperature: 0.9, topK: 9 });
      hash.add(token);
    }
  }
  model.destroy();
  return report.divergedAt > 0 ? `${hash} diverged at ${report.divergedAt}` : `${hash}`;
}

/** Case by case: its name and its hash. */
export function hashes(engine: Engine): Record<string, string> {
  return Object.fromEntries(cases.map((one) => [one.name, runCase(engine, one)]));
}
