/**
 * How long the default run takes in Node until it knows 90 % of the French nouns that it has
 * not seen, measuring included:
 *
 *     npx tsx tests/bench/learn.ts [--seeds 1,2,3]
 *
 * Prints one JSON line a seed.
 */
import { parseArgs } from 'node:util';
import { defaultSettings } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { builtDataset, freshEngine } from '../wasm/real-engine';

const id = 'french-nouns';
const goal = 0.9;

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1' } } });
const dataset = await builtDataset(id);
const engine = await freshEngine();
for (const seed of values.seeds.split(',').map(Number)) {
  const run = new Run(engine, dataset, { ...defaultSettings, dataset: id, seed });
  const begin = performance.now();
  let seconds: number | null = null;
  while (run.isDue(Infinity)) {
    run.advance();
    const accuracy = run.validations.at(-1)?.accuracy ?? 0;
    if (accuracy >= goal && seconds === null) seconds = (performance.now() - begin) / 1000;
  }
  const total = (performance.now() - begin) / 1000;
  const reached = run.validations.find(({ accuracy }) => accuracy >= goal);
  const line = {
    tool: 'Récurrence (wasm, Node)',
    dataset: id,
    seed,
    goal,
    examples: reached?.examples ?? null,
    seconds: seconds === null ? null : Number(seconds.toFixed(3)),
    best_accuracy: Number(Math.max(...run.validations.map((p) => p.accuracy)).toFixed(4)),
    whole_run: { ...run.status, seconds: Number(total.toFixed(3)) },
  };
  console.log(JSON.stringify(line));
  run.close();
}
