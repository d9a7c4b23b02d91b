/**
 * `npm run bits`: the same 200 steps of training in every environment at hand, and whether they
 * are the same to the last bit.
 *
 *     npm run bits [-- --only gcc-O0,node] [--strict]
 *
 * Prints a table of hashes, then one line of JSON with the counts. An environment that differs
 * from the first fails; one that is not installed is skipped, under --strict it fails too.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cases, steps } from './cases.mjs';
import { inBrowsers } from './browsers.mjs';
import { runTool } from '../../scripts/run-tool.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

/** @typedef {Record<string, string>} Hashes by case */
/** @typedef {{ name: string, hashes?: Hashes, missing?: string, fault?: string }} Outcome */

const folder = 'build/bits';
const caseFile = `${folder}/cases.json`;

function writeCases() {
  mkdirSync(folder, { recursive: true });
  const listed = cases.map(({ name, config, clamp = false, samples = false }) => ({
    ...{ name, clamp, samples },
    text: Object.entries(config)
      .map(([key, value]) => `${key} ${value}\n`)
      .join(''),
  }));
  writeFileSync(caseFile, JSON.stringify({ steps, cases: listed }));
}

/** @param {import('../../scripts/run-tool.mjs').Command} command */
async function outputOf(command) {
  const { code, output } = await runTool(command, { yielding: true });
  if (code !== 0) throw new Error(`${command.join(' ')}\n${output}`);
  return output;
}

/** @param {string} name @param {string} compiler @param {string} flags @returns {Promise<Outcome>} */
async function natively(name, compiler, flags) {
  const found = await runTool([compiler, '--version']);
  if (found.code !== 0) return { name, missing: `${compiler} is not installed` };
  const build = `${folder}/${name}`;
  const options = [
    ...[`-DCMAKE_CXX_COMPILER=${compiler}`, `-DCMAKE_CXX_FLAGS=${flags}`],
    ...['-DCMAKE_BUILD_TYPE=None', '-DRECURRENCE_REALS=float'],
    ...['-DRECURRENCE_TESTS=OFF', '-DRECURRENCE_BITS=ON'],
  ];
  await outputOf(['cmake', '-G', 'Ninja', '-B', build, ...options]);
  await outputOf(['cmake', '--build', build, '--target', 'bits']);
  return { name, hashes: JSON.parse(await outputOf([`${build}/bits`, caseFile])) };
}

/** @returns {Promise<Outcome>} */
async function inNode() {
  const output = await outputOf([process.execPath, '--import', 'tsx', 'tests/bits/node.ts']);
  return { name: 'node', hashes: JSON.parse(output) };
}

/** @type {Record<string, () => Promise<Outcome>>} */
const environments = {
  'gcc-O0': () => natively('gcc-O0', 'g++', '-O0'),
  'gcc-O3': () => natively('gcc-O3', 'g++', '-O3'),
  'clang-O0': () => natively('clang-O0', 'clang++', '-O0'),
  'clang-O3': () => natively('clang-O3', 'clang++', '-O3'),
  node: inNode,
  ...inBrowsers,
};

/** @param {readonly Outcome[]} outcomes */
function table(outcomes) {
  const ran = outcomes.filter(({ hashes }) => hashes !== undefined);
  const width = 12;
  const head = ['case'.padEnd(width), ...ran.map(({ name }) => name.padEnd(width))].join('');
  const lines = cases.map(({ name }) => {
    const expected = ran[0]?.hashes?.[name];
    const cells = ran.map(({ hashes }) => {
      const hash = hashes?.[name] ?? 'none';
      return `${hash.slice(0, 8)}${hash === expected ? '' : ' ≠'}`.padEnd(width);
    });
    const diverged = expected?.match(/diverged at \d+/)?.[0] ?? '';
    return `${name.padEnd(width)}${cells.join('')}${diverged}`;
  });
  return [head, ...lines].map((line) => line.trimEnd()).join('\n');
}

/** @param {Outcome} outcome @param {Hashes | undefined} expected */
function isSame({ hashes }, expected) {
  return cases.every(
    ({ name }) => hashes?.[name] !== undefined && hashes[name] === expected?.[name],
  );
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, strict: { type: 'boolean', default: false } },
});
const chosen = values.only?.split(',') ?? Object.keys(environments);
writeCases();
/** @type {Outcome[]} */
const outcomes = [];
for (const name of chosen) {
  const run = environments[name];
  if (!run) {
    console.error(`There is no ${name}; there are ${Object.keys(environments).join(', ')}.`);
    process.exit(2);
  }
  try {
    outcomes.push(await run());
  } catch (error) {
    outcomes.push({ name, fault: /** @type {Error} */ (error).message });
  }
}

console.log(`${steps} steps, FNV-1a over losses, gradient norms and embeddings\n`);
console.log(table(outcomes));
const expected = outcomes.find(({ hashes }) => hashes !== undefined)?.hashes;
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const outcome of outcomes) {
  const { name, missing, fault } = outcome;
  if (missing !== undefined) {
    console.log(`${name}: ${missing}`);
    counts[values.strict ? 'failed' : 'skipped'] += 1;
  } else if (fault !== undefined) {
    console.log(`${name}: ${fault}`);
    counts.failed += 1;
  } else counts[isSame(outcome, expected) ? 'passed' : 'failed'] += 1;
}
console.log(`\n${JSON.stringify(counts)}`);
process.exit(counts.failed === 0 ? 0 : 1);
