/** The engine that the build made, and small runs on it. */
import { readFile } from 'node:fs/promises';
import type { RunSettings } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';
import { Model, type ModelConfig } from '../../web/worker/model';
import { Dataset } from '../../web/worker/dataset';
import { Engine } from '../../web/worker/rnn';
import type { Run } from '../../web/worker/run';

export const engineBytes = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL('../../build/engine/rnn.wasm', import.meta.url)));

export const freshEngine = async (): Promise<Engine> => Engine.load(await engineBytes());

/** A dataset of the build with all its training words. */
export async function builtDataset(id: string): Promise<Dataset> {
  const text = (name: string): Promise<string> =>
    readFile(new URL(`../../build/data/${id}/${name}`, import.meta.url), 'utf8');
  const dataset = Dataset.fromFirst(JSON.parse(await text('info.json')), await text('first.txt'));
  dataset.addRest(await text('rest.txt'));
  return dataset;
}

export const smallConfig: ModelConfig = {
  vocabulary: 7,
  embedding: 5,
  hidden: 6,
  classes: 3,
  maxBatch: 4,
  maxLength: 9,
  cell: 'lstm',
  seed: 1,
  learningRate: 0.01,
  clipNorm: 1,
};

/** Lengths that differ; labels 2, 0, 1. */
export function setSmallBatch(model: Model): void {
  model.setBatch([[1, 2, 3], [4], [5, 6, 0, 1, 2]], [2, 0, 1]);
}

export const smallSettings: RunSettings = { ...defaultSettings, dataset: 'endings', hidden: 8 };

const isWeight = (name: string): boolean => /^(embedding|rnn|head)\./.test(name);

/** Every weight of a model, to the bit. */
export function weightBits(model: Pick<Model, 'tensor'>, names: readonly string[]): string {
  return names
    .filter(isWeight)
    .map((name) => `${name} ${Buffer.from(model.tensor(name).values.buffer).toString('base64')}`)
    .join('\n');
}

/** Drives a run to a number of examples, as far as its words go. */
export function advanceTo(run: Run, examples: number): void {
  while (run.isDue(examples) && !run.needsRestNow) run.advance();
}
