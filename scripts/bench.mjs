/**
 * `npm run bench`: every figure that counts seconds. Training speed in Node, beside PyTorch's
 * where Debian's python3 has torch, and the seconds until the page's model is right nine times
 * in ten. The competitors take turns, so that a busy moment of the machine hits all of them.
 */
import { parseArgs } from 'node:util';
import { secondsInChromium } from './bench-page.mjs';
import { prepare } from './prepare.mjs';
import { runTool } from './run-tool.mjs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const workloads = ['W1', 'W2', 'W5'];
const vocabularies = [2_000, 20_000];
const python = '/usr/bin/python3';
const tsx = [process.execPath, '--import', 'tsx'];

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/**
 * Runs a program whose last line of output is JSON.
 * @param {readonly string[]} command
 */
async function jsonOf(command) {
  const { code, output } = await runTool(/** @type {import('./run-tool.mjs').Command} */ (command));
  if (code !== 0) throw new Error(`${command.join(' ')}\n${output}`);
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}

/** @param {readonly number[]} numbers */
function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
  return { median, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** @param {readonly number[]} numbers @param {number} digits */
function cellOf(numbers, digits) {
  const { median, least, most } = spread(numbers);
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** @param {string} workload @param {number} vocabulary @returns {string[]} */
const ours = (workload, vocabulary) => [
  ...tsx,
  'tests/bench/engine.ts',
  ...['--workload', workload, '--vocabulary', String(vocabulary), '--repeats', '1'],
];

/** @param {string} optimizer @returns {(workload: string, vocabulary: number) => string[]} */
const pytorch = (optimizer) => (workload, vocabulary) => [
  python,
  'tests/bench/pytorch_bench.py',
  ...['--workload', workload, '--vocabulary', String(vocabulary)],
  ...['--optimizer', optimizer, '--seconds', '0.5'],
];

/** @param {number} rounds */
async function speed(rounds) {
  const { code } = await runTool([python, '-c', 'import torch']);
  const rivals = code === 0;
  if (!rivals) print('PyTorch is left out: scripts/setup --ci installs it.');
  /** @type {[string, (workload: string, vocabulary: number) => string[]][]} */
  const programs = [['Récurrence', ours]];
  if (rivals) programs.push(['PyTorch', pytorch('adam')], ['SparseAdam', pytorch('sparse_adam')]);
  print(`\nTraining, sequences a second, one thread: median (worst–best) of ${rounds} rounds`);
  print(
    `${'workload'.padEnd(14)}${programs.map(([name]) => name.padEnd(22)).join('')}${rivals ? 'times PyTorch' : ''}`,
  );
  for (const workload of workloads) {
    for (const vocabulary of vocabularies) {
      /** @type {number[][]} */
      const rates = programs.map(() => []);
      for (let round = 0; round < rounds; round++) {
        for (const [index, [, command]] of programs.entries()) {
          rates[index]?.push((await jsonOf(command(workload, vocabulary))).train_seq_s);
        }
      }
      const medians = rates.map((values) => spread(values).median);
      const [own = NaN, ...others] = medians;
      const cells = rates.map((values) => cellOf(values, 0).padEnd(22)).join('');
      const ratios = others.map((rival) => (own / rival).toFixed(1)).join(' · ');
      print(`${`${workload} ${vocabulary}`.padEnd(14)}${cells}${ratios}`);
    }
  }
}

/** @param {number} rounds */
async function learning(rounds) {
  print('\nFrench nouns, default settings, until 90 % of the validation words are right');
  /** @type {[string, () => Promise<{ seconds: number, examples: number }>][]} */
  const places = [
    ['Node', () => jsonOf([...tsx, 'tests/bench/learn.ts'])],
    ['Chromium', secondsInChromium],
  ];
  /** @type {{ seconds: number, examples: number }[][]} */
  const runs = places.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, [, run]] of places.entries()) runs[index]?.push(await run());
  }
  for (const [index, [name]] of places.entries()) {
    const seconds = (runs[index] ?? []).map((run) => run.seconds);
    const words = [...new Set((runs[index] ?? []).map((run) => run.examples))].join(' or ');
    print(`${name.padEnd(14)}${cellOf(seconds, 2)} s, ${words} words`);
  }
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
if (
  !Number.isInteger(rounds) ||
  rounds < 1 ||
  !['speed', 'learning', undefined].includes(values.only)
) {
  print('Usage: npm run bench -- [--rounds 7] [--only speed|learning]');
  process.exit(2);
}
prepare();
if (values.only !== 'learning') await speed(rounds);
if (values.only !== 'speed') await learning(rounds);
