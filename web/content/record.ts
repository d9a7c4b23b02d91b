/**
 * Trains, with the engine of the build, the short run that a page draws before any engine has
 * loaded, for every dataset of build/data; the page's own run retraces it bit for bit.
 *
 *     npx tsx web/content/record.ts     (after the engine and the data are built)
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { RecordedRun } from '../shared/recorded-run';
import { classifier, defaultSettings } from '../shared/settings';
import { Dataset } from '../worker/dataset';
import { Engine } from '../worker/rnn';
import { Run } from '../worker/run';

const build = new URL('../../build/', import.meta.url);
const destination = new URL('recorded/', build);

const digest = (...contents: readonly Uint8Array[]): string =>
  contents
    .reduce((hash, bytes) => hash.update(bytes), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);

async function product(path: string): Promise<Buffer> {
  try {
    return await readFile(new URL(path, build));
  } catch (cause) {
    throw new Error(`build/${path} is missing. Run npm run build, which makes it first.`, {
      cause,
    });
  }
}

async function record(id: string, engineFile: Buffer): Promise<RecordedRun> {
  const file = (name: string): Promise<Buffer> => product(`data/${id}/${name}`);
  const [info, first, rest] = await Promise.all([
    file('info.json'),
    file('first.txt'),
    file('rest.txt'),
  ]);
  const dataset = Dataset.fromFirst(JSON.parse(String(info)), String(first));
  const engine = await Engine.load(new Uint8Array(engineFile));
  const run = new Run(engine, dataset, { ...defaultSettings, dataset: id });
  while (run.isDue(classifier.recordedExamples)) {
    if (run.needsRestNow) {
      throw new Error(
        `The first slice of ${id} holds ${dataset.firstTraining} training examples, the recorded ` +
          `run needs ${classifier.recordedExamples}. Put more into it: web/content/data.`,
      );
    }
    run.advance();
  }
  return {
    ...run.opened,
    losses: run.losses,
    validations: run.validations,
    version: { engine: digest(engineFile), data: digest(info, first, rest) },
  };
}

await mkdir(destination, { recursive: true });
const engineFile = await product('engine/rnn.wasm');
const folders = await readdir(new URL('data/', build), { withFileTypes: true });
for (const { name: id } of folders.filter((folder) => folder.isDirectory())) {
  const run = await record(id, engineFile);
  await writeFile(new URL(`${id}.json`, destination), `${JSON.stringify(run)}\n`);
  const { accuracy, examples } = run.validations.at(-1) ?? { accuracy: NaN, examples: 0 };
  console.log(`${id}: ${(100 * accuracy).toFixed(1)} % after ${examples} examples`);
}
