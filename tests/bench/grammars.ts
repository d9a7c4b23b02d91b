/**
 * How many examples each model needs until it knows 98 % of the validation part of the data that
 * grammars make, and what it knows at the end where it never does:
 *
 *     npx tsx tests/bench/grammars.ts [--data order-fr,recall-40] [--seeds 1,2,3] [--rate 0.005]
 *                                     [--steps 1000] [--forget-bias 1]
 *
 * Prints one line a data set and model, a result a seed; a forget bias concerns the LSTM alone.
 */
import { parseArgs } from 'node:util';
import { grammarNames, readGrammar } from '../../web/content/data/grammar-file';
import { ProjectFiles } from '../../web/content/project-files';
import { defaultSettings } from '../../web/shared/settings';
import { learn, type Recipe } from '../wasm/grammar-training';
import { builtDataset, freshEngine } from '../wasm/real-engine';

const goal = 0.98;
const files = new ProjectFiles();

const known = grammarNames(files).flatMap((name) => {
  const grammar = readGrammar(files, name);
  return grammar.kind === 'recall' ? grammar.lengths.map((length) => `${name}-${length}`) : [name];
});

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: known.join(',') },
    seeds: { type: 'string', default: '1,2,3' },
    rate: { type: 'string', default: '0.005' },
    steps: { type: 'string', default: '1000' },
    'forget-bias': { type: 'string' },
  },
});
const bias = values['forget-bias'];
const models: readonly (readonly [string, Partial<Recipe>])[] = [
  ['bag', { cell: 'bag' }],
  ['RNN', { cell: 'rnn' }],
  ['GRU', { cell: 'gru' }],
  ['LSTM', { cell: 'lstm', ...(bias === undefined ? {} : { forgetBias: Number(bias) }) }],
  ['GRU both ways', { cell: 'gru', direction: 'both' }],
];

const engine = await freshEngine();
for (const id of values.data.split(',')) {
  const dataset = await builtDataset(id);
  for (const [name, model] of models) {
    const results = values.seeds.split(',').map((seed) => {
      const recipe = { learningRate: Number(values.rate), steps: Number(values.steps), ...model };
      const { steps, accuracy } = learn(engine, dataset, {
        ...recipe,
        seed: Number(seed),
        until: goal,
      });
      return accuracy >= goal
        ? `after ${steps * defaultSettings.batch}`
        : `${(100 * accuracy).toFixed(1)} % at the end`;
    });
    console.log(`${id.padEnd(14)} ${name.padEnd(14)} ${results.join(' · ')}`);
  }
}
