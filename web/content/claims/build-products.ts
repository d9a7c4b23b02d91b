/** What experiments need of the build: the engine and the data, each with its digest. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Dataset } from '../../worker/dataset';
import { Engine } from '../../worker/rnn';

const build = new URL('../../../build/', import.meta.url);

export const digest = (...contents: readonly (Uint8Array | string)[]): string =>
  contents
    .reduce((hash, content) => hash.update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);

export async function builtEngine(): Promise<{ readonly engine: Engine; readonly digest: string }> {
  const file = new Uint8Array(await readFile(new URL('engine/rnn.wasm', build)));
  return { engine: await Engine.load(file), digest: digest(file) };
}

export async function builtData(
  id: string,
): Promise<{ readonly dataset: Dataset; readonly digest: string }> {
  const text = (name: string): Promise<string> =>
    readFile(new URL(`data/${id}/${name}`, build), 'utf8');
  const [info, first, rest] = await Promise.all([
    text('info.json'),
    text('first.txt'),
    text('rest.txt'),
  ]);
  const dataset = Dataset.fromFirst(JSON.parse(info), first);
  dataset.addRest(rest);
  return { dataset, digest: digest(info, first, rest) };
}
