/**
 * The notebooks' phenomenon, by the engine and by PyTorch, on the file that AG_NEWS_CSV names:
 *
 *     npm run notebooks -- [--seeds 5] [--epochs 6] [--steps 100] [--only bag,lstm]
 *                          [--pytorch-cache FILE] [--json FILE] [--small]
 *
 * Ends with 1 where a line of the tables fails, with 2 where it was asked wrongly.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Engine } from '../../web/worker/rnn';
import * as tables from './compare';
import { largestClass, type Corpus } from './corpus';
import { compare, compareLosses, runToItsEnd } from './experiment';
import { corpusFor, readOptions, UsageError, type Options } from './options';
import { PyTorch, pytorchVersion } from './pytorch';
import { batchSize, twoLayers } from './recipes';
import type { Outcome } from './training';

/** Of the run to the end. */
const endSeed = 1;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Results {
  readonly comparisons: readonly tables.Comparison[];
  readonly end: Outcome | undefined;
}

function describe(corpus: Corpus): void {
  const { training, heldOut, words, longest } = corpus;
  say(
    `${training.labels.length} records to train on, ${heldOut.labels.length} held out, the ` +
      `largest class of these ${tables.percent(largestClass(corpus))} %; ${words.length} tokens ` +
      `with padding and unknown, the first ${longest} of a record; batches of ${batchSize}`,
  );
}

async function run(
  { models, extent }: Options,
  engine: Engine,
  corpus: Corpus,
  pytorch: PyTorch,
): Promise<Results> {
  const comparisons: tables.Comparison[] = [];
  for (const recipe of models.filter((one) => one !== twoLayers)) {
    comparisons.push(await compare(engine, pytorch, corpus, recipe, extent, say));
  }
  if (!models.includes(twoLayers)) return { comparisons, end: undefined };
  const losses = await compareLosses(engine, pytorch, corpus, twoLayers, extent);
  comparisons.push({ name: twoLayers.name, losses, accuracies: [] });
  say(`${twoLayers.name}: to its end`);
  return { comparisons, end: runToItsEnd(engine, corpus, endSeed, extent.epochs) };
}

function tell({ comparisons, end }: Results, { extent }: Options, corpus: Corpus): void {
  const { seeds, epochs } = extent;
  say(`\nLosses without dropout, same weights and batches, the worst of ${seeds.length} seeds`);
  say(tables.lossTable(comparisons));
  const measured = comparisons.filter(({ accuracies }) => accuracies.length > 0);
  if (measured.length > 0) {
    say(`\nHeld-out accuracy after epoch ${epochs}, %: mean ± deviation of ${seeds.length} seeds`);
    say(tables.accuracyTable(measured));
    say('\nHeld-out accuracy after each epoch, %: mean over the seeds');
    say(tables.epochTable(measured));
  }
  if (end === undefined) return;
  const { name, embedding, hidden } = twoLayers;
  say(
    `\n${name} (embedding ${embedding}, hidden ${hidden}) by the engine to its end, seed ` +
      `${endSeed}, ${end.seconds.toFixed(0)} s: held-out accuracy after each epoch, %`,
  );
  say(end.accuracies.map((accuracy) => tables.percent(accuracy)).join('  '));
  say(tables.confusionTable(corpus.classes, end.confusion));
}

async function main(): Promise<boolean> {
  const begin = performance.now();
  const options = readOptions(process.argv.slice(2));
  const corpus = corpusFor(options);
  const version = pytorchVersion();
  if (version === undefined) {
    throw new UsageError('There is no PyTorch to compare with: scripts/setup --ci installs it.');
  }
  const wasm = new URL('../../build/engine/rnn.wasm', import.meta.url);
  const engine = await Engine.load(readFileSync(wasm));
  describe(corpus);
  say(`PyTorch ${version}, one thread\n`);

  const pytorch = new PyTorch(corpus, options.pytorchCache);
  try {
    const results = await run(options, engine, corpus, pytorch);
    tell(results, options, corpus);
    const judged = tables.judge(results.comparisons);
    const seconds = (performance.now() - begin) / 1000;
    say(`\n${(seconds / 60).toFixed(1)} minutes`);
    if (options.json !== undefined) {
      const { extent } = options;
      writeFileSync(options.json, `${JSON.stringify({ extent, seconds, judged, ...results })}\n`);
    }
    return judged.every(({ passes }) => passes);
  } finally {
    pytorch.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  say(error instanceof UsageError ? error.message : String((error as Error).stack));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
