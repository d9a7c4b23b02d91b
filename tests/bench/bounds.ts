/** What the engine keeps to whatever its speed: sizes, and one part of the work beside another. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { Model } from '../../web/worker/model';
import { Engine } from '../../web/worker/rnn';
import { Alphabet, tokenize } from '../../web/worker/tokenizer';
import { trainer } from './engine';
import { median } from './rounds';
import type { FirstStep } from './slices';
import { inTurn, syntheticBatches, zipfian, type Batch } from './tokens';
import { configOf, workloadOf, workloads, type Workload } from './workloads';

/** A figure and where it should lie; without `most` and `least` it is only told. */
export interface Bound {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
}

const sliceMilliseconds = 300;

const seconds = (work: () => void): number => {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
};

/** Bytes of the module as it is sent, and of the memory in which W2 trains. */
export async function sizes(address: URL): Promise<Bound[]> {
  const bytes = await readFile(address);
  const workload = workloadOf('W2');
  const memory = async (vocabulary: number): Promise<number> => {
    const engine = await Engine.load(bytes);
    const step = trainer(new Model(engine, configOf(workload, vocabulary)), workload, vocabulary);
    for (let k = 0; k < 3; k += 1) step();
    return engine.memoryBytes / 2 ** 20;
  };
  return [
    {
      what: 'rnn.wasm, gzip',
      value: gzipSync(bytes, { level: 9 }).length / 1000,
      unit: 'kB',
      most: 60,
    },
    { what: 'memory to train W2, V 2,000', value: await memory(2000), unit: 'MiB', most: 16 },
    { what: 'memory to train W2, V 20,000', value: await memory(20_000), unit: 'MiB' },
  ];
}

/**
 * W2 on tokens as texts have them, none seen twice in the same batch order: a rare token's
 * moments decay for a thousand steps. An old model and a young one take turns.
 */
export function zipf(engine: Engine, rounds: number): Bound {
  const workload = workloadOf('W2');
  const vocabulary = 20_000;
  const [young, old] = [100, 2000];
  const slice = 20;
  const batches = syntheticBatches(workload, vocabulary, zipfian(vocabulary), old + slice * rounds);
  const train = (steps: number): (() => void) => {
    const model = new Model(engine, configOf(workload, vocabulary));
    const next = inTurn(batches);
    const step = (): void => {
      const { sequences, labels } = next();
      model.setBatch(sequences, labels);
      model.trainStep();
    };
    for (let k = 0; k < steps; k += 1) step();
    return () => {
      for (let k = 0; k < slice; k += 1) step();
    };
  };
  const later = train(old);
  const early = train(young);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(seconds(early));
    times[1].push(seconds(later));
  }
  return {
    what: 'W2, V 20,000, Zipfian tokens: a step after 2,000 beside one after 100',
    value: median(times[1]) / median(times[0]),
    unit: '×',
    most: 1.1,
  };
}

/** 10,000 sequences of W2, evaluated, only read, and trained, in blocks that take turns. */
export function evaluation(engine: Engine): Bound[] {
  const workload = workloadOf('W2');
  const vocabulary = 2000;
  const model = new Model(engine, configOf(workload, vocabulary));
  const [blocks, block] = [25, 25];
  const next = inTurn(syntheticBatches(workload, vocabulary));
  const over = (pass: (batch: Batch) => void) => (): void => {
    for (let k = 0; k < block; k += 1) {
      const batch = next();
      model.setBatch(batch.sequences, batch.labels);
      pass(batch);
    }
  };
  const passes = [() => model.evaluate(), () => model.forward(), () => model.trainStep()].map(over);
  for (const pass of passes) pass();
  model.beginEvaluation();
  const totals = passes.map(() => 0);
  for (let k = 0; k < blocks; k += 1) {
    for (const [index, pass] of passes.entries()) {
      totals[index] = (totals[index] ?? 0) + seconds(pass);
    }
  }
  model.destroy();
  const [evaluated = NaN, forward = NaN, trained = NaN] = totals;
  return [
    {
      what: 'W2, 10,000 sequences: evaluation beside the forward pass alone',
      value: evaluated / forward,
      unit: '×',
      most: 1.2,
    },
    {
      what: 'W2, 10,000 sequences: evaluation beside training',
      value: evaluated / trained,
      unit: '×',
    },
  ];
}

interface Shares {
  readonly tokenising: number;
  readonly batching: number;
}

/** Of a step that also makes its tokens from text. */
function sharesOf(engine: Engine, workload: Workload, rounds: number): Shares {
  const vocabulary = workload.vocabularies[0] ?? NaN;
  const letters = Array.from({ length: 90 }, (_, k) => String.fromCharCode(33 + k));
  const alphabet = new Alphabet(letters.join(''));
  const model = new Model(engine, configOf(workload, vocabulary));
  const next = inTurn(
    syntheticBatches(workload, letters.length).map(({ sequences, labels }) => ({
      texts: sequences.map((row) => Array.from(row, (token) => letters[token]).join('')),
      labels,
    })),
  );
  const rounded = Array.from({ length: rounds + 1 }, () => {
    let [tokenising, batching, whole] = [0, 0, 0];
    while (whole < sliceMilliseconds) {
      const { texts, labels } = next();
      const begin = performance.now();
      const sequences = texts.map((text) => tokenize(text, alphabet, workload.length).tokens);
      const tokenised = performance.now();
      model.setBatch(sequences, labels);
      const filled = performance.now();
      model.trainStep();
      const end = performance.now();
      tokenising += tokenised - begin;
      batching += filled - tokenised;
      whole += end - begin;
    }
    return { tokenising: (100 * tokenising) / whole, batching: (100 * batching) / whole };
  }).slice(1);
  model.destroy();
  return {
    tokenising: median(rounded.map(({ tokenising }) => tokenising)),
    batching: median(rounded.map(({ batching }) => batching)),
  };
}

export const shares = (engine: Engine, rounds: number): Bound[] =>
  Object.entries(workloads).flatMap(([name, workload]) => {
    const { tokenising, batching } = sharesOf(engine, workload, rounds);
    const unit = '%';
    return [
      {
        what: `${name}: tokenising its text and batching, of a step`,
        value: tokenising + batching,
        unit,
        most: 5,
      },
      { what: `${name}: batching alone`, value: batching, unit },
    ];
  });

/** @param steps measured in fresh processes */
export function firstSteps(steps: readonly FirstStep[]): Bound[] {
  const of = (part: keyof FirstStep): number => median(steps.map((step) => step[part]));
  return [
    { what: 'W2 in Chromium: the first step after load', value: of('first'), unit: 'ms', most: 30 },
    { what: 'W2 in Chromium: a step once settled', value: of('settled'), unit: 'ms' },
    { what: 'rnn.wasm in Chromium: fetch, compile, start', value: of('load'), unit: 'ms' },
  ];
}
