/** A model trained on a data set of the build, without a run: bounded steps, then measured. */
import { defaultSettings } from '../../web/shared/settings';
import { batchOf, Validation, validationBatches } from '../../web/worker/validation';
import type { Dataset } from '../../web/worker/dataset';
import { Model, type ModelConfig } from '../../web/worker/model';
import type { Engine } from '../../web/worker/rnn';

const { batch, embedding, clipNorm } = defaultSettings;

export interface Recipe extends Partial<ModelConfig> {
  readonly seed: number;
  /** Training stops after so many steps of 32 examples. */
  readonly steps: number;
  /** Or as soon as the validation part, measured every 50 steps, is known to this share. */
  readonly until?: number;
}

export interface Outcome {
  /** Steps done. */
  readonly steps: number;
  /** On the validation part. */
  readonly accuracy: number;
}

const between = 50;

export function learn(
  engine: Engine,
  dataset: Dataset,
  { steps, until = Infinity, seed, ...config }: Recipe,
): Outcome {
  const bag = config.cell === 'bag';
  const model = new Model(engine, {
    vocabulary: dataset.alphabet.size,
    embedding,
    classes: dataset.info.classes.length,
    maxBatch: batch,
    maxLength: dataset.info.maxLength,
    clipNorm,
    seed,
    ...(bag ? {} : { hidden: 32 }),
    head: dataset.info.marked ? 'each' : bag ? 'mean' : 'last',
    ...config,
  });
  try {
    const order = dataset.order(seed);
    const batches = validationBatches(dataset.validation, batch);
    const measure = (): number => {
      const validation = new Validation(model, batches);
      while (!validation.done) validation.advance();
      return validation.point(0).accuracy;
    };
    for (let step = 1; step <= steps; step += 1) {
      const examples = Array.from(order.next(batch) ?? [], (index) => dataset.example(index));
      const { sequences, labels } = batchOf(examples);
      model.setBatch(sequences, labels);
      model.trainStep();
      if (step % between > 0 || until === Infinity) continue;
      const accuracy = measure();
      if (accuracy >= until) return { steps: step, accuracy };
    }
    return { steps, accuracy: measure() };
  } finally {
    model.destroy();
  }
}
