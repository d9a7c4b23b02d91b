/** The engine's side: trains a recipe in rnn.wasm, from weights that can be handed on. */
import { Model, type ModelConfig } from '../../web/worker/model';
import type { Engine } from '../../web/worker/rnn';
import { padded, type Corpus, type Part } from './corpus';
import { batchSize, clipNorm, type Recipe, type Schedule } from './recipes';

/** What is asked of either side. */
export interface Task {
  readonly recipe: Recipe;
  readonly seed: number;
  readonly schedule: Schedule;
  readonly dropout: boolean;
  /** Measure the held-out part after each epoch. */
  readonly evaluate: boolean;
}

/** What either side answers. */
export interface Outcome {
  /** Of each batch before its step. */
  readonly losses: readonly number[];
  /** Held out, after each epoch. */
  readonly accuracies: readonly number[];
  /** After the last epoch: rows the true class, columns what the model said. */
  readonly confusion: readonly (readonly number[])[];
  readonly seconds: number;
}

export interface Weights {
  /** PyTorch's. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

function configOf({ recipe, seed, dropout }: Task, corpus: Corpus): ModelConfig {
  const bag = recipe.cell === 'bag';
  return {
    cell: recipe.cell,
    direction: recipe.direction,
    layers: recipe.layers,
    head: bag ? 'mean' : 'last',
    vocabulary: corpus.words.length,
    embedding: recipe.embedding,
    ...(bag ? {} : { hidden: recipe.hidden }),
    classes: corpus.classes.length,
    maxBatch: batchSize,
    maxLength: corpus.longest,
    seed,
    learningRate: recipe.learningRate,
    clipNorm,
    ...(dropout
      ? {
          dropoutEmbedding: recipe.dropout,
          dropoutLayers: recipe.dropoutLayers,
          dropoutOutput: recipe.dropout,
        }
      : {}),
  };
}

const weightsOf = (model: Model): Weights[] =>
  model
    .tensorNames()
    .filter((name) => /^(embedding|rnn|head)\./.test(name))
    .map((name) => model.tensor(name));

/** Trains as the task says. `begun` is told the weights before the first step. */
export function train(
  engine: Engine,
  corpus: Corpus,
  task: Task,
  begun: (weights: readonly Weights[]) => void = () => undefined,
): Outcome {
  const model = new Model(engine, configOf(task, corpus));
  try {
    begun(weightsOf(model));
    return run(model, corpus, task);
  } finally {
    model.destroy();
  }
}

function run(model: Model, corpus: Corpus, { recipe, seed, schedule, evaluate }: Task): Outcome {
  const read = ({ sequences, labels }: Part, rows: readonly number[]): void => {
    const chosen = rows.map((row) => sequences[row]!);
    model.setBatch(
      recipe.padded ? chosen.map((sequence) => padded(sequence, corpus.longest)) : chosen,
      rows.map((row) => labels[row]!),
    );
  };
  const begin = performance.now();
  const losses: number[] = [];
  const accuracies: number[] = [];
  for (const epoch of schedule) {
    for (const rows of epoch) {
      read(corpus.training, rows);
      const { loss, divergedAt } = model.trainStep();
      if (divergedAt > 0) {
        throw new Error(`${recipe.name} with seed ${seed} diverged at step ${divergedAt}`);
      }
      losses.push(loss);
    }
    if (evaluate) accuracies.push(accuracyOf(model, corpus.heldOut, read));
  }
  const confusion = evaluate ? confusionOf(model, corpus.classes.length) : [];
  return { losses, accuracies, confusion, seconds: (performance.now() - begin) / 1000 };
}

function accuracyOf(
  model: Model,
  part: Part,
  read: (part: Part, rows: readonly number[]) => void,
): number {
  model.beginEvaluation();
  const rows = part.labels.map((_, row) => row);
  for (let first = 0; first < rows.length; first += batchSize) {
    read(part, rows.slice(first, first + batchSize));
    model.evaluate();
  }
  const { correct, count } = model.report().evaluated;
  return correct / count;
}

function confusionOf(model: Model, classes: number): number[][] {
  const { values } = model.tensor('evaluation.confusion');
  return Array.from({ length: classes }, (_, row) => [
    ...values.subarray(row * classes, (row + 1) * classes),
  ]);
}
