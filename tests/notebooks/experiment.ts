/** The experiment itself: every recipe, every seed, on both sides. */
import type { Engine } from '../../web/worker/rnn';
import { percent, type Comparison, type Sides } from './compare';
import type { Corpus } from './corpus';
import type { PyTorch } from './pytorch';
import { firstSteps, schedule, twoLayers, type Recipe } from './recipes';
import { train, type Outcome, type Task, type Weights } from './training';

export interface Extent {
  readonly seeds: readonly number[];
  readonly epochs: number;
  /** Of the comparison of losses. */
  readonly steps: number;
}

export type Say = (line: string) => void;

/** The same task on both sides, from the engine's first weights. */
export async function onBothSides(
  engine: Engine,
  pytorch: PyTorch,
  corpus: Corpus,
  task: Task,
): Promise<Sides> {
  let weights: readonly Weights[] = [];
  const ours = train(engine, corpus, task, (begun) => {
    weights = begun;
  });
  return { ours, pytorch: await pytorch.train(task, weights) };
}

export async function compareLosses(
  engine: Engine,
  pytorch: PyTorch,
  corpus: Corpus,
  recipe: Recipe,
  { seeds, steps }: Extent,
): Promise<Sides[]> {
  const rows = corpus.training.labels.length;
  const pairs: Sides[] = [];
  for (const seed of seeds) {
    const task = { recipe, seed, dropout: false, evaluate: false };
    const batches = firstSteps(rows, seed, steps);
    pairs.push(await onBothSides(engine, pytorch, corpus, { ...task, schedule: batches }));
  }
  return pairs;
}

export async function compareAccuracies(
  engine: Engine,
  pytorch: PyTorch,
  corpus: Corpus,
  recipe: Recipe,
  { seeds, epochs }: Extent,
  say: Say,
): Promise<Sides[]> {
  const rows = corpus.training.labels.length;
  const pairs: Sides[] = [];
  for (const seed of seeds) {
    const task = { recipe, seed, dropout: true, evaluate: true };
    const batches = schedule(rows, seed, epochs);
    const pair = await onBothSides(engine, pytorch, corpus, { ...task, schedule: batches });
    pairs.push(pair);
    say(
      `${recipe.name}, seed ${seed}: ours ${briefly(pair.ours)}, PyTorch ${briefly(pair.pytorch)}`,
    );
  }
  return pairs;
}

export async function compare(
  engine: Engine,
  pytorch: PyTorch,
  corpus: Corpus,
  recipe: Recipe,
  extent: Extent,
  say: Say,
): Promise<Comparison> {
  const losses = await compareLosses(engine, pytorch, corpus, recipe, extent);
  const accuracies = await compareAccuracies(engine, pytorch, corpus, recipe, extent, say);
  return { name: recipe.name, losses, accuracies };
}

/** The second notebook's last model, by the engine alone. */
export function runToItsEnd(engine: Engine, corpus: Corpus, seed: number, epochs: number): Outcome {
  const rows = corpus.training.labels.length;
  return train(engine, corpus, {
    recipe: twoLayers,
    seed,
    schedule: schedule(rows, seed, epochs),
    dropout: true,
    evaluate: true,
  });
}

const briefly = ({ accuracies, seconds }: Outcome): string =>
  `${percent(accuracies.at(-1) ?? NaN)} % in ${seconds.toFixed(0)} s`;
