/**
 * Runs every experiment of lessons/experiments.json with every seed and writes lessons/claims.json:
 *
 *     npm run claims                     all of them
 *     npm run claims -- --only recall    some groups; what is told of the others stays
 *
 * Prints a line an experiment: what the seeds gave.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ProjectFiles } from '../project-files';
import { builtData, builtEngine } from './build-products';
import { claimsFile, claimsOf, readClaims, type Claims, type Result } from './claims-file';
import { readExperiments, seeds } from './experiments';
import { measure, type Figures } from './measure';

const files = new ProjectFiles();
const experiments = readExperiments(files);
const groups = [...new Set(experiments.map(({ group }) => group))];
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? groups;
const unknown = wanted.find((group) => !groups.includes(group));
if (unknown !== undefined) {
  console.error(`There is no group '${unknown}'. There are: ${groups.join(', ')}.`);
  process.exit(2);
}

const shortly = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(3));

const inWords = (figures: Figures): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${value === null ? '–' : shortly(value)}`)
    .join(' ');

const { engine, digest } = await builtEngine();
const datasets = new Map<string, Awaited<ReturnType<typeof builtData>>>();
const results: Result[] = [];
for (const experiment of experiments) {
  const { group, variant, settings } = experiment;
  const id = settings.dataset;
  if (!datasets.has(id)) datasets.set(id, await builtData(id));
  if (!wanted.includes(group)) continue;
  const figures = seeds.map((seed) => measure(engine, datasets.get(id)!.dataset, experiment, seed));
  results.push({ experiment, seeds: figures });
  console.log(`${`${group}.${variant}`.padEnd(28)} ${figures.map(inWords).join(' · ')}`);
}

const versions = {
  engine: digest,
  data: Object.fromEntries([...datasets].map(([id, data]) => [id, data.digest])),
};
const fresh = claimsOf(results, versions);
const before: Partial<Claims> = files.has(claimsFile) ? readClaims(files) : {};
// What is kept stands in the order of the experiments, as if all had been run.
const all = Object.fromEntries(
  groups.flatMap((group) => {
    const told = fresh.experiments[group] ?? before.experiments?.[group];
    return told === undefined ? [] : [[group, told]];
  }),
);
const target = join(files.root, claimsFile);
const text = JSON.stringify({ ...fresh, experiments: all });
await writeFile(target, await format(text, { ...(await resolveConfig(target)), filepath: target }));
